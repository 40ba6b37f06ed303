//! What became of a sending.
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// What became of one attempt to send. Only what surely went wrong may be tried again by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is there.
    Sent(Remote),
    /// Surely nothing went out, or the receiver recognises a repetition: try again, at this instant
    /// if the receiver named one.
    Retry { at: Option<Instant>, why: Sentence },
    /// A request went out and nobody knows what became of it; only reading checks may follow.
    Unconfirmed { why: Sentence },
    /// The receiver does not want it and never will; `why` says what a person can do.
    Refused { why: Sentence },
    /// The access does not hold any more; a coordinator has to connect anew.
    Reconnect { why: Sentence },
    /// No program reaches it: it waits until a person has carried it there and ticks it off.
    ByHand,
}

/// Where a post or an answer stands in a network.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remote {
    /// An address that people can open; empty where there is none.
    pub url: String,
    /// What the network calls it, one for each part of a thread, in order. The first is the post.
    pub ids: Vec<String>,
    /// What else its network needs to correct or withdraw it.
    pub more: serde_json::Value,
}
