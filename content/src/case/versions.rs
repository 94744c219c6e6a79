//! Versions of what a file holds, and how an older one is brought up to the present.
//!
//! A new version: copy the present shapes into `OLDER` with the step that leads on, change the shapes, raise
//! [`VERSION`], and leave a file of the old version in `tests/case/versions/`.

use super::json::Json;
use super::keeping::Keeping;
use super::refusal::{Refusal, Refused};
use super::shape::Shape;

/// The version that is written.
pub const VERSION: u64 = 1;

/// A version that is no longer written: what its files look like, and how one becomes a file of the next version.
pub(super) struct Older {
    shape: &'static Shape,
    step: fn(Json) -> Json,
}

/// Every version before the present one, from 1. Version 1 is the first, so there is none yet.
const OLDER: [Older; VERSION as usize - 1] = [];

/// A file of any version as one of the present version, not yet checked against the present shapes.
pub(super) fn brought_up(json: Json, keeping: &Keeping) -> Result<Json, Refusal> {
    through(json, &OLDER, keeping)
}

fn through(mut json: Json, older: &[Older], keeping: &Keeping) -> Result<Json, Refusal> {
    let latest = older.len() as u64 + 1;
    let version = json.entry("version").number();
    if version > latest {
        return Err(Refused::Newer { version, latest }.into());
    }
    // What has no version, or 0, is refused with the present shapes.
    for Older { shape, step } in older.iter().skip(version.saturating_sub(1) as usize) {
        shape.check(&json, "", keeping)?;
        json = step(json);
    }
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::refusal::Kind;

    static ANY: Shape = Shape::ById(&Shape::Number(1));

    fn step(json: Json) -> Json {
        let version = json.entry("version").number() + 1;
        let mut entries = json.entries().to_vec();
        entries[0].1 = Json::Number(version);
        entries.push((format!("since-{version}"), Json::Number(version)));
        Json::Record(entries)
    }

    fn file(version: u64) -> Json {
        Json::Record(vec![("version".to_owned(), Json::Number(version))])
    }

    fn through_two(json: Json) -> Result<Json, Refusal> {
        let keeping = Keeping { most_parts: 9, ..Keeping::default() };
        through(json, &[Older { shape: &ANY, step }, Older { shape: &ANY, step }], &keeping)
    }

    #[test]
    fn an_older_file_goes_through_every_step_that_it_has_not_been_through() {
        let names = |version| {
            let file = through_two(file(version)).expect("an older version");
            assert_eq!(file.entry("version").number(), 3);
            file.entries().iter().skip(1).map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(1), ["since-2", "since-3"]);
        assert_eq!(names(2), ["since-3"]);
        assert_eq!(names(3), [""; 0]);
    }

    #[test]
    fn a_newer_file_and_a_wrong_older_one_are_refused() {
        assert_eq!(through_two(file(4)), Err(Refused::Newer { version: 4, latest: 3 }.into()));
        let wrong = Json::Record(vec![
            ("version".to_owned(), Json::Number(1)),
            ("made".to_owned(), Json::Text(String::new())),
        ]);
        let refusal = Refusal { at: "made".to_owned(), refused: Refused::WrongKind(Kind::Number) };
        assert_eq!(through_two(wrong), Err(refusal));
    }
}
