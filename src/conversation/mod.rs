//! The Eingang: what people answer anywhere becomes a conversation, with a house it concerns, a
//! person who answers, and a time to answer by.
pub mod store_intake;

crate::ids! {
    /// A conversation with somebody out there.
    ConversationId,
    /// One thing said in a conversation, by them or by us.
    UtteranceId,
}

/// The kind of the job that sends an answer of ours; its payload is the id of the utterance.
pub const ANSWER: &str = "answer-send";
