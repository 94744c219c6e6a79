//! Where the boxes, labels and ways of a flow stand.
//!
//! The classic layered drawing: each step gets a row below everything that leads to it; a way that passes a row
//! takes a place in it, so that it never runs through a box; rows are ordered so that few ways cross.

use waymark_content::flow::{FlowFile, Way};

/// Sizes in CSS pixels: the picture is shown at its own size, with the page's text size.
pub(super) const BOX_WIDTH: f64 = 216.0;
pub(super) const LINE: f64 = 20.0;
pub(super) const PADDING: f64 = 10.0;
const LABEL_WIDTH: f64 = 176.0;
const PASS_WIDTH: f64 = 16.0;
const GAP_ACROSS: f64 = 20.0;
const GAP_DOWN: f64 = 34.0;
const MARGIN: f64 = 8.0;
/// As many letters of the page's text as a box's width holds, in any of the system fonts.
const BOX_LETTERS: usize = 23;
const LABEL_LETTERS: usize = 19;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Thing {
    /// The step with this place in the flow.
    Step(usize),
    /// When a way is taken, or that it leads back.
    Label,
    /// A way passing a row.
    Pass,
}

/// Something with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) thing: Thing,
    pub(super) lines: Vec<String>,
    /// Middle.
    pub(super) x: f64,
    /// Top.
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) things: Vec<Placed>,
    /// From one thing to another in the next row.
    pub(super) ways: Vec<(usize, usize)>,
    pub(super) width: f64,
    pub(super) height: f64,
}

struct Node {
    thing: Thing,
    lines: Vec<String>,
    row: usize,
}

/// Lays out a flow that was checked when content was loaded.
pub(super) fn layout(flow: &FlowFile, again: &str) -> Layout {
    let mut graph = Graph::new(flow, again);
    graph.pass_rows();
    let mut rows = graph.rows();
    for _ in 0..6 {
        graph.order(&mut rows, Graph::before);
        rows.reverse();
        graph.order(&mut rows, Graph::after);
        rows.reverse();
    }
    graph.place(&rows)
}

struct Graph {
    nodes: Vec<Node>,
    ways: Vec<(usize, usize)>,
}

impl Graph {
    fn new(flow: &FlowFile, again: &str) -> Self {
        let mut graph = Self { nodes: Vec::new(), ways: Vec::new() };
        for (place, step) in flow.steps.iter().enumerate() {
            let lines = wrap(&format!("{}. {}", place + 1, step.text), BOX_LETTERS);
            graph.nodes.push(Node { thing: Thing::Step(place), lines, row: 0 });
        }
        for (place, step) in flow.steps.iter().enumerate() {
            for way in &step.next {
                graph.add_way(flow, place, way, again);
            }
        }
        // Steps stand in reading order, so that one pass gives each its row.
        for place in 0..flow.steps.len() {
            let row = graph.nodes[place].row;
            for next in graph.after(place) {
                graph.nodes[next].row = graph.nodes[next].row.max(row + 1);
                if graph.nodes[next].thing == Thing::Label {
                    for step in graph.after(next) {
                        graph.nodes[step].row = graph.nodes[step].row.max(row + 2);
                    }
                }
            }
        }
        graph
    }

    fn add_way(&mut self, flow: &FlowFile, from: usize, way: &Way, again: &str) {
        let Some(to) = flow.place(&way.to) else { return };
        let mut label = way.when.clone().unwrap_or_default();
        if way.again {
            let joint = if label.is_empty() { "" } else { ": " };
            label = format!("{label}{joint}{again} {}", to + 1);
        }
        if label.is_empty() {
            self.ways.push((from, to));
            return;
        }
        let node = self.nodes.len();
        self.nodes.push(Node { thing: Thing::Label, lines: wrap(&label, LABEL_LETTERS), row: 0 });
        self.ways.push((from, node));
        if !way.again {
            self.ways.push((node, to));
        }
    }

    fn after(&self, node: usize) -> Vec<usize> {
        self.ways.iter().filter(|(from, _)| *from == node).map(|(_, to)| *to).collect()
    }

