//! A topic, and the perspectives that several houses have on it.
pub mod series;
pub mod store_series;
pub mod web_series;

crate::ids! {
    /// A topic.
    TopicId,
    /// A series of posts that return at a fixed time.
    SeriesId,
}
