//! An account on Bluesky, wherever it lives: its own server is found by its identity, none is fixed.
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;

pub mod driver;
mod facet;
mod hearing;
mod identity;
pub mod leaving;
pub mod oauth;
mod pictures;
mod record;
mod refreshing;
mod session;
mod tid;
pub mod web;

#[cfg(test)]
pub(crate) mod peer_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod web_tests;

/// The kind of record that a post is.
pub(super) const POST: &str = "app.bsky.feed.post";

/// What only the installation may know about the account; it lies sealed in `channel.secret`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Secret {
    pub did: String,
    /// The server where the account lives, as its identity says.
    pub pds: String,
    /// Opens a new session when the old one can no longer be renewed; empty where the person signed in
    /// at the server.
    pub app_password: String,
    pub access: String,
    pub refresh: String,
    /// Until when one process alone renews the session.
    pub renewing_until: Option<Instant>,
    /// What belongs to a session for which the person signed in at the server.
    pub grant: Option<oauth::Grant>,
    /// A signing-in that somebody has begun; the old access holds until it ends well.
    pub pending: Option<oauth::Pending>,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// Names a version of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Strong {
    pub uri: String,
    pub cid: String,
}

impl Strong {
    /// Gives the last part of the address: the record's key.
    pub fn key(&self) -> &str {
        key_of(&self.uri)
    }
}

/// Gives the key out of a record's address.
pub(super) fn key_of(uri: &str) -> &str {
    uri.rsplit('/').next().unwrap_or_default()
}
