//! A post: drafted, proposed, signed off by another house, public when due.
pub mod approval;
pub mod asking;
pub mod due;
mod folding;
pub mod mode;
pub mod next;
pub mod roster;
pub mod state;
pub mod step;
pub mod verb;

#[cfg(test)]
mod cast;
#[cfg(test)]
mod clerk;
#[cfg(test)]
mod sequence_tests;

crate::ids! {
    /// A post.
    PostId,
    /// One version of a post's text; never changed once it was proposed.
    RevisionId,
}
