//! A post: drafted, proposed, signed off by another house, public when due.
pub mod content;
pub mod difference;
pub mod markdown;
pub mod merge;
mod typed;

#[cfg(test)]
mod content_tests;
#[cfg(test)]
mod difference_tests;
#[cfg(test)]
mod markdown_tests;
#[cfg(test)]
mod merge_tests;
#[cfg(test)]
mod writing_tests;

crate::ids! {
    /// A post.
    PostId,
    /// One version of a post's text; never changed once it was proposed.
    RevisionId,
}
