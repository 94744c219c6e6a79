//! A flow as SVG. Colours and type are the stylesheet's; each step links to the page that tells more.

use leptos::prelude::*;
use waymark_content::flow::{Flow, Step, StepKind};
use waymark_content::guide::Guide;
use waymark_content::route::Link;
use waymark_content::words::fill;

use super::layout::{BOX_WIDTH, LINE, Layout, PADDING, Placed, Thing, layout};

/// The picture, in a frame that scrolls by itself where the screen is narrow.
pub(crate) fn drawing(guide: &Guide, flow: &Flow) -> AnyView {
    let words = &guide.words.pages.flow;
    let layout = layout(&flow.file, &words.again);
    let label = fill(&words.picture_label, &[("title", &flow.file.title)]);
    let ways = layout.ways.iter().map(|way| way_view(&layout, *way)).collect_view();
    let things = layout.things.iter().map(|thing| thing_view(flow, thing)).collect_view();
    let (width, height) = (round(layout.width), round(layout.height));
    view! {
        <div class="wm-scroll wm-flow" tabindex="0" role="region" aria-label=label>
            <svg
                class="wm-flow__picture"
                width=width.clone()
                height=height.clone()
                viewBox=format!("0 0 {width} {height}")
                focusable="false"
            >
                <defs>
                    <marker
                        id="arrow"
                        viewBox="0 0 8 8"
                        refX="7"
                        refY="4"
                        markerWidth="8"
                        markerHeight="8"
                        orient="auto"
                    >
                        <path class="wm-flow__arrow" d="M0 0 8 4 0 8z"></path>
                    </marker>
                </defs>
                {ways}
                {things}
            </svg>
        </div>
    }
    .into_any()
}

fn round(number: f64) -> String {
    format!("{number:.0}")
}

fn way_view(layout: &Layout, (from, to): (usize, usize)) -> AnyView {
    let (from, to) = (&layout.things[from], &layout.things[to]);
    let start = from.y + if from.thing == Thing::Pass { 0.0 } else { from.height };
    let down =
        if from.thing == Thing::Pass { format!("V{}", round(from.y + from.height)) } else { String::new() };
    let leave = from.y + from.height;
    let middle = round(f64::midpoint(leave, to.y));
    let (x, end_x, end_y) = (round(from.x), round(to.x), round(to.y));
    let path = format!("M{x} {}{down}C{x} {middle} {end_x} {middle} {end_x} {end_y}", round(start));
    let marker = matches!(to.thing, Thing::Step(_)).then_some("url(#arrow)");
    view! { <path class="wm-flow__way" d=path marker-end=marker></path> }.into_any()
}

fn thing_view(flow: &Flow, placed: &Placed) -> AnyView {
    match placed.thing {
        Thing::Step(place) => step_view(flow, &flow.file.steps[place], placed),
        Thing::Label => view! { <g class="wm-flow__label">{text(placed, placed.y + 2.0)}</g> }.into_any(),
        Thing::Pass => ().into_any(),
    }
}

fn step_view(flow: &Flow, step: &Step, placed: &Placed) -> AnyView {
    let class = match step.kind {
        StepKind::Start => "wm-flow__step wm-flow__step--start",
        StepKind::Do => "wm-flow__step",
        StepKind::Ask => "wm-flow__step wm-flow__step--ask",
        StepKind::End => "wm-flow__step wm-flow__step--end",
    };
    // Shape tells the sort of step as well as colour: round starts and ends, square acts.
    let corner = if matches!(step.kind, StepKind::Start | StepKind::End) { "20" } else { "2" };
    let shape = view! {
        <rect
            x=round(placed.x - BOX_WIDTH / 2.0)
            y=round(placed.y)
            width=round(BOX_WIDTH)
            height=round(placed.height)
            rx=corner
        ></rect>
        {text(placed, placed.y + PADDING)}
    };
    match &step.link {
        Some(link) => {
            let href = flow.route.href(&Link::parse(link));
            view! { <a class=class href=href>{shape}</a> }.into_any()
        }
        None => view! { <g class=class>{shape}</g> }.into_any(),
    }
}

/// Lines of text from `top` down, one below the other. A space between them keeps the last word of one and the
/// first of the next apart when they are read out; only the lines themselves are underlined in a link.
fn text(placed: &Placed, top: f64) -> AnyView {
    let x = round(placed.x);
    let lines = placed
        .lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let joint = (number + 1 < placed.lines.len()).then_some(" ");
            let y = round(top + LINE * (number as f64 + 0.78));
            view! { <tspan x=x.clone() y=y>{line.clone()}</tspan>{joint} }
        })
        .collect_view();
    view! { <text text-anchor="middle">{lines}</text> }.into_any()
}
