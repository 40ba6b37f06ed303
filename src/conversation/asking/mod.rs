//! Asking on the Verbund's own pages: without an account, with as little as an answer needs.
pub mod store;
pub mod web;
pub mod web_asked;
pub mod work;

#[cfg(test)]
mod tests;

/// Which text was agreed to; another wording gets another version.
pub const CONSENT: &str = "2026-11";

/// How long question, answer and address are kept after closing, in days.
pub const KEPT_DAYS: i64 = 90;

/// How long conversations of the networks are kept after closing, in days.
pub const NETWORK_KEPT_DAYS: i64 = 365;

/// How long the marks are kept of what was gone before it came, and of floods, in days.
pub const TRACE_DAYS: i64 = 30;

/// How long the moderation log is kept, in days: two years.
pub const LOG_DAYS: i64 = 730;
