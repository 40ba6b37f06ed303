//! A post: drafted, proposed, signed off by another house, public when due.
pub mod signoff;
pub mod writing;

crate::ids! {
    /// A post.
    PostId,
    /// One version of a post's text; never changed once it was proposed.
    RevisionId,
}
