//! Our own actors in the Fediverse: the Verbund is a group, each house an actor of its own. Who they
//! are and what they say (documents), who follows them, and what other servers send to them.
pub mod activity;
pub mod actor;
pub mod address;
pub mod answering;
pub mod at_home;
pub mod content;
pub mod deed;
pub mod driver;
pub mod ending;
pub mod flood;
pub mod gathering;
pub mod icon;
pub mod key;
pub mod moving;
pub mod note;
pub mod object;
pub mod outgoing;
pub mod plain;
pub mod profile;
pub mod reading;
pub mod remote;
pub mod saying;
pub mod shown;
pub mod speaking;
pub mod standing;
pub mod store_actor;
pub mod store_key;
pub mod store_public;
pub mod store_received;
pub mod store_remote;
pub mod store_returned;
pub mod store_spoken;
pub mod taking;
pub mod telling;
pub mod verifying;
pub mod web_actor;
pub mod web_answer;
pub mod web_found;
pub mod web_inbox;
pub mod web_lead;
pub mod web_post;
pub mod web_shown;
pub mod work;

#[cfg(test)]
pub(crate) mod tests;
