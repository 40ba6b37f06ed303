//! Where no program reaches: people carry the finished text and the pictures there, and tick it off.
use super::Channel;
use super::compose::{Shape, compose as composed};
use super::count::Limits;
use super::order::Order;
use super::outcome::{Outcome, Remote};
use super::part::Composed;
use super::piece::Piece;
use crate::post::PostId;

/// Composes a piece as it is copied.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let network = channel.network();
    composed(piece, &Limits::told(network, &channel.limits), Shape::usual(network))
}

/// Waits for a person.
pub fn publish(_: &Order<'_>, _: &Piece) -> Outcome {
    Outcome::ByHand
}

/// Waits for a person, who replaces the text there.
pub fn correct(_: &Order<'_>, _: &Piece, _: &Remote) -> Outcome {
    Outcome::ByHand
}

/// Waits for a person, who takes it down.
pub fn withdraw(_: &Order<'_>, _: &PostId, _: &Remote) -> Outcome {
    Outcome::ByHand
}
