//! How patient we are with another server: when something is tried again, and when a server that
//! fails is left alone for a while.
use crate::base::clock::Instant;

/// For how long something is tried, in hours: over a long weekend without a technician.
const TRIED_HOURS: i64 = 84;
/// The longest pause between two tries of one row, in seconds.
const LONGEST_PAUSE: i64 = 8 * 3600;
/// So many failures within so many seconds open the breaker.
const FAILURES: i64 = 5;
const WINDOW_SECONDS: i64 = 600;
/// How long a server is left alone at first, and at most, in seconds.
const FIRST_REST: i64 = 600;
const LONGEST_REST: i64 = 6 * 3600;
/// The longest that a server may ask us to wait, in hours.
const LONGEST_WISH_HOURS: i64 = 24;
/// For how long a name may lead nowhere before what waits for it ends, in hours.
const NAMELESS_HOURS: i64 = 12;

/// What is known of a server: how it fails, and how it wants to be signed to.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Host {
    pub host: String,
    pub not_before: Option<Instant>,
    pub failures: i64,
    pub failing_since: Option<Instant>,
    pub opened_at: Option<Instant>,
    pub pause_seconds: i64,
    pub nameless_since: Option<Instant>,
    pub scheme: String,
    pub scheme_at: Option<Instant>,
}

impl Host {
    /// Notes that the server failed; after too many failures in a short time it is left alone, and
    /// for longer each time the one probe fails.
    pub fn has_failed(&mut self, now: Instant) {
        let is_fresh = self.failing_since.is_none_or(|since| since.plus_seconds(WINDOW_SECONDS) < now);
        if is_fresh && self.opened_at.is_none() {
            (self.failures, self.failing_since) = (0, Some(now));
        }
        self.failures += 1;
        if self.opened_at.is_some() {
            self.pause_seconds = (self.pause_seconds * 2).clamp(FIRST_REST, LONGEST_REST);
        } else if self.failures >= FAILURES {
            self.opened_at = Some(now);
            self.pause_seconds = FIRST_REST;
        } else {
            return;
        }
        self.rests_until(now.plus_seconds(self.pause_seconds));
    }

    /// Notes that the server answered like one that is well.
    pub fn is_well(&mut self) {
        let (host, scheme) = (std::mem::take(&mut self.host), std::mem::take(&mut self.scheme));
        *self =
            Host { host, scheme, scheme_at: self.scheme_at, not_before: self.not_before, ..Host::default() };
    }

    /// Leaves the server alone until an instant; an earlier wish does not shorten a later one.
    pub fn rests_until(&mut self, at: Instant) {
        self.not_before = self.not_before.max(Some(at));
    }

    /// Notes whether its name leads anywhere; tells whether it has led nowhere for so long that
    /// nobody is waited for any more.
    pub fn is_nameless(&mut self, now: Instant) -> bool {
        let since = *self.nameless_since.get_or_insert(now);
        since.plus_hours(NAMELESS_HOURS) <= now
    }

    /// Tells whether one try shows if the server is there again, before all the rest is sent.
    pub fn is_probed(&self) -> bool {
        self.opened_at.is_some()
    }
}

/// Tells when a row is tried again that has failed this often: 30 s, 1 min, 2 min … 8 hours, spread
/// a little by the name of the server so that not all are due at once. None when its time is over.
pub fn again_at(made_at: Instant, tries: i64, host: &str, now: Instant) -> Option<Instant> {
    let exponent = u32::try_from((tries - 1).clamp(0, 12)).unwrap_or(0);
    let pause = (30 * 2_i64.pow(exponent)).min(LONGEST_PAUSE);
    let spread = host.bytes().fold(0_i64, |sum, byte| (sum * 31 + i64::from(byte)) % 97);
    (made_at.plus_hours(TRIED_HOURS) > now).then(|| now.plus_seconds(pause + pause * spread / 970))
}

/// Reads how long a server wants to be left alone: seconds or a date; a day at most.
pub fn wished(retry_after: &str, now: Instant) -> Option<Instant> {
    let typed = retry_after.trim();
    let at = match typed.parse::<i64>() {
        Ok(seconds) => now.plus_seconds(seconds.clamp(0, LONGEST_WISH_HOURS * 3600)),
        Err(_) => jiff::fmt::rfc2822::parse(typed).ok()?.timestamp().into(),
    };
    Some(at.clamp(now.plus_seconds(1), now.plus_hours(LONGEST_WISH_HOURS)))
}
