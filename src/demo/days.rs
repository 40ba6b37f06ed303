//! When the demo's posts are due, counted from the day on which it is filled.
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::book::{Post, Series};
use crate::base::clock::Instant;
use crate::calendar::local::parse_time;

/// The day on which the demo is filled, where it is filled.
#[derive(Debug, Clone)]
pub struct Days {
    pub now: Instant,
    zone: TimeZone,
    today: Date,
}

impl Days {
    pub fn new(now: Instant, zone: TimeZone) -> Days {
        let today = now.zoned(&zone).date();
        Days { now, zone, today }
    }

    /// Gives a local time so many days from today.
    pub fn at(&self, day: i32, hour: i8, minute: i8) -> Instant {
        self.instant(self.shifted(day), Time::constant(hour, minute, 0, 0))
    }

    /// Gives the time at which a post is due. What is told as past lies before today's day, what is
    /// told as ahead lies after it, whatever weekday or day of the year it moves to.
    pub fn due(&self, post: &Post, series: Option<&Series>) -> Instant {
        let is_past = matches!(post.state.as_str(), "public" | "missed" | "withdrawn" | "archived");
        let time = parse_time(&post.when.time).unwrap_or(Time::midnight());
        let day = match (&post.when.month_day, post.when.day) {
            (Some(month_day), _) => self.of_year(month_day, is_past),
            (None, day) => self.shifted(day.unwrap_or_default()),
        };
        let day = match series.and_then(|series| weekday(&series.weekday)) {
            Some(weekday) => snapped(day, weekday, is_past),
            None => day,
        };
        self.instant(day, time)
    }

    /// Gives a time on the day that lies so many days from the local day of an instant.
    pub fn from(&self, origin: Instant, days: i32, hour: i8, minute: i8) -> Instant {
        let day = origin.zoned(&self.zone).date().saturating_add(days.days());
        self.instant(day, Time::constant(hour, minute, 0, 0))
    }

    /// Counts the days from today to the local day of an instant.
    pub fn until(&self, at: Instant) -> i32 {
        self.today.until(at.zoned(&self.zone).date()).map_or(0, |span| span.get_days())
    }

    fn shifted(&self, days: i32) -> Date {
        self.today.saturating_add(days.days())
    }

    /// The last day of that name before today, or the first after it.
    fn of_year(&self, month_day: &str, is_past: bool) -> Date {
        let (month, day) = month_day.split_once('-').unwrap_or(("1", "1"));
        let (month, day) = (month.parse().unwrap_or(1), day.parse().unwrap_or(1));
        let years = if is_past { [0, -1] } else { [0, 1] };
        years
            .into_iter()
            .filter_map(|years| Date::new(self.today.year() + years, month, day).ok())
            .find(|date| if is_past { *date < self.today } else { *date > self.today })
            .unwrap_or(self.today)
    }

    fn instant(&self, day: Date, time: Time) -> Instant {
        day.to_datetime(time)
            .to_zoned_datetime(self.zone.clone())
            .map_or(self.now, |zoned| Instant::from(&zoned))
    }
}

/// Moves a day to a weekday: back where it is told as past, on where it is told as ahead.
fn snapped(day: Date, weekday: Weekday, back: bool) -> Date {
    let step = if back { -1 } else { 1 };
    (0..7).map(|n| day.saturating_add((n * step).days())).find(|day| day.weekday() == weekday).unwrap_or(day)
}

/// Reads the name of a weekday.
pub fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}
