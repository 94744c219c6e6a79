//! What the forms say.

use super::phrases::phrases;

phrases! {
    /// `words/forms.toml`.
    FormWords {
        reworked,
        mark,
        mark_explained,
        personal,
        circulated,
        withheld,
        only_if,
        yes,
        no,
        or,
        and,
        under,
        scale,
        asked_must,
        asked_will,
        asked_may,
        in_field,
        date_missing,
        time_missing,
        too_long,
        too_many_rows,
        refused_cell,
        refused_unknown_field,
        refused_unknown_table,
        refused_unknown_row,
        refused_row_twice,
        refused_added_row,
        refused_too_many_rows,
        refused_wrong_kind,
        refused_not_filled_in,
        refused_unknown_option,
        refused_option_twice,
        refused_too_long,
        initials,
        autocomplete,
        not_filled_in,
        kept_aside,
    }
}
