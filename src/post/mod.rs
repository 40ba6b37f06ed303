//! A post: drafted, proposed, signed off by another house, public when due.
pub mod approval;
mod folding;
pub mod roster;
pub mod state;
pub mod step;

crate::ids! {
    /// A post.
    PostId,
    /// One version of a post's text; never changed once it was proposed.
    RevisionId,
}
