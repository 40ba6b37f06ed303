//! Weeks as rows, days as columns: what a plan, a month and a list are drawn from.
use jiff::civil::Date;

use super::{
    Region,
    awareness::{self, Awareness},
    holiday::{Holiday, holiday},
    monday,
    school::{SchoolDay, school_day},
    shifted,
};

/// A day in the plan, with everything that is known about it beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    pub is_today: bool,
    /// In a month: whether the day belongs to it, or only fills up its first or last week.
    pub is_inside: bool,
    pub holiday: Option<Holiday>,
    pub school: SchoolDay,
    pub awareness: Vec<Awareness>,
}

impl Day {
    pub fn is_weekend(&self) -> bool {
        self.date.weekday().to_monday_one_offset() >= 6
    }
}

/// A week, Monday to Sunday, with its year and number by ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub year: i16,
    pub number: i8,
    pub days: Vec<Day>,
}

impl Week {
    pub fn first(&self) -> Date {
        self.days[0].date
    }

    pub fn last(&self) -> Date {
        self.days[6].date
    }
}

/// The weeks that a month touches, four to six. `month` is any day of the month; days of the
/// neighbouring months are marked as not inside.
pub fn month(month: Date, today: Date, region: Region) -> Vec<Week> {
    let (first, last) = (month.first_of_month(), month.last_of_month());
    let weeks = (monday(last).duration_since(monday(first)).as_hours() / (24 * 7) + 1).unsigned_abs();
    build(monday(first), weeks, first, last, today, region)
}

/// A number of weeks, the first being the one in which a day lies; every day is inside.
pub fn weeks(from: Date, count: u16, today: Date, region: Region) -> Vec<Week> {
    build(monday(from), u64::from(count), Date::MIN, Date::MAX, today, region)
}

/// A number of days, one after the other, from a day on; every day is inside.
pub fn days(from: Date, count: u16, today: Date, region: Region) -> Vec<Day> {
    (0..i32::from(count)).map(|offset| day(shifted(from, offset), true, today, region)).collect()
}

fn build(start: Date, weeks: u64, first: Date, last: Date, today: Date, region: Region) -> Vec<Week> {
    let mut monday = start;
    let mut rows = Vec::new();
    for _ in 0..weeks {
        let week = monday.iso_week_date();
        let days = (0..7)
            .map(|offset| shifted(monday, offset))
            .map(|date| day(date, first <= date && date <= last, today, region))
            .collect();
        rows.push(Week { year: week.year(), number: week.week(), days });
        monday = shifted(monday, 7);
    }
    rows
}

fn day(date: Date, is_inside: bool, today: Date, region: Region) -> Day {
    Day {
        date,
        is_today: date == today,
        is_inside,
        holiday: holiday(region, date),
        school: school_day(region, date),
        awareness: awareness::on(date),
    }
}
