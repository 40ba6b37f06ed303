//! One post's way into one channel: planned when the public may see it, sent once, and told about
//! in sentences.
pub mod dispatch;
pub mod outcome;
pub mod plan;
pub mod standing;
pub mod state;
pub mod store;
pub mod store_desk;
pub mod store_due;
pub mod wanted;
pub mod web_carry;
pub mod web_decide;
pub mod web_edit;
pub mod web_line;
pub mod web_list;
pub mod web_post;
pub mod web_today;
pub mod web_told;
pub mod work_answer;
pub mod work_ending;
pub mod work_gone;
pub mod work_hear;
pub mod work_plan;
pub mod work_pump;
pub mod work_send;

#[cfg(test)]
pub(crate) mod tests;

crate::ids! {
    /// What is to be done with one post on one channel.
    DeliveryId,
}

/// How late a post may go out by itself after nothing ran, in minutes; what is later, a person is
/// asked about.
pub const CATCH_UP_MINUTES: i64 = 180;

/// How long a process may have a sending in hand before another may take it, in seconds.
pub const LEASE_SECONDS: i64 = 60;
