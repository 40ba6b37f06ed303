//! What another server's answer, or its silence, means for the row, its inbox and the server.
use http::StatusCode;

use super::pace::wished;
use crate::base::clock::Instant;
use crate::base::door::{Answer, Trouble};

/// How often a server may say that it does not know our signature: it may have failed to read our
/// key just then, but not for days.
pub const UNSIGNED_TRIES: i64 = 8;

/// What follows from one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Sent,
    /// The server is there and wants this one later.
    Later {
        at: Option<Instant>,
        why: String,
    },
    /// The server is not there or not well: nothing more is sent to it for the moment.
    Failed {
        at: Option<Instant>,
        why: String,
    },
    /// Its name leads nowhere.
    Nameless {
        why: String,
    },
    /// It took neither signature.
    Unsigned {
        why: String,
    },
    Refused {
        why: String,
    },
    /// There is no such inbox; whether the server says that it will never be there again.
    Gone {
        for_good: bool,
        why: String,
    },
}

/// Judges what came of a request.
pub fn judge(came: &Result<Answer, Trouble>, now: Instant) -> Verdict {
    match came {
        Ok(answer) => of_answer(answer, now),
        Err(Trouble::TooMuch(status)) if status.is_success() => Verdict::Sent,
        Err(Trouble::Forbidden(why)) => Verdict::Refused { why: why.clone() },
        Err(Trouble::Unreached(why)) if leads_nowhere(why) => Verdict::Nameless { why: why.clone() },
        Err(other) => Verdict::Failed { at: None, why: other.to_string() },
    }
}

fn of_answer(answer: &Answer, now: Instant) -> Verdict {
    let why = said(answer);
    let at = answer.header("retry-after").and_then(|wish| wished(wish, now));
    match answer.status {
        status if status.is_success() => Verdict::Sent,
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Verdict::Unsigned { why },
        StatusCode::NOT_FOUND => Verdict::Gone { for_good: false, why },
        StatusCode::GONE => Verdict::Gone { for_good: true, why },
        StatusCode::TOO_MANY_REQUESTS => {
            // A server that says "too much" is well; it is left alone all the same.
            Verdict::Later { at: at.or(Some(now.plus_seconds(60))), why }
        }
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY => Verdict::Failed { at, why },
        status if status.is_client_error() => Verdict::Refused { why },
        // Redirects of a delivery are not followed: who has moved says so by their actor.
        _ => Verdict::Failed { at, why },
    }
}

/// Gives the status and the beginning of what was said, as plain words.
fn said(answer: &Answer) -> String {
    let body = String::from_utf8_lossy(&answer.body[..answer.body.len().min(400)]);
    let words: String = body.chars().filter(|c| !c.is_control()).take(160).collect();
    format!("{} {words}", answer.status.as_u16()).trim().to_owned()
}

/// Tells whether the name surely leads nowhere; a resolver that is ill says something else.
fn leads_nowhere(why: &str) -> bool {
    ["Name or service not known", "No address associated", "Name does not resolve", "no record found"]
        .iter()
        .any(|words| why.contains(words))
}
