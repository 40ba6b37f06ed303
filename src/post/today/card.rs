//! A card on the first screen: one thing that waits for somebody. Rooms below give theirs along.
use crate::base::clock::Instant;
use crate::page::Badge;

/// One thing that waits, and the one step that comes next.
#[derive(Debug, Clone)]
pub struct Card {
    /// How urgent its kind is; cards of one rank stand in the order of `until`.
    pub rank: Rank,
    pub title: String,
    pub badges: Vec<Badge>,
    pub words: String,
    pub href: String,
    pub button: String,
    /// Until when it has to be done, for those who were asked by name or by house.
    pub until: Option<Instant>,
}

/// The kinds of what waits, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A house was asked to sign off.
    Asked,
    /// Somebody out there waits for an answer, and it is late.
    Overdue,
    Missed,
    /// What went out, or did not, needs a decision.
    Delivery,
    Returned,
    /// Somebody was named or asked.
    Called,
    /// Somebody out there waits for an answer.
    Answer,
    MaySign,
    Stuck,
    Draft,
    Upkeep,
}
