//! The only look at the browser's clock.

use chrono::NaiveDate;
use js_sys::Date;

/// Today on this device, in its own time zone.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok();
    year.and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()))
        .unwrap_or_default()
}
