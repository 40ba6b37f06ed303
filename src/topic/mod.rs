//! A topic, and the perspectives that several houses have on it.
crate::ids! {
    /// A topic.
    TopicId,
    /// A series of posts that return at a fixed time.
    SeriesId,
}
