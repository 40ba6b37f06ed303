//! Slots: rules by which something returns, always at the same local hour.
use jiff::{
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

use super::{
    Region,
    holiday::holiday,
    local::{parse_time, resolve, time_args},
    monday,
    school::school_day,
    shifted, weekday_from,
};
use crate::base::{clock::Instant, sentence::Sentence};

/// A rule by which something returns, as in „jeden Freitag um 10 Uhr, außer an Feiertagen“. It is
/// kept as local time, so that ten o'clock stays ten o'clock in summer and in winter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Slot {
    #[serde(with = "time_text")]
    pub at: Time,
    pub rhythm: Rhythm,
    /// Days on which it is left out; it is not moved to another day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Skip>,
    /// Whose holidays those are.
    #[serde(default)]
    pub region: Region,
}

/// How a slot returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rhythm {
    /// Every week.
    Weekly {
        #[serde(with = "weekday_number")]
        on: Weekday,
    },
    /// Every `every` weeks (2 to 52), counted from the week of `since`, never before that day.
    Weeks {
        #[serde(with = "weekday_number")]
        on: Weekday,
        every: u8,
        #[serde(with = "date_text")]
        since: Date,
    },
    /// Once a month: the 1st to 4th such weekday, or the last (`-1`).
    Monthly {
        #[serde(with = "weekday_number")]
        on: Weekday,
        nth: i8,
    },
}

/// A kind of day on which a slot is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Skip {
    /// Public holidays.
    Holiday,
    /// School holidays; where they are not published yet, the slot takes place.
    Vacation,
}

impl Slot {
    /// Every week on this weekday.
    pub fn weekly(on: Weekday, at: Time) -> Self {
        Slot { at, rhythm: Rhythm::Weekly { on }, except: Vec::new(), region: Region::default() }
    }

    /// Leaves the slot out on such days.
    pub fn except(mut self, skip: Skip) -> Self {
        if !self.except.contains(&skip) {
            self.except.push(skip);
        }
        self
    }

    /// Checks the numbers that a form or a database may have wrong.
    pub fn checked(self) -> Result<Self, Sentence> {
        match self.rhythm {
            Rhythm::Weeks { every, .. } if !(2..=52).contains(&every) => {
                Err(Sentence::new("calendar-slot-weeks-wrong"))
            }
            Rhythm::Monthly { nth, .. } if !matches!(nth, 1..=4 | -1) => {
                Err(Sentence::new("calendar-slot-nth-wrong"))
            }
            _ => Ok(self),
        }
    }

    /// Reads the rule as the database keeps it.
    pub fn from_text(text: &str) -> Result<Self, Sentence> {
        serde_json::from_str::<Slot>(text).map_err(|_| Sentence::new("calendar-slot-unreadable"))?.checked()
    }

    /// The rule as the database keeps it, a compact JSON text.
    pub fn to_text(&self) -> String {
        // A struct of numbers and texts can always be written.
        serde_json::to_string(self).expect("a slot as JSON")
    }

    /// The next time after an instant, as local day and instant.
    pub fn next_after(&self, after: Instant, zone: &TimeZone) -> Option<(Date, Instant)> {
        self.after(after, zone).next()
    }

    /// All times after an instant, in order, as local day and instant.
    pub fn after<'a>(&'a self, after: Instant, zone: &'a TimeZone) -> Occurrences<'a> {
        // A time may be pushed past midnight by a clock change, so one day earlier is looked at.
        let from = shifted(zone.to_datetime(after.timestamp()).date(), -1);
        Occurrences { slot: self, zone, after, from: Some(from) }
    }

    /// Tells whether the slot takes place on a day.
    pub fn is_on(&self, date: Date) -> bool {
        self.candidate(date) == Some(date) && !self.skips(date)
    }

    /// Tells whether it is known that the slot takes place on a day: not if it depends on school
    /// holidays that are not published yet.
    pub fn is_certain(&self, date: Date) -> bool {
        !self.except.contains(&Skip::Vacation) || !school_day(self.region, date).is_unknown()
    }

    /// Says the rule, as in „jeden Freitag um 10 Uhr, außer an Feiertagen“.
    pub fn sentence(&self) -> Sentence {
        let (key, on, n) = match self.rhythm {
            Rhythm::Weekly { on } => ("calendar-slot-weekly", on, 1),
            Rhythm::Weeks { on, every, .. } => ("calendar-slot-weeks", on, i64::from(every)),
            Rhythm::Monthly { on, nth } => ("calendar-slot-monthly", on, i64::from(nth)),
        };
        let except = match (self.except.contains(&Skip::Holiday), self.except.contains(&Skip::Vacation)) {
            (false, false) => "none",
            (true, false) => "holidays",
            (false, true) => "vacations",
            (true, true) => "both",
        };
        let sentence = time_args(key, self.at).with("n", n).with("except", except);
        sentence.with("day", i64::from(on.to_monday_one_offset()))
    }

    fn skips(&self, date: Date) -> bool {
        self.except.iter().any(|skip| match skip {
            Skip::Holiday => holiday(self.region, date).is_some(),
            Skip::Vacation => school_day(self.region, date).is_vacation(),
        })
    }

    /// The first day of the rhythm on a day or after it, holidays not regarded.
    fn candidate(&self, from: Date) -> Option<Date> {
        match self.rhythm {
            Rhythm::Weekly { on } => Some(weekday_from(from, on)),
            Rhythm::Weeks { on, every, since } => {
                let first = weekday_from(from.max(since), on);
                let weeks = monday(first).duration_since(monday(since)).as_hours() / (24 * 7);
                let every = i64::from(every.max(1));
                let missing = (every - weeks % every) % every;
                Some(shifted(first, i32::try_from(missing * 7).ok()?))
            }
            Rhythm::Monthly { on, nth } => {
                let this_month = from.nth_weekday_of_month(nth, on).ok().filter(|day| *day >= from);
                this_month.or_else(|| {
                    let next_month = from.last_of_month().tomorrow().ok()?;
                    next_month.nth_weekday_of_month(nth, on).ok()
                })
            }
        }
    }
}

/// The times of a slot, one after the other.
#[derive(Debug, Clone)]
pub struct Occurrences<'a> {
    slot: &'a Slot,
    zone: &'a TimeZone,
    after: Instant,
    from: Option<Date>,
}

impl Iterator for Occurrences<'_> {
    type Item = (Date, Instant);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let from = self.from?;
            let date = self.slot.candidate(from)?;
            // At the end of the calendar a day can no longer be moved on: nothing follows.
            self.from = date.tomorrow().ok();
            if date < from || self.slot.skips(date) {
                continue;
            }
            let at = resolve(date.to_datetime(self.slot.at), self.zone);
            if at > self.after {
                return Some((date, at));
            }
        }
    }
}

mod time_text {
    use super::{Time, parse_time};

    pub fn serialize<S: serde::Serializer>(time: &Time, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&time.strftime("%H:%M"))
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Time, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(from)?;
        parse_time(&text).map_err(|why| serde::de::Error::custom(why.key))
    }
}

mod date_text {
    use super::Date;

    pub fn serialize<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(date)
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Weekdays are kept as numbers, 1 for Monday to 7 for Sunday.
mod weekday_number {
    use super::Weekday;

    pub fn serialize<S: serde::Serializer>(day: &Weekday, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i8(day.to_monday_one_offset())
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Weekday, D::Error> {
        let number = <i8 as serde::Deserialize>::deserialize(from)?;
        Weekday::from_monday_one_offset(number).map_err(serde::de::Error::custom)
    }
}
