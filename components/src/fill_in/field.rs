//! One field on screen, with its hint and what the check found about it.

use waymark_content::form::{Asked, Field, FieldKind, FieldOption, Severity, Value};
use waymark_content::words::fill;

use super::FillIn;
use super::place::{InRow, id_of};
use crate::piece::{Piece, element, paragraph, text};

/// What the check found about a field.
pub(super) type Found<'a> = Vec<(Severity, &'a str)>;

impl FillIn {
    /// A field with what is in it. `derived` is what a derived text says.
    pub(super) fn field(
        &self,
        field: &Field,
        row: InRow<'_>,
        value: Option<&Value>,
        derived: Option<String>,
        found: &Found<'_>,
    ) -> Piece {
        let words = &self.data.tool;
        let id = id_of(field, row);
        let in_row = row.is_some();
        if field.kind == FieldKind::Signature {
            let says = fill(words.signed_on_paper(), &[("label", &field.label)]);
            return element("p", "govuk-body wm-quiet", vec![text(says)]);
        }
        if field.kind == FieldKind::Derived {
            let says = derived.unwrap_or_else(|| words.derived_waiting().to_owned());
            let label = element("strong", "", self.label(field));
            return paragraph(vec![label, text(": "), text(says)]);
        }
        let mut above = Vec::new();
        let mut described = Vec::new();
        let hint = self.hint(field, in_row);
        if !hint.is_empty() {
            let hint_id = format!("{id}_hint");
            above.push(element("div", "govuk-hint", vec![text(hint)]).with("id", &*hint_id));
            described.push(hint_id);
        }
        let is_wrong = found.iter().any(|(severity, _)| *severity == Severity::Error);
        for (number, (severity, says)) in found.iter().enumerate() {
            let found_id = format!("{id}_found-{number}");
            let is_error = *severity == Severity::Error;
            let class = if is_error { "govuk-error-message" } else { "wm-think" };
            let prefix = if is_error { self.data.input.error_prefix() } else { words.think_prefix() };
            let prefix_class = if is_error { "govuk-visually-hidden" } else { "" };
            let prefix = element("span", prefix_class, vec![text(prefix), text(" ")]);
            above.push(element("p", class, vec![prefix, text(*says)]).with("id", &*found_id));
            described.push(found_id);
        }
        let described = described.join(" ");
        let input = self.input(field, &id, in_row, value, is_wrong);
        let grouped = matches!(field.kind, FieldKind::Date | FieldKind::DateTime | FieldKind::SeveralOf)
            || (field.kind.is_choice() && !in_row);
        let pieces = if grouped {
            let class = "govuk-fieldset__legend govuk-fieldset__legend--s";
            let legend = element("legend", class, self.label(field));
            let inside = [vec![legend], above, vec![input]].concat();
            let group = element("fieldset", "govuk-fieldset", inside);
            vec![described_by(group, &described)]
        } else {
            let label = element("label", "govuk-label govuk-label--s", self.label(field)).with("for", &*id);
            let input = described_by(input.with("id", &*id), &described);
            [vec![label], above, vec![input]].concat()
        };
        let class = if is_wrong { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
        element("div", class, pieces).with("id", format!("{id}_group"))
    }

    /// What it asks, marked where it is ours, with how strongly the source asks for it.
    fn label(&self, field: &Field) -> Vec<Piece> {
        let words = &self.data.words;
        let mut pieces = vec![text(&*field.label)];
        pieces.extend(self.mark(field.ours));
        if let Some(asked) = field.asked {
            let asked = match asked {
                Asked::Must => words.asked_must(),
                Asked::Will => words.asked_will(),
                Asked::May => words.asked_may(),
            };
            pieces.push(element("span", "wm-quiet", vec![text(format!(" ({asked})"))]));
        }
        pieces
    }

    /// The mark of what is ours.
    pub(super) fn mark(&self, ours: bool) -> Option<Piece> {
        ours.then(|| element("span", "wm-star", vec![text(self.data.words.mark())]))
    }

    /// How to answer, in one paragraph.
    fn hint(&self, field: &Field, in_row: bool) -> String {
        let (words, tool) = (&self.data.words, &self.data.tool);
        let scale = field
            .scale
            .as_ref()
            .map(|scale| fill(words.scale(), &[("least", &*scale.least), ("most", &*scale.most)]));
        let several = (field.kind == FieldKind::SeveralOf).then(|| tool.hint_several().to_owned());
        // In a table that stands once, above the rows.
        let initials = (field.names_someone && !in_row).then(|| words.initials().to_owned());
        let all: Vec<String> = [field.hint.clone(), scale, several, initials].into_iter().flatten().collect();
        all.join(" ")
    }

    fn input(&self, field: &Field, id: &str, in_row: bool, value: Option<&Value>, is_wrong: bool) -> Piece {
        match (field.kind, value) {
            (FieldKind::LongText, value) => {
                let area = element("textarea", &wrong("govuk-textarea", is_wrong), Vec::new());
                let rows = if in_row { "2" } else { "5" };
                self.typed(area.with("rows", rows), text_of(value), is_wrong)
            }
            (FieldKind::Date | FieldKind::DateTime, value) => self.date(field, id, value, is_wrong),
            (FieldKind::SeveralOf, value) => {
                let items = field.options.iter().map(|option| {
                    let chosen = value.is_some_and(|value| value.has(&option.id));
                    let id = format!("{id}_{}", option.id);
                    self.box_of(
                        id.clone(),
                        "checkbox",
                        &id,
                        option.id.as_str(),
                        chosen,
                        Some(option),
                        &option.label,
                    )
                });
                element("div", "govuk-checkboxes", items.collect())
            }
            (kind, value) if kind.is_choice() => {
                let chosen = match value {
                    Some(Value::Choice(chosen)) => chosen.as_str(),
                    _ => "",
                };
                if in_row { self.select(field, chosen) } else { self.radios(field, id, chosen) }
            }
            (_, value) => {
                let input =
                    element("input", &wrong("govuk-input", is_wrong), Vec::new()).with("type", "text");
                self.typed(input, text_of(value), is_wrong)
            }
        }
    }

    /// What is typed into. Its length is bounded by what a file may bring back.
    fn typed(&self, input: Piece, value: &str, is_wrong: bool) -> Piece {
        let input = input
            .with("autocomplete", "off")
            .with("maxlength", self.data.limits.in_file.to_string())
            .with("value", value);
        if is_wrong { input.with("aria-invalid", "true") } else { input }
    }

    fn date(&self, field: &Field, id: &str, value: Option<&Value>, is_wrong: bool) -> Piece {
        let (date, time) = match value {
            Some(Value::Date(date)) => (Some(date), ""),
            Some(Value::DateTime(date, time)) => (Some(date), time.as_str()),
            _ => (None, ""),
        };
        let input = &self.data.input;
        let part = |name: &str, label: &str, width: u8, value: &str, numeric: bool| {
            let id = format!("{id}_{name}");
            let class = format!("govuk-input govuk-date-input__input govuk-input--width-{width}");
            let field = element("input", &wrong(&class, is_wrong), Vec::new()).with("type", "text");
            let field = if numeric { field.with("inputmode", "numeric") } else { field };
            let field = self.typed(field, value, is_wrong).with("id", &*id);
            let label = element("label", "govuk-label govuk-date-input__label", vec![text(label)]);
            element("div", "govuk-date-input__item", vec![label.with("for", id), field])
        };
        let typed =
            |part: fn(&waymark_content::date::EnteredDate) -> &String| date.map_or("", |date| part(date));
        let mut parts = vec![
            part("day", input.day(), 2, typed(|date| &date.day), true),
            part("month", input.month(), 2, typed(|date| &date.month), true),
            part("year", input.year(), 4, typed(|date| &date.year), true),
        ];
        if field.kind == FieldKind::DateTime {
            parts.push(part("time", self.data.tool.time(), 10, time, false));
        }
        element("div", "govuk-date-input", parts)
    }

    /// What there is to choose from: the values and their labels.
    fn offered<'a>(&'a self, field: &'a Field) -> Vec<(&'a str, &'a str, Option<&'a FieldOption>)> {
        match field.kind {
            FieldKind::YesNo => {
                vec![("yes", self.data.words.yes(), None), ("no", self.data.words.no(), None)]
            }
            FieldKind::Rating => Field::RATINGS.map(|number| (number, number, None)).to_vec(),
            _ => field
                .options
                .iter()
                .map(|option| (option.id.as_str(), &*option.label, Some(option)))
                .collect(),
        }
    }

