//! What comes back from a network, in one shape: replies, mentions, questions, likes, shares, reports.
use serde::{Deserialize, Serialize};

use super::{ChannelId, Network};
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::post::PostId;

/// What somebody out there did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An answer below a post of ours, or below another answer.
    Reply,
    /// They named us somewhere else.
    Mention,
    /// Only we and they can read it.
    Direct,
    Like,
    Share,
    /// Somebody reports something of ours, or on our page, to us.
    Report,
}

/// Something that came back. `remote_id` is what its network calls it: the same id twice is the
/// same thing, and a newer text of it replaces the older one.
#[derive(Debug, Clone)]
pub struct Incoming {
    pub consortium_id: ConsortiumId,
    pub channel_id: Option<ChannelId>,
    pub network: Network,
    pub kind: Kind,
    pub remote_id: String,
    pub remote_url: String,
    /// What it answers, as its network calls it: a post of ours, an answer of ours, or another
    /// visitor's.
    pub in_reply_to: Option<String>,
    /// The post of ours it is about, where the network says so.
    pub post_id: Option<PostId>,
    /// The house it was addressed to, where it was addressed to one.
    pub house: Option<InstitutionId>,
    pub author: Author,
    /// Plain text; marks and links are written out.
    pub text: String,
    pub language: String,
    pub at: Instant,
    /// Whatever its network needs to answer it (as JSON), as `cid` and root on Bluesky.
    pub handle: String,
}

/// Who it came from, as little of it as is needed to answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// What the network calls them; blocks hold by this.
    pub id: String,
    pub name: String,
    /// `@somebody@server`, an address, or what people there say.
    pub handle: String,
    pub url: String,
}
