//! An account that a Verbund has on a server with the Mastodon API: Mastodon itself, GoToSocial,
//! Pleroma, Pixelfed and others. Any server may be named, none is fixed.
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;

mod api;
mod correcting;
pub mod driver;
mod hearing;
mod joining;
pub mod leaving;
mod looking;
mod sending;
mod software;
mod text_of;
pub mod web;

pub(super) use joining::server_of;
pub(super) use looking::is_about;

#[cfg(test)]
pub(crate) mod peer_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod web_tests;

/// What only the installation may know about the account; it lies sealed in `channel.secret`.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Secret {
    pub token: String,
    /// What the server calls the account.
    pub account: String,
    pub app: Option<Registered>,
    /// A connecting that somebody has begun; the old access holds until it ends well.
    pub pending: Option<Pending>,
}

/// Our program, as a server has registered it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Registered {
    pub server: String,
    pub redirect: String,
    pub scope: String,
    pub client_id: String,
    pub client_secret: String,
    /// Where a person allows it, and where the code is changed for a token.
    pub allow_at: String,
    pub token_at: String,
    pub has_pkce: bool,
}

/// Who has begun to connect, and what has to come back.
#[derive(Clone, Serialize, Deserialize)]
pub struct Pending {
    pub app: Registered,
    pub state: String,
    pub verifier: String,
    /// The session in which it was begun: it ends nowhere else.
    pub session: String,
    pub begun_at: Instant,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What the server calls a status of ours, and its pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Posted {
    pub id: String,
    pub url: String,
    /// Our picture, and what the server calls it.
    #[serde(default)]
    pub media: Vec<(String, String)>,
}
