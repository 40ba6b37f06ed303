//! Sign-off: dated facts with a name, and everything that follows from them.
pub mod approval;
pub mod asking;
pub mod due;
mod folding;
pub mod mode;
pub mod next;
pub mod roster;
pub mod state;
pub mod step;
pub mod typing;
pub mod verb;

#[cfg(test)]
mod cast;
#[cfg(test)]
mod clerk;
#[cfg(test)]
mod sequence_tests;