    fn select(&self, field: &Field, chosen: &str) -> Piece {
        let offered = self.offered(field).into_iter().map(|(value, label, _)| (value, label));
        let nothing = [("", self.data.tool.nothing_yet())].into_iter();
        let options = nothing
            .chain(offered)
            .map(|(value, label)| element("option", "", vec![text(label)]).with("value", value));
        element("select", "govuk-select", options.collect()).with("autocomplete", "off").with("value", chosen)
    }

    /// The last takes the answer back.
    fn radios(&self, field: &Field, name: &str, chosen: &str) -> Piece {
        let mut offered = self.offered(field);
        offered.push(("", self.data.tool.nothing_yet(), None));
        let class = if matches!(field.kind, FieldKind::YesNo | FieldKind::Rating) {
            "govuk-radios wm-in-line"
        } else {
            "govuk-radios"
        };
        let items = offered.into_iter().map(|(value, label, option)| {
            let id = format!("{name}_{}", if value.is_empty() { "nothing-yet" } else { value });
            self.box_of(id, "radio", name, value, value == chosen, option, label)
        });
        element("div", class, items.collect())
    }

    /// A radio or a checkbox with its label.
    #[expect(clippy::too_many_arguments, reason = "each is an attribute of one element")]
    fn box_of(
        &self,
        id: String,
        kind: &'static str,
        name: &str,
        value: &str,
        chosen: bool,
        option: Option<&FieldOption>,
        label: &str,
    ) -> Piece {
        let sort = if kind == "radio" { "radios" } else { "checkboxes" };
        let mut input = element("input", &format!("govuk-{sort}__input"), Vec::new())
            .with("type", kind)
            .with("id", &*id)
            .with("name", name)
            .with("value", value)
            .marked("checked", chosen);
        let mut words = vec![text(label)];
        words.extend(self.mark(option.is_some_and(|option| option.ours)));
        let label = element("label", &format!("govuk-label govuk-{sort}__label"), words).with("for", &*id);
        let mut item = Vec::new();
        let hint = option.and_then(|option| option.hint.as_ref());
        if hint.is_some() {
            input = input.with("aria-describedby", format!("{id}_hint"));
        }
        item.extend([input, label]);
        if let Some(hint) = hint {
            let class = format!("govuk-hint govuk-{sort}__hint");
            item.push(element("div", &class, vec![text(hint)]).with("id", format!("{id}_hint")));
        }
        let under = option.is_some_and(|option| option.under.is_some());
        let class =
            if under { format!("govuk-{sort}__item wm-under") } else { format!("govuk-{sort}__item") };
        element("div", &class, item)
    }
}

fn wrong(class: &str, is_wrong: bool) -> String {
    let base = class.split(' ').next().unwrap_or_default();
    if is_wrong { format!("{class} {base}--error") } else { class.to_owned() }
}

fn text_of(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

fn described_by(piece: Piece, ids: &str) -> Piece {
    if ids.is_empty() { piece } else { piece.with("aria-describedby", ids) }
}
