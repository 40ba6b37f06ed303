//! How old a signature may be: made at most twelve hours ago, at most one hour ahead.
//!
//! These are Mastodon's windows: a server whose clock is an hour off, or that signs when it queues,
//! reaches everybody else and has to reach us. What a replay within them could do is nothing: an
//! activity is taken in once by its id, and a signature holds for one address and one body.
use http::HeaderMap;
use http::header::DATE;
use jiff::fmt::rfc2822::{DateTimeParser, DateTimePrinter};

use super::Scheme;
use super::cover::Part;
use super::fault::Fault;
use super::given::Given;
use crate::base::clock::Instant;

const OLDEST_HOURS: i64 = 12;
const AHEAD_HOURS: i64 = 1;

/// Writes an instant as the `Date` header has it.
pub fn date(now: Instant) -> String {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&now.timestamp()).unwrap_or_default()
}

/// Demands a time that the signature covers, and that every covered one is of now. A time that is
/// not covered proves nothing: whoever repeats an old request can write a new one.
pub fn check(given: &Given, headers: &HeaderMap, now: Instant) -> Result<(), Fault> {
    let covers = |wanted: &Part| given.parts.contains(wanted);
    let mut times = Vec::new();
    if given.scheme == Scheme::Rfc9421 || covers(&Part::Created) {
        times.extend(given.created.map(seconds));
    }
    if covers(&Part::Header("date".into())) {
        times.push(read_date(headers)?);
    }
    if given.scheme == Scheme::Rfc9421 && given.created.is_none() || times.is_empty() {
        return Err(Fault::Uncovered("when it was made"));
    }
    if times.iter().any(|at| *at < now.plus_hours(-OLDEST_HOURS)) {
        return Err(Fault::TooOld);
    }
    if times.iter().any(|at| *at > now.plus_hours(AHEAD_HOURS)) {
        return Err(Fault::TooNew);
    }
    match given.expires {
        Some(at) if seconds(at) < now => Err(Fault::TooOld),
        _ => Ok(()),
    }
}

fn seconds(at: i64) -> Instant {
    Instant(at.saturating_mul(1000))
}

fn read_date(headers: &HeaderMap) -> Result<Instant, Fault> {
    let text = headers.get(DATE).ok_or_else(|| Fault::absent("date"))?.to_str().ok();
    let read = text.and_then(|text| DateTimeParser::new().parse_timestamp(text.trim()).ok());
    read.map(Instant::from).ok_or(Fault::Unreadable("the Date header is none"))
}
