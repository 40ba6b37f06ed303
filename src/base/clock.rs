//! What time it is: the real time, or a time that a test holds still.
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp, ZonedDateTime, tz::TimeZone};

/// An instant, in milliseconds since 1970 UTC, as the database keeps it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Instant(pub i64);

impl Instant {
    pub const fn from_millis(millis: i64) -> Self {
        Instant(millis)
    }

    pub fn millis(self) -> i64 {
        self.0
    }

    /// Gives the instant to the calendar library; out of range is clamped.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::MAX)
    }

    /// Shows the instant as local time of a zone.
    pub fn zoned(self, zone: &TimeZone) -> ZonedDateTime {
        self.timestamp().to_zoned_datetime(zone.clone())
    }

    pub fn plus(self, duration: SignedDuration) -> Self {
        Instant(self.0.saturating_add(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)))
    }

    pub fn plus_hours(self, hours: i64) -> Self {
        self.plus(SignedDuration::from_hours(hours))
    }

    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus(SignedDuration::from_mins(minutes))
    }

    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus(SignedDuration::from_secs(seconds))
    }
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Instant(timestamp.as_millisecond())
    }
}

impl From<&ZonedDateTime> for Instant {
    fn from(zoned: &ZonedDateTime) -> Self {
        zoned.timestamp().into()
    }
}

/// Tells the time. A test freezes it; everything that asks for the time gets it from here.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The time of the machine.
    pub fn real() -> Self {
        Clock(None)
    }

    /// A time that stands still until it is moved.
    pub fn frozen(at: Instant) -> Self {
        Clock(Some(Arc::new(AtomicI64::new(at.0))))
    }

    pub fn now(&self) -> Instant {
        match &self.0 {
            Some(held) => Instant(held.load(Ordering::SeqCst)),
            None => Timestamp::now().into(),
        }
    }

    /// Moves a frozen clock; the real one cannot be moved.
    pub fn set(&self, at: Instant) {
        if let Some(held) = &self.0 {
            held.store(at.0, Ordering::SeqCst);
        }
    }
}
