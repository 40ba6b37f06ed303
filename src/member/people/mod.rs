//! Who belongs to a Verbund: inviting, roles, and what coordination does for people.
pub mod invitation;
pub mod joining;
pub mod rescue;
pub mod role;
pub mod store;
pub mod trail;
pub mod web;
pub mod web_invite;
pub mod web_issued;
pub mod web_join;
pub mod web_person;
pub mod web_rescue;
pub mod web_trail;
