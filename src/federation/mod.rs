//! Our own actors in the Fediverse: the Verbund is a group, each house an actor of its own. Who they
//! are and what they say (documents), who follows them, and what other servers send to them.
pub mod actor;
pub mod answering;
pub mod content;
pub mod driver;
pub mod key;
pub mod object;
pub mod outgoing;
pub mod saying;
pub mod shown;
pub mod speaking;
pub mod store_actor;
pub mod store_key;
pub mod store_spoken;
