//! Which houses are open today, and when that sentence changes.
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::clock::Instant;
use crate::base::text::Lang;
use crate::calendar::Region;
use crate::calendar::holiday::holiday;
use crate::calendar::school::{SchoolDay, school_day};
use crate::institution::hours::{Holidays, Hours};
use crate::institution::hours_today::{Row, Today, week};
use crate::institution::{Institution, face};
use crate::page::Badge;

/// A house and what a visitor is told about today.
#[derive(Debug, Clone)]
pub struct OpenHouse {
    pub badge: Badge,
    pub kind: String,
    /// Where its door is: street and place, as far as they are known.
    pub door: String,
    pub sentence: String,
    pub is_open: bool,
    pub note: String,
}

/// One row of a house's week.
#[derive(Debug, Clone)]
pub struct Weekday {
    pub name: String,
    /// Each span of time by itself, so that a narrow column breaks between them and not inside.
    pub hours: Vec<String>,
    pub is_today: bool,
    /// The name of the holiday, or what the house says of this day; mostly empty.
    pub note: String,
}

fn is_holiday(date: Date) -> bool {
    holiday(Region::default(), date).is_some()
}

fn is_vacation(date: Date) -> Option<bool> {
    match school_day(Region::default(), date) {
        SchoolDay::Vacation(_) => Some(true),
        SchoolDay::Term => Some(false),
        SchoolDay::Unknown => None,
    }
}

/// The holidays where the houses stand.
pub const HOLIDAYS: Holidays<'static> = Holidays { public: &is_holiday, school: &is_vacation };

/// Reads a house's hours; those that cannot be read are unknown to visitors.
pub fn hours(house: &Institution) -> Option<Hours> {
    Hours::parse(&house.opening).ok().flatten()
}

/// Tells of each house what holds today, and from when on something else has to be said.
pub fn today(
    houses: &[&Institution],
    now: Instant,
    zone: &TimeZone,
    w: Lang,
    root: &str,
) -> (Vec<OpenHouse>, Option<Instant>) {
    let mut changes = None;
    let open = houses.iter().map(|house| {
        let (today, until) = Today::at(hours(house).as_ref(), now, zone, &HOLIDAYS);
        changes = [changes, until].into_iter().flatten().min();
        OpenHouse {
            badge: face::badge(house, root),
            kind: w.t(super::kind_key(&house.kind)),
            door: door(house),
            sentence: w.say(&today.sentence()),
            is_open: matches!(today, Today::Open { .. } | Today::Always),
            note: house.opening_note.clone(),
        }
    });
    (open.collect(), changes)
}

fn door(house: &Institution) -> String {
    let place = format!("{} {}", house.postcode, house.place);
    let known = [house.street.trim(), place.trim()].into_iter().filter(|part| !part.is_empty());
    known.collect::<Vec<_>>().join(", ")
}

/// Writes the week in which a day lies; empty where the hours are unknown.
pub fn week_of(house: &Institution, date: Date, w: Lang) -> Vec<Weekday> {
    let Some(hours) = hours(house) else { return Vec::new() };
    week(&hours, date, &HOLIDAYS).into_iter().map(|row| weekday(&row, date, w)).collect()
}

fn weekday(row: &Row, today: Date, w: Lang) -> Weekday {
    let holiday = holiday(Region::default(), row.day.date).map(|holiday| holiday.name(w));
    let said = [holiday, row.day.note.clone(), row.day.request.clone()];
    Weekday {
        name: w.say(&row.weekday),
        hours: w.say(&row.hours).split(", ").map(str::to_owned).collect(),
        is_today: row.day.date == today,
        note: said.into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}
