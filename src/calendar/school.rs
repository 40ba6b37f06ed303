//! School holidays, as far as they are published; beyond that nobody knows.
use std::sync::LazyLock;

use jiff::civil::Date;

use super::Region;
use crate::base::{sentence::Sentence, text::Lang};

/// The kinds of school holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vacation {
    Easter,
    Whitsun,
    Summer,
    Autumn,
    Christmas,
}

/// What a day is for the schools of a state. *Unknown* is an answer of its own: where no dates
/// are published yet, a plan must not claim that there are no holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SchoolDay {
    Unknown,
    Term,
    Vacation(Vacation),
}

impl SchoolDay {
    /// What there is to say about the day: the holidays' name, or that they are not known yet;
    /// about a day of term there is nothing to say.
    pub fn sentence(self) -> Option<Sentence> {
        let key = match self {
            SchoolDay::Term => return None,
            SchoolDay::Unknown => "calendar-school-unknown",
            SchoolDay::Vacation(Vacation::Easter) => "calendar-school-easter",
            SchoolDay::Vacation(Vacation::Whitsun) => "calendar-school-whitsun",
            SchoolDay::Vacation(Vacation::Summer) => "calendar-school-summer",
            SchoolDay::Vacation(Vacation::Autumn) => "calendar-school-autumn",
            SchoolDay::Vacation(Vacation::Christmas) => "calendar-school-christmas",
        };
        Some(Sentence::new(key))
    }

    /// The words of [`SchoolDay::sentence`].
    pub fn name(self, lang: Lang) -> Option<String> {
        self.sentence().map(|sentence| lang.say(&sentence))
    }

    pub fn is_vacation(self) -> bool {
        matches!(self, SchoolDay::Vacation(_))
    }

    pub fn is_unknown(self) -> bool {
        self == SchoolDay::Unknown
    }
}

/// One stretch of school holidays, first and last day inclusive; it may cross the year's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub vacation: Vacation,
    pub first: Date,
    pub last: Date,
}

/// The published school holidays of a state, and from when to when they are complete.
#[derive(Debug)]
pub struct Published {
    /// Where the dates are from, in German, to be shown beside them.
    pub source: String,
    pub covered_from: Date,
    pub covered_until: Date,
    /// By date, without overlaps.
    pub periods: Vec<Period>,
}

/// What a day is for the schools of a state.
pub fn school_day(region: Region, date: Date) -> SchoolDay {
    let published = published(region);
    if date < published.covered_from || date > published.covered_until {
        return SchoolDay::Unknown;
    }
    let after = published.periods.partition_point(|period| period.last < date);
    match published.periods.get(after) {
        Some(period) if period.first <= date => SchoolDay::Vacation(period.vacation),
        _ => SchoolDay::Term,
    }
}

/// The published school holidays of a state.
pub fn published(region: Region) -> &'static Published {
    match region {
        Region::NorthRhineWestphalia => &NRW,
    }
}

static NRW: LazyLock<Published> = LazyLock::new(|| read(include_str!("school_nrw.toml")));

#[derive(serde::Deserialize)]
struct File {
    source: String,
    covered_from: String,
    covered_until: String,
    vacation: Vec<Row>,
}

#[derive(serde::Deserialize)]
struct Row {
    kind: Vacation,
    first: String,
    last: String,
}

/// Reads an embedded file; one that cannot be read is a fault of the build, which the tests find.
fn read(source: &str) -> Published {
    let date = |text: &str| text.parse::<Date>().unwrap_or_else(|error| panic!("school holidays: {error}"));
    let file: File = toml::from_str(source).unwrap_or_else(|error| panic!("school holidays: {error}"));
    Published {
        source: file.source,
        covered_from: date(&file.covered_from),
        covered_until: date(&file.covered_until),
        periods: file
            .vacation
            .iter()
            .map(|row| Period { vacation: row.kind, first: date(&row.first), last: date(&row.last) })
            .collect(),
    }
}
