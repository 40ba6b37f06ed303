//! The time of a post: what to suggest, when it may be moved, what stands too close.
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::state::{Standing, State};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// Two posts nearer to each other than this take each other's readers away.
const CLASH_MINUTES: i64 = 60;
/// A suggested time leaves the other houses at least this long.
const NOTICE_HOURS: i64 = 24;
/// The local hour of a suggestion where the Verbund has no free slot.
const USUAL_HOUR: i8 = 10;
/// How far ahead a suggestion looks before it gives up avoiding others.
const LOOK_AHEAD_DAYS: usize = 60;

/// Suggests a time for a proposal without one: the first of the Verbund's slots, else the first
/// working day at ten, that is a day or more ahead and clashes with no other post.
///
/// `slots` ascend; `others` are the times of the other posts; `closed` names public holidays.
pub fn suggest(
    now: Instant,
    zone: &TimeZone,
    slots: impl IntoIterator<Item = Instant>,
    others: &[Instant],
    closed: impl Fn(Date) -> bool,
) -> Instant {
    let earliest = now.plus_hours(NOTICE_HOURS);
    let free = |at: &Instant| *at >= earliest && clashes(*at, others).next().is_none();
    if let Some(slot) = slots.into_iter().take(LOOK_AHEAD_DAYS).find(free) {
        return slot;
    }
    let mornings = || {
        let days = std::iter::successors(Some(earliest.zoned(zone).date()), |day| day.tomorrow().ok());
        days.filter(|day| is_working_day(*day, &closed))
            .filter_map(|day| day.at(USUAL_HOUR, 0, 0, 0).to_zoned_datetime(zone.clone()).ok())
            .map(|morning| Instant::from(&morning))
            .filter(|morning| *morning >= earliest)
            .take(LOOK_AHEAD_DAYS)
    };
    mornings().find(free).or_else(|| mornings().next()).unwrap_or(earliest)
}

/// Gives the same local time on the next working day.
pub fn one_working_day_later(at: Instant, zone: &TimeZone, closed: impl Fn(Date) -> bool) -> Instant {
    let local = at.zoned(zone);
    std::iter::successors(local.date().tomorrow().ok(), |day| day.tomorrow().ok())
        .take(LOOK_AHEAD_DAYS)
        .find(|day| is_working_day(*day, &closed))
        .and_then(|day| day.to_datetime(local.time()).to_zoned_datetime(zone.clone()).ok())
        .map_or_else(|| at.plus_hours(NOTICE_HOURS), |later| Instant::from(&later))
}

fn is_working_day(day: Date, closed: impl Fn(Date) -> bool) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !closed(day)
}

/// Decides whether a post may be moved to a time. The approval of a planned post stays: it is for
/// the text, and the time is nobody's text.
pub fn may_move(standing: &Standing, to: Instant, now: Instant) -> Result<(), Sentence> {
    match standing.state(now) {
        State::Public => Err(Sentence::new("post-refused-move-public")),
        State::Withdrawn | State::Archived => Err(Sentence::new("post-refused-closed")),
        _ if to <= now => Err(Sentence::new("post-refused-past")),
        _ => Ok(()),
    }
}

/// Finds the other posts, by their place in the list, that are too near to a time.
pub fn clashes(at: Instant, others: &[Instant]) -> impl Iterator<Item = usize> + '_ {
    let near = move |other: &Instant| other.millis().abs_diff(at.millis()) < (CLASH_MINUTES * 60_000) as u64;
    others.iter().enumerate().filter(move |(_, other)| near(other)).map(|(place, _)| place)
}

/// A week and how many posts it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    pub monday: Date,
    pub posts: usize,
}

/// Lists the weeks with fewer posts than the Verbund wants, from the week of `from` on.
/// `times` are those of planned and public posts; weeks begin on Monday, local time.
pub fn thin_weeks(times: &[Instant], from: Date, weeks: usize, wanted: usize, zone: &TimeZone) -> Vec<Week> {
    let mondays: Vec<Date> = times.iter().filter_map(|at| monday_of(at.zoned(zone).date())).collect();
    let all =
        std::iter::successors(monday_of(from), |monday| monday.checked_add(jiff::Span::new().days(7)).ok());
    all.take(weeks)
        .map(|monday| Week { monday, posts: mondays.iter().filter(|day| **day == monday).count() })
        .filter(|week| week.posts < wanted)
        .collect()
}

fn monday_of(day: Date) -> Option<Date> {
    let since_monday = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(since_monday)).ok()
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
