//! Whether a channel's access holds: what is noted of a look at it, and who is warned in time.
use super::Channel;
use super::order::Health;
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// So many days before the access ends people are warned, once each time.
pub const WARNED_DAYS: [i64; 3] = [14, 7, 1];

/// What the coordination is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The access ends in at most so many days.
    Ends { at: Instant, days: i64 },
    /// It does not hold any more. What waits for the channel stays and goes out after connecting anew.
    Broken { why: Sentence },
}

/// Notes what a look at the access showed, and gives the warning that is due now, if any.
pub fn noted(mut channel: Channel, health: &Health, now: Instant) -> (Channel, Option<Warning>) {
    match health {
        Health::Unknown => {}
        Health::Good { limits, expires_at } => {
            channel.checked_at = Some(now);
            channel.broken_at = None;
            channel.broken_why = String::new();
            channel.expires_at = *expires_at;
            if !limits.is_empty() {
                channel.limits = limits.clone();
                channel.limits_at = Some(now);
            }
        }
        Health::Broken { why } => {
            channel.checked_at = Some(now);
            let is_new = channel.broken_at.is_none();
            channel.broken_at = channel.broken_at.or(Some(now));
            channel.broken_why = why.keep();
            return (channel, is_new.then(|| Warning::Broken { why: why.clone() }));
        }
    }
    let warning = ending(&channel, now);
    if let Some((mark, _)) = &warning {
        channel.warned_for = Some(*mark);
    }
    (channel, warning.map(|(_, warning)| warning))
}

/// Gives the warning of a near end, with its mark; none where nobody is to be warned (again). The
/// mark is the instant from which the warning was due, so that another end has other marks.
fn ending(channel: &Channel, now: Instant) -> Option<(i64, Warning)> {
    let at = channel.expires_at.filter(|_| channel.broken_at.is_none())?;
    let days = WARNED_DAYS.into_iter().filter(|days| now >= at.plus_hours(-24 * days)).min()?;
    let mark = at.plus_hours(-24 * days).millis();
    (channel.warned_for != Some(mark)).then_some((mark, Warning::Ends { at, days }))
}

#[cfg(test)]
#[path = "health_tests.rs"]
mod tests;
