//! When a house is open: an OSM `opening_hours` text, and what it says about a day.
use std::sync::Arc;

use chrono::NaiveDate;
use compact_calendar::CompactCalendar;
use jiff::civil::{Date, DateTime};
use jiff::{ToSpan, tz::TimeZone};
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};

use super::hours_rule::{Rule, split};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// Minutes in a day; a span that ends later runs past midnight.
pub const DAY: u16 = 24 * 60;

/// One stretch of being open, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub from: u16,
    pub to: u16,
}

/// The holidays where the house stands.
///
/// `school` answers nothing where nobody knows yet: unknown is never taken for "no holidays".
#[derive(Clone, Copy)]
pub struct Holidays<'a> {
    pub public: &'a dyn Fn(Date) -> bool,
    pub school: &'a dyn Fn(Date) -> Option<bool>,
}

/// What the hours say about one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    /// In order and apart from one another; past midnight belongs to the next day.
    pub spans: Vec<Span>,
    /// A remark for this day, as "Heiligabend".
    pub note: Option<String>,
    /// How to come in outside the spans, as "nach Vereinbarung".
    pub request: Option<String>,
    /// False when it depends on school holidays that nobody knows yet.
    pub certain: bool,
}

/// Opening hours that can be asked.
#[derive(Debug, Clone)]
pub struct Hours {
    rules: Vec<Rule>,
    plain: Option<OpeningHours>,
    vacation: Option<OpeningHours>,
}

impl Hours {
    /// Reads the stored text; an empty one means that the hours are unknown.
    pub fn parse(osm: &str) -> Result<Option<Self>, Sentence> {
        if osm.trim().is_empty() {
            return Ok(None);
        }
        let wrong = || Sentence::new("institution-hours-osm").with("value", osm.trim());
        let rules = split(osm);
        let read = |school: bool| match Rule::expression(&rules, school) {
            Some(text) => text.parse::<OpeningHours>().map(Some).map_err(|_| wrong()),
            None => Ok(None),
        };
        let (plain, vacation) = (read(false)?, read(true)?);
        if plain.is_none() && vacation.is_none() {
            return Err(wrong());
        }
        Ok(Some(Hours { rules, plain, vacation }))
    }

    /// Says when the house is open on a date.
    pub fn day(&self, date: Date, holidays: &Holidays) -> Day {
        let certain = !self.rules.iter().any(Rule::knows_school) || (holidays.school)(date).is_some();
        let day = self.supposing(date, holidays, (holidays.school)(date) == Some(true));
        if certain {
            return day;
        }
        // Nobody knows whether school is out: certain still, if it makes no difference.
        let certain = self.supposing(date, holidays, true).spans == day.spans;
        Day { certain, ..day }
    }

    /// The days of a stretch of time, one after the other.
    pub fn days(&self, from: Date, count: i64, holidays: &Holidays) -> Vec<Day> {
        (0..count)
            .filter_map(|n| from.checked_add(n.days()).ok())
            .map(|date| self.day(date, holidays))
            .collect()
    }

    fn supposing(&self, date: Date, holidays: &Holidays, school: bool) -> Day {
        let mut day = Day { date, spans: Vec::new(), note: None, request: None, certain: true };
        let (Some(hours), Some(naive)) = (if school { &self.vacation } else { &self.plain }, naive(date))
        else {
            return day;
        };
        let context = Context::default().with_holidays(self.calendar(date, holidays, school));
        for range in hours.clone().with_context(context).schedule_at(naive) {
            let span = Span {
                from: range.range.start.mins_from_midnight(),
                to: range.range.end.mins_from_midnight(),
            };
            let said = Some(range.comment.trim().to_owned()).filter(|said| !said.is_empty());
            match range.kind {
                RuleKind::Open => match day.spans.last_mut().filter(|last| last.to == span.from) {
                    Some(last) => last.to = span.to,
                    None => day.spans.push(span),
                },
                RuleKind::Unknown => {
                    day.request = day.request.or(said);
                    continue;
                }
                RuleKind::Closed => {}
            }
            day.note = day.note.or(said);
        }
        day
    }

    /// The holidays around one date, which is all that its schedule looks at.
    fn calendar(&self, date: Date, holidays: &Holidays, school: bool) -> ContextHolidays {
        let (mut public, mut terms) = (CompactCalendar::default(), CompactCalendar::default());
        let asked = self.rules.iter().any(|rule| rule.knows_school() || rule.knows_public());
        for near in (-8..=8).filter(|_| asked).filter_map(|n: i64| date.checked_add(n.days()).ok()) {
            let Some(naive) = naive(near) else { continue };
            if (holidays.public)(near) {
                public.insert(naive);
            }
            if if near == date { school } else { (holidays.school)(near) == Some(true) } {
                terms.insert(naive);
            }
        }
        ContextHolidays::new(Arc::new(public), Arc::new(terms))
    }
}

fn naive(date: Date) -> Option<NaiveDate> {
    let (month, day) = (u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?);
    NaiveDate::from_ymd_opt(i32::from(date.year()), month, day)
}

/// The instant of a local time, given as a date and minutes since its midnight.
///
/// A time that the clock change skips is the first one after it; one that comes twice is the first.
pub fn instant(date: Date, minute: u16, zone: &TimeZone) -> Option<Instant> {
    let date = date.checked_add(i64::from(minute / DAY).days()).ok()?;
    let rest = i8::try_from(minute % DAY / 60).ok().zip(i8::try_from(minute % 60).ok());
    let (hour, minute) = rest?;
    let local = DateTime::from_parts(date, jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
    Some(zone.to_timestamp(local).ok()?.into())
}

/// Writes minutes as Germans say them in front of "Uhr": "9", "14:30".
pub fn spoken(minute: u16) -> String {
    let (hour, rest) = (hour(minute), minute % 60);
    if rest == 0 { hour.to_string() } else { format!("{hour}:{rest:02}") }
}

/// Writes minutes as a clock shows them: "09:00", "14:30".
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", hour(minute), minute % 60)
}

/// Midnight at the end of a day is 24 o'clock, later hours are those of the next day.
fn hour(minute: u16) -> u16 {
    if minute == DAY { 24 } else { minute / 60 % 24 }
}

#[cfg(test)]
#[path = "tests/hours.rs"]
mod tests;
