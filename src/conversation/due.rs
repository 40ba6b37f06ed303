//! By when somebody has to answer: a share of a working day, in the hours in which a house works.
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::base::clock::Instant;
use crate::institution::hours::{Holidays, Hours, instant};

/// One working day. Time is counted in millionths of one, so that half a short Saturday and half a
/// long Thursday are the same.
pub const DAY: i64 = 1_000_000;

/// At the latest after so many office days, also where a house opens once a week or is rebuilding:
/// by then the coordination can have answered.
pub const MOST_DAYS: i64 = 5;

/// How far ahead is looked, in days.
const AHEAD: usize = 120;

/// Office hours where a house has none of its own, in minutes since midnight.
const OFFICE: (u16, u16) = (9 * 60, 17 * 60);

/// Due times fall on the next quarter of an hour, unless the house has closed by then.
const QUARTER_MILLIS: i64 = 15 * 60_000;

/// A stretch of working time, `from` before `to`.
pub type Stretch = (Instant, Instant);

/// When an answer is due, and when half of its time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub at: Instant,
    pub half_at: Instant,
}

/// Says by when something that came in at `from` is to be answered within `days` working days of a
/// house. Where its hours are unknown, weekdays from 9 to 17 count that are no public holiday.
pub fn due(from: Instant, days: i64, hours: Option<&Hours>, zone: &TimeZone, holidays: &Holidays) -> Due {
    let office = |date: Date| office_day(date, zone, holidays);
    let own = |date: Date| match hours {
        Some(hours) => house_day(date, hours, zone, holidays),
        None => office(date),
    };
    let after = |share: i64, most: i64| {
        let latest = after(from, most, zone, office).unwrap_or_else(|| from.plus_hours(24 * 7));
        after(from, share, zone, own).map_or(latest, |at| at.min(latest))
    };
    let at = after(days * DAY, days.max(MOST_DAYS) * DAY);
    let half_at = after(days * DAY / 2, days.max(MOST_DAYS) * DAY / 2);
    Due { at, half_at: half_at.min(at) }
}

/// Says when so many millionths of working days have passed since an instant, if they ever do.
/// `day` gives the working time of a date, in order.
pub fn after(
    from: Instant,
    share: i64,
    zone: &TimeZone,
    day: impl Fn(Date) -> Vec<Stretch>,
) -> Option<Instant> {
    let mut left = share;
    let dates = std::iter::successors(Some(from.zoned(zone).date()), |date| date.tomorrow().ok());
    for date in dates.take(AHEAD) {
        let stretches = day(date);
        let whole: i64 = stretches.iter().map(length).sum();
        let ahead: Vec<Stretch> = stretches
            .into_iter()
            .filter(|stretch| stretch.1 > from)
            .map(|stretch| (stretch.0.max(from), stretch.1))
            .collect();
        let open: i64 = ahead.iter().map(length).sum();
        if open == 0 {
            continue;
        }
        // In whole milliseconds of this day, rounded up.
        let needed = (i128::from(left) * i128::from(whole)).div_euclid(i128::from(DAY));
        let needed = i64::try_from(needed).unwrap_or(i64::MAX);
        if needed <= open {
            return Some(point(&ahead, needed));
        }
        left -= i64::try_from(i128::from(open) * i128::from(DAY) / i128::from(whole)).unwrap_or(0);
    }
    None
}

fn length(stretch: &Stretch) -> i64 {
    stretch.1.millis() - stretch.0.millis()
}

/// Finds the instant at which so much of the working time is over.
fn point(ahead: &[Stretch], needed: i64) -> Instant {
    let mut left = needed;
    for stretch in ahead {
        if left <= length(stretch) {
            let millis = stretch.0.millis() + left;
            // What is over by less than a second is so by rounding.
            let quarter = (millis + QUARTER_MILLIS - 1_000).div_euclid(QUARTER_MILLIS) * QUARTER_MILLIS;
            return Instant::from_millis(quarter.min(stretch.1.millis()));
        }
        left -= length(stretch);
    }
    ahead.last().map_or(Instant::from_millis(0), |stretch| stretch.1)
}

/// The working time of a house on a date.
fn house_day(date: Date, hours: &Hours, zone: &TimeZone, holidays: &Holidays) -> Vec<Stretch> {
    let spans = hours.day(date, holidays).spans;
    spans.iter().filter_map(|span| stretch(date, (span.from, span.to), zone)).collect()
}

/// Office hours on a date: none on a weekend or a public holiday.
fn office_day(date: Date, zone: &TimeZone, holidays: &Holidays) -> Vec<Stretch> {
    let is_closed = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) || (holidays.public)(date);
    if is_closed { Vec::new() } else { stretch(date, OFFICE, zone).into_iter().collect() }
}

fn stretch(date: Date, (from, to): (u16, u16), zone: &TimeZone) -> Option<Stretch> {
    let (from, to) = (instant(date, from, zone)?, instant(date, to, zone)?);
    (from < to).then_some((from, to))
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