    fn before(&self, node: usize) -> Vec<usize> {
        self.ways.iter().filter(|(_, to)| *to == node).map(|(from, _)| *from).collect()
    }

    /// Gives each way a place in every row that it passes.
    fn pass_rows(&mut self) {
        for (from, to) in std::mem::take(&mut self.ways) {
            let mut last = from;
            for row in self.nodes[from].row + 1..self.nodes[to].row {
                self.nodes.push(Node { thing: Thing::Pass, lines: Vec::new(), row });
                self.ways.push((last, self.nodes.len() - 1));
                last = self.nodes.len() - 1;
            }
            self.ways.push((last, to));
        }
    }

    fn rows(&self) -> Vec<Vec<usize>> {
        let count = self.nodes.iter().map(|node| node.row + 1).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); count];
        for (place, node) in self.nodes.iter().enumerate() {
            rows[node.row].push(place);
        }
        rows
    }

    /// Orders each row by the middle of what its things are tied to in the row before it.
    fn order(&self, rows: &mut [Vec<usize>], tied: impl Fn(&Self, usize) -> Vec<usize>) {
        for row in 1..rows.len() {
            let place = |node: usize| rows[row - 1].iter().position(|other| *other == node);
            let middle = |node: usize, here: usize| {
                let places: Vec<usize> = tied(self, node).into_iter().filter_map(place).collect();
                if places.is_empty() {
                    return here as f64;
                }
                places.iter().sum::<usize>() as f64 / places.len() as f64
            };
            let mut keyed: Vec<(f64, usize)> =
                rows[row].iter().enumerate().map(|(here, node)| (middle(*node, here), *node)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            rows[row] = keyed.into_iter().map(|(_, node)| node).collect();
        }
    }

    fn width(&self, node: usize) -> f64 {
        match self.nodes[node].thing {
            Thing::Step(_) => BOX_WIDTH,
            Thing::Label => LABEL_WIDTH,
            Thing::Pass => PASS_WIDTH,
        }
    }

    fn height(&self, node: usize) -> f64 {
        let lines = self.nodes[node].lines.len() as f64 * LINE;
        match self.nodes[node].thing {
            Thing::Step(_) => lines + 2.0 * PADDING,
            Thing::Label => lines + 4.0,
            Thing::Pass => 0.0,
        }
    }

    fn place(&self, rows: &[Vec<usize>]) -> Layout {
        let across = self.across(rows);
        let left = self.nodes.iter().enumerate().map(|(node, _)| across[node] - self.width(node) / 2.0);
        let shift = MARGIN - left.fold(f64::INFINITY, f64::min);
        let (mut tops, mut y) = (Vec::new(), MARGIN);
        for row in rows {
            let height = row.iter().map(|node| self.height(*node)).fold(0.0, f64::max);
            tops.push((y, height));
            y += height + GAP_DOWN;
        }
        let things: Vec<Placed> = self
            .nodes
            .iter()
            .enumerate()
            .map(|(node, Node { thing, lines, row })| {
                let (top, tallest) = tops[*row];
                let height = if *thing == Thing::Pass { tallest } else { self.height(node) };
                Placed {
                    thing: thing.clone(),
                    lines: lines.clone(),
                    x: across[node] + shift,
                    y: top,
                    width: self.width(node),
                    height,
                }
            })
            .collect();
        let width = things.iter().map(|thing| thing.x + thing.width / 2.0).fold(0.0, f64::max) + MARGIN;
        Layout { things, ways: self.ways.clone(), width, height: y - GAP_DOWN + MARGIN }
    }

    /// The middle of each thing. Rows begin evenly spread; then each is drawn towards what it is tied to, first from
    /// above, then from below, and last from above again, never closer than the gap.
    fn across(&self, rows: &[Vec<usize>]) -> Vec<f64> {
        let mut across = vec![0.0; self.nodes.len()];
        for row in rows {
            let mut x = 0.0;
            for node in row {
                x += self.width(*node) / 2.0;
                across[*node] = x;
                x += self.width(*node) / 2.0 + GAP_ACROSS;
            }
            let middle = (x - GAP_ACROSS) / 2.0;
            row.iter().for_each(|node| across[*node] -= middle);
        }
        for sweep in 0..8 {
            let from_above = sweep % 2 == 0;
            for place in 0..rows.len() {
                let row = &rows[if from_above { place } else { rows.len() - 1 - place }];
                self.draw_towards(row, &mut across, from_above);
            }
        }
        across
    }

    fn draw_towards(&self, row: &[usize], across: &mut [f64], from_above: bool) {
        let wanted: Vec<f64> = row
            .iter()
            .map(|node| {
                let tied = if from_above { self.before(*node) } else { self.after(*node) };
                if tied.is_empty() {
                    return across[*node];
                }
                tied.iter().map(|other| across[*other]).sum::<f64>() / tied.len() as f64
            })
            .collect();
        let gap = |a: usize, b: usize| (self.width(row[a]) + self.width(row[b])) / 2.0 + GAP_ACROSS;
        // As far left, and as far right, as the order allows; the middle of the two is fair to both.
        let mut left = wanted.clone();
        for i in 1..row.len() {
            left[i] = left[i].max(left[i - 1] + gap(i - 1, i));
        }
        let mut right = wanted;
        for i in (0..row.len().saturating_sub(1)).rev() {
            right[i] = right[i].min(right[i + 1] - gap(i, i + 1));
        }
        for (i, node) in row.iter().enumerate() {
            across[*node] = f64::midpoint(left[i], right[i]);
        }
    }
}

