//! What follows from what became of a sending: when it is tried again, when somebody is asked.
use super::plan::{is_too_late, lapse, wait_from};
use super::state::{Act, Delivery, State};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::channel::outcome::{Outcome, Remote};

/// How long a sending is tried before a person has to look at it, in hours.
const TRIED_HOURS: i64 = 60;

/// How often at least: after downtime the first failure is not the last.
const TRIED_OFTEN: i64 = 8;

/// The first wait before another try, and the longest, in seconds.
const FIRST_WAIT: i64 = 30;
const LONGEST_WAIT: i64 = 6 * 3600;

/// The longest wait that a receiver may ask for, in hours.
const LONGEST_ASKED: i64 = 24;

/// After how many minutes an unconfirmed one is looked for, and again; then a person is asked.
const LOOKS: [i64; 5] = [1, 5, 15, 60, 180];

/// How often in a row a process may die over a sending before a person has to look at it.
pub const MOST_LOST: i64 = 5;

/// Writes into a sending what became of it.
pub fn settle(row: &mut Delivery, outcome: Outcome, now: Instant) {
    row.lost = 0;
    row.lease_until = None;
    row.leased_by = None;
    match outcome {
        Outcome::Sent(remote) => arrive(row, &remote, now),
        Outcome::Retry { at, why } => {
            if row.tries > TRIED_OFTEN && row.due_at.plus_hours(TRIED_HOURS) < now {
                return give_up(row, why, now);
            }
            let asked = at.map(|at| at.max(now.plus_seconds(1)).min(now.plus_hours(LONGEST_ASKED)));
            row.stand(State::Retry, now);
            row.next_at = Some(asked.unwrap_or_else(|| again_at(now, row.tries)));
            row.why = why.keep();
        }
        Outcome::Unconfirmed { why } => doubt(row, &why, now),
        // An earlier try may have taken it back already: then there was nothing to refuse.
        Outcome::Refused { why } if row.act() == Act::Withdraw && row.tries > 1 => doubt(row, &why, now),
        Outcome::Refused { why } => refuse(row, &why, now),
        Outcome::Reconnect { why } => {
            row.stand(State::Reconnect, now);
            row.next_at = None;
            row.why = why.keep();
        }
        Outcome::ByHand => {
            row.stand(State::ByHand, now);
            row.next_at = None;
            row.why = String::new();
        }
    }
}

/// It is there, corrected, or taken back.
pub fn arrive(row: &mut Delivery, remote: &Remote, now: Instant) {
    row.stand(State::Sent, now);
    row.sent_at = Some(now);
    row.next_at = None;
    row.why = String::new();
    row.remote = serde_json::to_string(remote).unwrap_or_default();
    row.remote_url = remote.url.clone();
}

/// Of a publication surely nothing is out. A correction or a withdrawal whose answers were lost may
/// have been carried out: that is unknown, and not refused.
fn give_up(row: &mut Delivery, why: Sentence, now: Instant) {
    let why = Sentence::new("delivery-why-given-up").with("why", why);
    match row.act() {
        Act::Publish => refuse(row, &why, now),
        Act::Correct | Act::Withdraw => doubt(row, &why, now),
    }
}

fn refuse(row: &mut Delivery, why: &Sentence, now: Instant) {
    row.stand(State::Refused, now);
    row.next_at = None;
    row.why = why.keep();
}

/// Nobody knows whether it arrived. A publication can be looked for; whether a correction or a
/// withdrawal was carried out only a person can see.
fn doubt(row: &mut Delivery, why: &Sentence, now: Instant) {
    row.stand(State::Unconfirmed, now);
    row.looks = 0;
    row.next_at = (row.act() == Act::Publish).then(|| now.plus_minutes(LOOKS[0]));
    row.why = why.keep();
}

/// Looked once more, and not found: tells when to look again; after the last time a person decides.
pub fn not_found(row: &mut Delivery, now: Instant) {
    row.looks += 1;
    row.lost = 0;
    row.lease_until = None;
    row.leased_by = None;
    let next = usize::try_from(row.looks).ok().and_then(|looks| LOOKS.get(looks));
    row.next_at = next.map(|minutes| now.plus_minutes(*minutes));
    row.changed_at = now;
}

/// Tells when a sending that did not work out is tried again: 30 s, 1 min, 2 min … up to six hours.
pub fn again_at(now: Instant, tries: i64) -> Instant {
    let doublings = u32::try_from((tries - 1).clamp(0, 10)).unwrap_or(0);
    now.plus_seconds((FIRST_WAIT * 2_i64.pow(doublings)).min(LONGEST_WAIT))
}

/// Lets a sending that was just taken in hand stop before anything goes out, where it must: it is
/// too late, or it takes the whole program with it. Tells whether it stopped.
pub fn stops(row: &mut Delivery, now: Instant) -> bool {
    let has_waited = row.state() == State::Waiting && row.act() == Act::Publish && row.decided_by.is_none();
    let since = row.next_at.unwrap_or(row.due_at);
    if row.lost >= MOST_LOST {
        doubt(row, &Sentence::new("delivery-why-deadly"), now);
        row.next_at = None;
    } else if has_waited && row.tries <= 1 && is_too_late(since, now) {
        lapse(row, now);
    } else {
        return false;
    }
    row.lease_until = None;
    row.leased_by = None;
    true
}

/// What a person can decide about a sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Unconfirmed: it is there; or, by hand or refused: somebody has seen to it.
    Done,
    /// It did not arrive, or may be tried once more.
    Again,
    /// It is not there and stays away.
    Leave,
}

impl Decision {
    pub const ALL: [Decision; 3] = [Decision::Done, Decision::Again, Decision::Leave];

    pub fn code(self) -> &'static str {
        match self {
            Decision::Done => "done",
            Decision::Again => "again",
            Decision::Leave => "leave",
        }
    }

    pub fn from_code(code: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|decision| decision.code() == code)
    }
}

/// Gives what can be decided about a sending now, the first as the obvious step.
pub fn decisions(row: &Delivery) -> &'static [Decision] {
    use Decision::{Again, Done, Leave};
    match (row.state(), row.act()) {
        (State::Unconfirmed, Act::Publish) => &[Done, Again, Leave],
        (State::Unconfirmed, _) => &[Done, Again],
        (State::Refused, Act::Publish) => &[Again, Leave],
        // What a network does not allow, a person does there.
        (State::Refused, _) => &[Done, Again],
        (State::Retry, _) => &[Again],
        (State::Lapsed, _) => &[Again, Leave],
        (State::ByHand, Act::Publish) => &[Done, Leave],
        (State::ByHand, _) => &[Done],
        (State::Waiting | State::Sent | State::Reconnect | State::Withdrawn, _) => &[],
    }
}

/// Carries a decision out. `Again` sends what is not known to be there: whoever decides it has looked.
pub fn decide(row: &mut Delivery, decision: Decision, by: &str, now: Instant) {
    row.decided_by = Some(by.to_owned());
    match decision {
        Decision::Done => {
            let remote = row.remote().unwrap_or_default();
            arrive(row, &remote, now);
        }
        Decision::Again => wait_from(row, now),
        Decision::Leave => {
            row.stand(State::Withdrawn, now);
            row.next_at = None;
            row.why = Sentence::new("delivery-why-left").keep();
        }
    }
}

#[cfg(test)]
#[path = "outcome_tests.rs"]
mod tests;
