//! A topic, and the perspectives that several houses have on it.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;

pub mod perspective;
pub mod series;
pub mod store;
pub mod store_perspectives;
pub mod store_series;
pub mod web_series;
pub mod web_topic;

#[cfg(test)]
mod perspective_tests;
#[cfg(test)]
mod tests;

crate::ids! {
    /// A topic.
    TopicId,
    /// A series of posts that return at a fixed time.
    SeriesId,
}

/// A topic, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Topic {
    pub id: TopicId,
    pub consortium_id: ConsortiumId,
    /// The name in addresses; it stays when the title changes.
    pub slug: String,
    pub title: String,
    /// Small Markdown that says what the topic is about.
    pub intro: String,
    pub created_at: Instant,
    /// From when on nothing new is written about it; what was written stays.
    pub ended_at: Option<Instant>,
}

impl Topic {
    /// Tells whether new posts may still belong to it.
    pub fn is_open(&self, now: Instant) -> bool {
        self.ended_at.is_none_or(|at| at > now)
    }
}
