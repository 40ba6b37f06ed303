//! Who agreed to be shown, for what and until when, and who took it back.
crate::ids! {
    /// A consent record.
    ConsentId,
}
