//! Local time as people say it: weekdays, holidays, slots that keep their hour.
pub mod awareness;
pub mod grid;
pub mod holiday;
pub mod local;
pub mod school;
pub mod slot;
#[cfg(test)]
mod tests;

use jiff::{
    civil::{Date, Weekday},
    tz::TimeZone,
};

use crate::base::sentence::Sentence;

/// The state whose public and school holidays a Verbund lives by. Others can be added when a
/// Verbund from there joins; until then only what is known is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Region {
    #[default]
    #[serde(rename = "DE-NW")]
    NorthRhineWestphalia,
}

impl Region {
    pub const ALL: [Region; 1] = [Region::NorthRhineWestphalia];

    /// The state's code in ISO 3166-2, as in `DE-NW`.
    pub fn code(self) -> &'static str {
        match self {
            Region::NorthRhineWestphalia => "DE-NW",
        }
    }

    /// Reads a code; states we have no dates of are none of ours.
    pub fn from_code(code: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.code() == code)
    }
}

/// Finds a time zone by its name, as in `Europe/Berlin`.
pub fn zone(name: &str) -> Result<TimeZone, Sentence> {
    TimeZone::get(name).map_err(|_| Sentence::new("calendar-zone-unknown").with("name", name))
}

/// The day moved by a number of days; it stays within the calendar's range (years -9999 to 9999).
pub(crate) fn shifted(date: Date, days: i32) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

/// The Monday of the week in which a day lies.
pub fn monday(date: Date) -> Date {
    shifted(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// The first such weekday on a day or after it.
pub(crate) fn weekday_from(date: Date, weekday: Weekday) -> Date {
    shifted(date, i32::from(weekday.since(date.weekday())))
}
