//! Which network does it: the only place that knows all of them. Every driver has the same seven
//! functions; what a network has not is answered here.
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::order::{Health, Heard, Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::Composed;
use crate::channel::piece::Piece;
use crate::channel::{Channel, Network};
use crate::post::PostId;

/// Composes a piece for a channel: what is previewed is what is sent.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let _ = piece;
    match channel.network() {
        Network::ByHand
        | Network::Fediverse
        | Network::Mastodon
        | Network::Bluesky
        | Network::Facebook
        | Network::Instagram
        | Network::Newsletter => Composed::default(),
    }
}

/// Publishes a piece; called again after a failure or a death, it goes on where it was.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    let _ = piece;
    Ok(not_there(order.channel))
}

/// Replaces what was published by a newer text.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    let _ = (piece, remote);
    Ok(not_there(order.channel))
}

/// Takes back what was published.
pub async fn withdraw(order: &Order<'_>, post: &PostId, remote: &Remote) -> Result<Outcome> {
    let _ = (post, remote);
    Ok(not_there(order.channel))
}

/// Looks, by reading only, whether a piece stands there already.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    let _ = (order, piece);
    Ok(None)
}

/// Sends an answer of ours.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    let _ = reply;
    Ok(not_there(order.channel))
}

/// Asks what came back since the last time, where a network has to be asked.
pub async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    let _ = (app, channel);
    Ok(None)
}

/// Asks whether a channel's access holds.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    let _ = (app, channel);
    Ok(Health::Unknown)
}

fn not_there(channel: &Channel) -> Outcome {
    Outcome::Refused { why: Sentence::new("channel-not-there").with("channel", &channel.name) }
}
