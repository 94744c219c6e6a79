//! How long a decision takes with nothing answered, which is when there is most to say: the table with the most sets
//! of answers, worked through, and then asked. Run with `cargo bench -p content --bench assess`.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::Criterion;
use waymark_content::decision::{Answers, Assessor, Decision, Table};

fn main() {
    let mut largest: Option<(usize, Decision)> = None;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("decisions");
    let groups = fs::read_dir(folder).expect("the folder").filter_map(Result::ok).map(|group| group.path());
    for group in groups.filter(|group| group.is_dir()) {
        for file in fs::read_dir(group).expect("a folder").filter_map(Result::ok) {
            let text = fs::read_to_string(file.path()).expect("a file");
            let decision: Decision = toml::from_str(&text).expect("a decision");
            let size = decision.facts.iter().map(|fact| fact.values.len() + 1).product();
            if largest.as_ref().is_none_or(|(most, _)| size > *most) {
                largest = Some((size, decision));
            }
        }
    }
    let (size, decision) = largest.expect("some decision");
    let table = Table::try_from(&decision).expect("a table");
    let nothing = Answers::none(&table);
    let assessor = Assessor::new(table.clone()).expect("a sound table");
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group(format!("{}, {size} sets of answers", decision.id));
    group.bench_function("worked through", |bench| bench.iter(|| Assessor::new(black_box(table.clone()))));
    group.bench_function("asked", |bench| bench.iter(|| assessor.assess(black_box(&nothing))));
    group.finish();
    criterion.final_summary();
}
