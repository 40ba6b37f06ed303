//! Signing in at the account's own server (OAuth in the profile of the AT Protocol): the person says
//! yes there, we never see a password, and every request proves that it comes from us.
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;

pub mod client;
pub mod key;
pub mod pending;
pub mod proof;
pub mod server;
pub mod tokens;
pub mod web;

#[cfg(test)]
mod browser_tests;
#[cfg(test)]
mod peer_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod web_tests;

pub use pending::Pending;
use server::Server;

/// What a session by this way needs beside its two tokens.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub server: Server,
    /// As whom we were let in; the server knows us by nothing else.
    pub client_id: String,
    /// The session's own key: its tokens are worth nothing without it.
    pub key: String,
    /// When the server ends the session whatever we do, where that is known.
    pub ends_at: Option<Instant>,
}
