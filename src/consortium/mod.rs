//! The Verbund: several houses that run one joint presence.
crate::ids! {
    /// A Verbund.
    ConsortiumId,
}
