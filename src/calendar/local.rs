//! Times as people read and write them: in the Verbund's zone, in the reader's language.
use jiff::{
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{monday, shifted};
use crate::base::{clock::Instant, sentence::Sentence, text::Lang};

/// Says and reads times for one reader: in the Verbund's zone, in the reader's language, seen from
/// now. Every page makes one of these and shows no time in any other way.
#[derive(Debug, Clone, Copy)]
pub struct Local<'a> {
    pub zone: &'a TimeZone,
    pub lang: Lang,
    pub now: Instant,
}

impl<'a> Local<'a> {
    pub fn new(zone: &'a TimeZone, lang: Lang, now: Instant) -> Self {
        Local { zone, lang, now }
    }

    /// The local date and time of an instant.
    pub fn civil(&self, at: Instant) -> DateTime {
        self.zone.to_datetime(at.timestamp())
    }

    /// The local day of an instant.
    pub fn day(&self, at: Instant) -> Date {
        self.civil(at).date()
    }

    /// The day it is now.
    pub fn today(&self) -> Date {
        self.day(self.now)
    }

    /// The first instant of a local day.
    pub fn start_of(&self, date: Date) -> Instant {
        resolve(date.to_datetime(Time::midnight()), self.zone)
    }

    /// Day and time, as in „Do, 3. Dezember, 9:30 Uhr“; with the year when it is not this year.
    pub fn full(&self, at: Instant) -> String {
        self.moment(self.date(self.day(at)), at)
    }

    /// The day, as in „Do, 3. Dezember“; with the year when it is not this year.
    pub fn date(&self, date: Date) -> String {
        self.dated("calendar-date", "calendar-date-year", date)
    }

    /// The day in full, as in „Donnerstag, 3. Dezember 2026“.
    pub fn date_long(&self, date: Date) -> String {
        self.lang.say(&date_args("calendar-date-long", date))
    }

    /// The day for narrow places, as in „Do, 3. Dez“; with the year when it is not this year.
    pub fn date_short(&self, date: Date) -> String {
        self.dated("calendar-date-short", "calendar-date-short-year", date)
    }

    /// Day and time for narrow places, as in „Do, 3. Dez, 9:30 Uhr“.
    pub fn short(&self, at: Instant) -> String {
        self.moment(self.date_short(self.day(at)), at)
    }

    /// The time of day, as in „9:30 Uhr“ and „15 Uhr“.
    pub fn time(&self, at: Instant) -> String {
        self.lang.say(&time_args("calendar-time", self.civil(at).time()))
    }

    /// The time as somebody beside you would say it: „heute 15 Uhr“, „gestern 17:02“, else as
    /// [`Local::short`].
    pub fn near(&self, at: Instant) -> String {
        let (day, today) = (self.day(at), self.today());
        let key = match (day.duration_since(today).as_hours()) / 24 {
            0 => "calendar-today",
            1 => "calendar-tomorrow",
            -1 => "calendar-yesterday",
            _ => return self.short(at),
        };
        self.lang.say(&time_args(key, self.civil(at).time()))
    }

    /// The same, and further away with the whole name of the month, as in „heute 10 Uhr“ and „Do, 3.
    /// Dezember, 9:30 Uhr“: for sentences that say when something appears.
    pub fn told(&self, at: Instant) -> String {
        let days = self.day(at).duration_since(self.today()).as_hours() / 24;
        if days.abs() <= 1 { self.near(at) } else { self.full(at) }
    }

    /// The week of a day by its number in ISO 8601, as in „Woche 48“; with the year when the week
    /// does not belong to this week's year.
    pub fn week(&self, date: Date) -> String {
        let week = date.iso_week_date();
        let key = match week.year() == self.today().iso_week_date().year() {
            true => "calendar-week",
            false => "calendar-week-year",
        };
        let sentence = Sentence::new(key).with("n", i64::from(week.week()));
        self.lang.say(&sentence.with("year", week.year().to_string()))
    }

