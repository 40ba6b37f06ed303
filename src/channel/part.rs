//! What a network shows: a post composed for it, in one part or as a thread. The preview shows the
//! same parts that are sent.
use crate::base::sentence::Sentence;

/// A post composed for one network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composed {
    pub parts: Vec<Part>,
    /// What stands against sending it like this, or what is lost on the way.
    pub faults: Vec<Sentence>,
    pub losses: Vec<Sentence>,
}

/// One part: a single post, or a link of a thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    /// Which pictures of the piece go with it, by their place in `Piece::pictures`.
    pub pictures: Vec<usize>,
    /// The address shown as a card below the text, where the network has such a thing.
    pub card: Option<String>,
    /// How long the text is and how long it may be, as the network counts.
    pub counted: usize,
    pub most: usize,
}
