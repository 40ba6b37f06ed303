//! Writing: what a version says, how it is shown, how two versions differ and become one.
pub mod content;
pub mod difference;
pub mod markdown;
pub mod merge;
pub mod sought;
mod typed;
pub mod wording;

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
