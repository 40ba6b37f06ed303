//! One post's way into one channel: planned when the public may see it, sent once, and told about
//! in sentences.
pub mod dispatch;
pub mod web_carry;
pub mod web_edit;

crate::ids! {
    /// What is to be done with one post on one channel.
    DeliveryId,
}