/// Lines of at most `letters` letters. A longer word stands by itself.
fn wrap(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_content::flow::{Step, StepKind};
    use waymark_content::id::StepId;

    fn step(id: &str, kind: StepKind, next: &[(&str, Option<&str>, bool)]) -> Step {
        let next = next
            .iter()
            .map(|(to, when, again)| Way {
                to: StepId::new(*to),
                when: when.map(str::to_owned),
                again: *again,
            })
            .collect();
        Step {
            id: StepId::new(id),
            kind,
            text: format!("The step that is called {id} and does rather a lot of things"),
            note: None,
            by: None,
            cites: Vec::new(),
            ours: true,
            link: None,
            next,
        }
    }

    fn flow() -> FlowFile {
        use StepKind::{Ask, Do, End, Start};
        FlowFile {
            title: String::new(),
            description: String::new(),
            order: 1,
            drawn: String::new(),
            steps: vec![
                step("a", Start, &[("b", None, false)]),
                step(
                    "b",
                    Ask,
                    &[("c", Some("Yes"), false), ("e", Some("No"), false), ("d", Some("Not known"), false)],
                ),
                step("c", Do, &[("d", None, false)]),
                step("d", Do, &[("e", None, false), ("b", Some("Once more"), true)]),
                step("e", End, &[]),
            ],
        }
    }

    #[test]
    fn nothing_stands_on_anything_else_and_all_of_it_is_in_the_picture() {
        let layout = layout(&flow(), "back to");
        for (number, a) in layout.things.iter().enumerate() {
            assert!(a.x - a.width / 2.0 >= 0.0 && a.x + a.width / 2.0 <= layout.width, "{a:?}");
            assert!(a.y >= 0.0 && a.y + a.height <= layout.height, "{a:?}");
            for b in &layout.things[number + 1..] {
                let beside = (a.x - b.x).abs() >= (a.width + b.width) / 2.0;
                let above = a.y + a.height <= b.y || b.y + b.height <= a.y;
                assert!(beside || above, "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_way_leads_down_to_the_next_row() {
        let layout = layout(&flow(), "back to");
        for (from, to) in &layout.ways {
            let (from, to) = (&layout.things[*from], &layout.things[*to]);
            assert!(from.y + from.height < to.y, "{from:?} to {to:?}");
        }
        // Five steps; three answers and one way back have labels.
        let labels = layout.things.iter().filter(|thing| thing.thing == Thing::Label).count();
        assert_eq!(labels, 4);
    }

    #[test]
    fn a_way_back_says_where_to() {
        let layout = layout(&flow(), "back to");
        let back = layout.things.iter().find(|thing| thing.lines.concat().contains("back"));
        assert_eq!(back.map(|thing| thing.lines.join(" ")), Some("Once more: back to 2".to_owned()));
    }
}
