//! Who agreed to be shown, for what and until when, and who took it back.
pub mod rule;

crate::ids! {
    /// A consent record.
    ConsentId,
}
