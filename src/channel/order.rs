//! What a network is asked to do, and what it tells.
use super::Channel;
use super::incoming::Incoming;
use super::steps::Steps;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::consortium::Consortium;
use crate::institution::InstitutionId;

/// What every driver holds in its hand for one sending: the channel with its opened secret, and the
/// steps that were taken already.
pub struct Order<'a> {
    pub app: &'a App,
    pub consortium: &'a Consortium,
    pub channel: &'a Channel,
    pub steps: Steps<'a>,
}

impl Order<'_> {
    /// Opens the tokens and keys of the channel, as the network wrote them.
    pub fn secret<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        let text = self.app.seal.open(&self.channel.seal_place(), &self.channel.secret)?;
        Ok(serde_json::from_str(&text)?)
    }
}

/// An answer of ours to something that came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The id of our answer: the same id twice is the same answer.
    pub id: String,
    pub text: String,
    pub language: String,
    /// In which house's voice it is said; none: in that of the Verbund.
    pub house: Option<InstitutionId>,
    /// What it answers, as its network calls it, and what the network wanted to be reminded of.
    pub to: String,
    pub to_author: String,
    pub handle: String,
    pub is_direct: bool,
}

/// The last words of a Verbund that ends, to those who follow it in a network.
#[derive(Debug, Clone)]
pub struct Farewell {
    pub text: String,
    /// BCP 47.
    pub language: String,
    /// Where it can still be read.
    pub url: String,
}

/// What came back since the last time.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    pub incoming: Vec<Incoming>,
    /// What its authors have deleted, as the network calls it.
    pub gone: Vec<String>,
    /// How far was read: kept in `channel.heard` for the next time.
    pub heard: String,
    /// When to ask again, where the network says so.
    pub again_at: Option<Instant>,
}

/// How a channel's access stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    /// It works; what the server takes (JSON), and until when the access holds, where that is known.
    Good { limits: String, expires_at: Option<Instant> },
    /// It does not hold any more; a person has to connect anew.
    Broken { why: Sentence },
    /// Nobody knows: the server cannot be reached now.
    Unknown,
}