    /// A stretch of days, as in „23.–29. November“ or „30. November – 6. Dezember“; with the year
    /// when one of them is not in this year.
    pub fn span(&self, first: Date, last: Date) -> String {
        let this_year = self.today().year();
        let key = match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) if first == last => return self.date(first),
            (true, true) if first.year() == this_year => "calendar-span-month",
            (true, true) => "calendar-span-month-year",
            (true, false) if first.year() == this_year => "calendar-span",
            (true, false) => "calendar-span-year",
            (false, _) => "calendar-span-years",
        };
        let of = |date| self.lang.say(&date_args("calendar-day-month", date));
        let sentence = date_args(key, last).with("from", of(first)).with("until", of(last));
        let sentence = sentence.with("first", i64::from(first.day())).with("last", i64::from(last.day()));
        self.lang.say(&sentence.with("from-year", first.year().to_string()))
    }

    /// The week (Monday to Sunday) in which a day lies, as [`Local::span`] says it.
    pub fn week_span(&self, date: Date) -> String {
        let first = monday(date);
        self.span(first, shifted(first, 6))
    }

    /// Month and year, as in „Dezember 2026“.
    pub fn month(&self, date: Date) -> String {
        self.lang.say(&date_args("calendar-month-year", date))
    }

    /// The weekday, as in „Donnerstag“.
    pub fn weekday(&self, date: Date) -> String {
        self.lang.say(&date_args("calendar-weekday", date))
    }

    /// The weekday for narrow places, as in „Do“.
    pub fn weekday_short(&self, date: Date) -> String {
        self.lang.say(&date_args("calendar-weekday-short", date))
    }

    /// The instant for machines, as in `<time datetime="2026-12-03T09:30:00+01:00">`.
    pub fn iso(&self, at: Instant) -> String {
        let seconds = self.zone.to_offset(at.timestamp()).seconds();
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        let civil = self.civil(at).strftime("%Y-%m-%dT%H:%M:%S").to_string();
        format!("{civil}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// The value of a form's date field, as in `2026-12-03`.
    pub fn form_date(&self, at: Instant) -> String {
        self.day(at).to_string()
    }

    /// The value of a form's time field, as in `09:30`.
    pub fn form_time(&self, at: Instant) -> String {
        self.civil(at).strftime("%H:%M").to_string()
    }

    /// Reads a form's date and time (`2026-11-26` and `09:30`, seconds allowed). The hour that
    /// occurs twice in autumn means the first of the two; the hour that is left out in spring is
    /// refused, for nothing can be seen at a time that does not exist.
    pub fn parse(&self, date: &str, time: &str) -> Result<Instant, Sentence> {
        let date = parse_date(date)?;
        let time = parse_time(time)?;
        let at = resolve(date.to_datetime(time), self.zone);
        if self.civil(at) != date.to_datetime(time) {
            let sentence = Sentence::new("calendar-time-left-out").with("date", self.date(date));
            return Err(sentence.with("clock", clock(time)));
        }
        Ok(at)
    }

    fn dated(&self, same_year: &'static str, other_year: &'static str, date: Date) -> String {
        let key = if date.year() == self.today().year() { same_year } else { other_year };
        self.lang.say(&date_args(key, date))
    }

    fn moment(&self, day: String, at: Instant) -> String {
        self.lang.say(&Sentence::new("calendar-moment").with("date", day).with("time", self.time(at)))
    }
}

/// Reads a form's date, as in `2026-11-26`.
pub fn parse_date(text: &str) -> Result<Date, Sentence> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Sentence::new("calendar-date-missing"));
    }
    // Only what a date field sends: the calendar library would also take times and zones.
    let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if plain { Date::strptime("%Y-%m-%d", text).ok() } else { None };
    date.filter(|date| (1..=9998).contains(&date.year()))
        .ok_or_else(|| Sentence::new("calendar-date-wrong").with("text", text))
}

/// Reads a form's time, as in `09:30`; also `9:30` and, as some browsers send it, `09:30:00`.
pub fn parse_time(text: &str) -> Result<Time, Sentence> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Sentence::new("calendar-time-missing"));
    }
    let number = |part: &str| match part.len() {
        1 | 2 if part.bytes().all(|byte| byte.is_ascii_digit()) => part.parse::<i8>().ok(),
        _ => None,
    };
    let parts: Option<Vec<i8>> = text.split(':').map(number).collect();
    let time = match parts.as_deref() {
        Some([hour, minute]) => Time::new(*hour, *minute, 0, 0).ok(),
        Some([hour, minute, second]) => Time::new(*hour, *minute, *second, 0).ok(),
        _ => None,
    };
    time.ok_or_else(|| Sentence::new("calendar-time-wrong").with("text", text))
}

/// The instant of a local time: of one that occurs twice the first, of one that is left out the
/// time that is as much later as the clock jumped (2:30 becomes 3:30).
pub(crate) fn resolve(civil: DateTime, zone: &TimeZone) -> Instant {
    match zone.to_ambiguous_timestamp(civil).compatible() {
        Ok(timestamp) => timestamp.into(),
        // Only at the very ends of the calendar's range.
        Err(_) if civil.year() < 0 => jiff::Timestamp::MIN.into(),
        Err(_) => jiff::Timestamp::MAX.into(),
    }
}

/// The bare clock time, as in `9:30`.
pub(crate) fn clock(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// A sentence about a time of day; the texts choose between „15 Uhr“ and „15:10 Uhr“.
pub(crate) fn time_args(key: &'static str, time: Time) -> Sentence {
    Sentence::new(key)
        .with("hour", i64::from(time.hour()))
        .with("minute", i64::from(time.minute()))
        .with("clock", clock(time))
}

fn date_args(key: &'static str, date: Date) -> Sentence {
    Sentence::new(key)
        .with("day", i64::from(date.weekday().to_monday_one_offset()))
        .with("d", i64::from(date.day()))
        .with("month", i64::from(date.month()))
        .with("year", date.year().to_string())
}
