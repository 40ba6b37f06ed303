//! Awareness days: what libraries, museums and archives plan by.
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::{holiday::easter, shifted, weekday_from};
use crate::base::{sentence::Sentence, text::Lang};

/// What kind of day it is, so that a day of remembrance is not mistaken for an occasion to joke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Remembrance, or a serious cause.
    Memorial,
    /// Books, collections, archives, language, education, volunteering.
    Professional,
    Fun,
}

impl Kind {
    pub fn sentence(self) -> Sentence {
        Sentence::new(match self {
            Kind::Memorial => "calendar-kind-memorial",
            Kind::Professional => "calendar-kind-professional",
            Kind::Fun => "calendar-kind-fun",
        })
    }
}

/// An awareness day, as it falls on some date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awareness {
    /// The key of its name; stable, so that it can be kept.
    pub key: &'static str,
    pub kind: Kind,
    /// The organiser has not announced the day of this year; it is only where the custom puts it.
    pub is_expected: bool,
}

impl Awareness {
    /// The day's name, with a word of caution where it is only expected.
    pub fn name(&self, lang: Lang) -> String {
        let name = lang.say(&Sentence::new(self.key));
        match self.is_expected {
            true => lang.w("calendar-day-expected", "name", name),
            false => name,
        }
    }
}

/// The awareness days on a date, in the order of their file.
pub fn on(date: Date) -> Vec<Awareness> {
    let year = date.year();
    let falls = |entry: &'static Entry| {
        let (first, is_expected) = entry.first(year)?;
        let last = shifted(first, i32::from(entry.days) - 1);
        let awareness = Awareness { key: &entry.key, kind: entry.kind, is_expected };
        (first <= date && date <= last).then_some(awareness)
    };
    ENTRIES.iter().filter_map(falls).collect()
}

/// The awareness days of a year, by date; a day of several days comes once, with its first.
pub fn year(year: i16) -> Vec<(Date, Awareness)> {
    let falls = |entry: &'static Entry| {
        let (first, is_expected) = entry.first(year)?;
        Some((first, Awareness { key: &entry.key, kind: entry.kind, is_expected }))
    };
    let mut days: Vec<_> = ENTRIES.iter().filter_map(falls).collect();
    days.sort_by_key(|(date, _)| *date);
    days
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| read(include_str!("awareness.toml")));

#[derive(Debug)]
struct Entry {
    key: String,
    kind: Kind,
    rule: Rule,
    dates: Vec<Date>,
    days: u8,
    is_announced: bool,
    is_biennial: bool,
    from: i16,
    until: i16,
}

#[derive(Debug)]
enum Rule {
    Fixed { month: i8, day: i8 },
    Nth { nth: i8, weekday: Weekday, month: i8 },
    After { month: i8, day: i8, weekday: Weekday },
    Easter { offset: i16 },
    Never,
}

impl Entry {
    /// The first day in a year, and whether it is only expected.
    fn first(&self, year: i16) -> Option<(Date, bool)> {
        if let Some(date) = self.dates.iter().find(|date| date.year() == year) {
            return Some((*date, false));
        }
        if year < self.from || year > self.until || (self.is_biennial && year % 2 != 0) {
            return None;
        }
        let date = match self.rule {
            Rule::Fixed { month, day } => Date::new(year, month, day).ok()?,
            Rule::Nth { nth, weekday, month } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?
            }
            Rule::After { month, day, weekday } => weekday_from(Date::new(year, month, day).ok()?, weekday),
            Rule::Easter { offset } => shifted(easter(year), i32::from(offset)),
            Rule::Never => return None,
        };
        Some((date, self.is_announced))
    }
}

#[derive(serde::Deserialize)]
struct File {
    day: Vec<Row>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    kind: Kind,
    on: Option<String>,
    after: Option<String>,
    nth: Option<i8>,
    weekday: Option<Day>,
    month: Option<i8>,
    easter: Option<i16>,
    #[serde(default)]
    dates: Vec<String>,
    #[serde(default)]
    announced: bool,
    days: Option<u8>,
    years: Option<Years>,
    from: Option<i16>,
    until: Option<i16>,
}

#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Years {
    Even,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Monday => Weekday::Monday,
            Day::Tuesday => Weekday::Tuesday,
            Day::Wednesday => Weekday::Wednesday,
            Day::Thursday => Weekday::Thursday,
            Day::Friday => Weekday::Friday,
            Day::Saturday => Weekday::Saturday,
            Day::Sunday => Weekday::Sunday,
        }
    }
}

/// Reads the embedded file; one that cannot be read is a fault of the build, which the tests find.
fn read(source: &str) -> Vec<Entry> {
    let file: File = toml::from_str(source).unwrap_or_else(|error| panic!("awareness days: {error}"));
    file.day
        .into_iter()
        .map(|row| {
            let rule = rule(&row).unwrap_or_else(|| panic!("awareness days: no rule for {}", row.key));
            Entry {
                rule,
                kind: row.kind,
                dates: row.dates.iter().map(|date| date.parse().expect("a published date")).collect(),
                days: row.days.unwrap_or(1),
                is_announced: row.announced,
                is_biennial: row.years.is_some(),
                from: row.from.unwrap_or(i16::MIN),
                until: row.until.unwrap_or(i16::MAX),
                key: row.key,
            }
        })
        .collect()
}

fn rule(row: &Row) -> Option<Rule> {
    let month_day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    let weekday = row.weekday.map(Weekday::from);
    match (&row.on, &row.after, row.nth, row.easter) {
        (Some(on), None, None, None) => month_day(on).map(|(month, day)| Rule::Fixed { month, day }),
        (None, Some(after), None, None) => {
            let (month, day) = month_day(after)?;
            Some(Rule::After { month, day, weekday: weekday? })
        }
        (None, None, Some(nth), None) => Some(Rule::Nth { nth, weekday: weekday?, month: row.month? }),
        (None, None, None, Some(offset)) => Some(Rule::Easter { offset }),
        (None, None, None, None) if !row.dates.is_empty() => Some(Rule::Never),
        _ => None,
    }
}
