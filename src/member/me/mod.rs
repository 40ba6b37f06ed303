//! What a person decides about themselves: name, language, absence, ways in, sessions.
pub mod store;
pub mod web;
pub mod web_desk;
pub mod web_email;
pub mod web_facts;
pub mod web_frame;
pub mod web_second;
pub mod web_sessions;
pub mod web_ways;

/// The scope of every transaction that claims a name to sign in with, so that of two who want the
/// same one, one is told.
pub const NAMES: &str = "sign-in-name";
