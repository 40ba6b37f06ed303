//! The team's conversation in a post, with whoever is spoken to.
pub mod store_talk;
pub mod talk;
pub mod web_talk;

#[cfg(test)]
mod talk_tests;
