//! Our own actors in the Fediverse: the Verbund is a group, each house an actor of its own. Who they
//! are and what they say (documents), who follows them, and what other servers send to them.
pub mod actor;
pub mod address;
pub mod content;
pub mod key;
pub mod object;
pub mod profile;
pub mod reading;
pub mod speaking;
pub mod standing;
pub mod store_actor;
pub mod store_key;
pub mod store_public;
pub mod store_spoken;
pub mod web_actor;
pub mod web_found;
pub mod web_lead;
pub mod web_post;
pub mod web_shown;
