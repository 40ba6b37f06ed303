//! Which network does it: the only place that knows all of them. Every driver has the same
//! functions; what a network has not is answered here.
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::channel::meta::{facebook, hearing, instagram, permission};
use crate::channel::order::{Farewell, Health, Heard, Order, Reply};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::part::Composed;
use crate::channel::piece::Piece;
use crate::channel::{Channel, Network, bluesky, by_hand, mastodon};
use crate::federation::driver as fediverse;
use crate::newsletter::driver as newsletter;
use crate::post::PostId;

/// Composes a piece for a channel: what is previewed is what is sent.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    match channel.network() {
        Network::Fediverse => fediverse::compose(channel, piece),
        Network::Mastodon => mastodon::driver::compose(channel, piece),
        Network::Bluesky => bluesky::driver::compose(channel, piece),
        Network::Facebook => facebook::compose(channel, piece),
        Network::Instagram => instagram::compose(channel, piece),
        Network::Newsletter => newsletter::compose(channel, piece),
        Network::ByHand => by_hand::compose(channel, piece),
    }
}

/// Publishes a piece; called again after a failure or a death, it goes on where it was.
pub async fn publish(order: &Order<'_>, piece: &Piece) -> Result<Outcome> {
    match order.channel.network() {
        Network::Fediverse => fediverse::publish(order, piece).await,
        Network::Mastodon => mastodon::driver::publish(order, piece).await,
        Network::Bluesky => bluesky::driver::publish(order, piece).await,
        Network::Facebook => facebook::publish(order, piece).await,
        Network::Instagram => instagram::publish(order, piece).await,
        Network::Newsletter => newsletter::publish(order, piece).await,
        Network::ByHand => Ok(by_hand::publish(order, piece)),
    }
}

/// Replaces what was published by a newer text.
pub async fn correct(order: &Order<'_>, piece: &Piece, remote: &Remote) -> Result<Outcome> {
    match order.channel.network() {
        Network::Fediverse => fediverse::correct(order, piece, remote).await,
        Network::Mastodon => mastodon::driver::correct(order, piece, remote).await,
        Network::Bluesky => bluesky::driver::correct(order, piece, remote).await,
        Network::Facebook => facebook::correct(order, piece, remote).await,
        Network::Instagram => Ok(instagram::correct()),
        Network::Newsletter => newsletter::correct(order, piece, remote).await,
        Network::ByHand => Ok(by_hand::correct(order, piece, remote)),
    }
}

/// Tells whether a correction takes a picture out of what stands there, where the network takes
/// corrections at all.
pub fn can_take_pictures_out(channel: &Channel) -> bool {
    // Facebook changes the text of a post and nothing else.
    channel.network() != Network::Facebook
}

/// Takes back what was published.
pub async fn withdraw(order: &Order<'_>, post: &PostId, remote: &Remote) -> Result<Outcome> {
    match order.channel.network() {
        Network::Fediverse => fediverse::withdraw(order, post, remote).await,
        Network::Mastodon => mastodon::driver::withdraw(order, post, remote).await,
        Network::Bluesky => bluesky::driver::withdraw(order, post, remote).await,
        Network::Facebook => facebook::withdraw(order, post, remote).await,
        Network::Instagram => instagram::withdraw(order, post, remote).await,
        Network::Newsletter => newsletter::withdraw(order, post, remote).await,
        Network::ByHand => Ok(by_hand::withdraw(order, post, remote)),
    }
}

/// Looks, by reading only, whether a piece stands there already.
pub async fn look(order: &Order<'_>, piece: &Piece) -> Result<Option<Remote>> {
    match order.channel.network() {
        Network::Fediverse => fediverse::look(order, piece).await,
        Network::Mastodon => mastodon::driver::look(order, piece).await,
        Network::Bluesky => bluesky::driver::look(order, piece).await,
        Network::Facebook => facebook::look(order, piece).await,
        Network::Instagram => instagram::look(order, piece).await,
        Network::Newsletter => Ok(None),
        Network::ByHand => Ok(None),
    }
}

/// Sends an answer of ours.
pub async fn answer(order: &Order<'_>, reply: &Reply) -> Result<Outcome> {
    match order.channel.network() {
        Network::Fediverse => fediverse::answer(order, reply).await,
        Network::Mastodon => mastodon::driver::answer(order, reply).await,
        Network::Bluesky => bluesky::driver::answer(order, reply).await,
        Network::Facebook => facebook::answer(order, reply).await,
        Network::Instagram => instagram::answer(order, reply).await,
        Network::Newsletter => not_there(order.channel),
        Network::ByHand => not_there(order.channel),
    }
}

/// Asks what came back since the last time, where a network has to be asked.
pub async fn hear(app: &App, channel: &Channel) -> Result<Option<Heard>> {
    match channel.network() {
        Network::Fediverse => Ok(None),
        Network::Mastodon => mastodon::driver::hear(app, channel).await,
        Network::Bluesky => bluesky::driver::hear(app, channel).await,
        Network::Facebook => hearing::hear(app, channel).await,
        Network::Instagram => hearing::hear(app, channel).await,
        Network::Newsletter => Ok(None),
        Network::ByHand => Ok(None),
    }
}

/// Asks whether a channel's access holds.
pub async fn check(app: &App, channel: &Channel) -> Result<Health> {
    match channel.network() {
        Network::Fediverse => fediverse::check(app, channel).await,
        Network::Mastodon => mastodon::driver::check(app, channel).await,
        Network::Bluesky => bluesky::driver::check(app, channel).await,
        Network::Facebook => permission::check(app, channel).await,
        Network::Instagram => permission::check(app, channel).await,
        Network::Newsletter => newsletter::check(app, channel).await,
        Network::ByHand => Ok(Health::Unknown),
    }
}

/// Tells those who follow a channel, once, that the Verbund ends.
pub async fn farewell(order: &Order<'_>, words: &Farewell) -> Result<Outcome> {
    match order.channel.network() {
        Network::Fediverse => fediverse::farewell(order, words).await,
        Network::Mastodon => mastodon::driver::farewell(order, words).await,
        Network::Bluesky => bluesky::driver::farewell(order, words).await,
        Network::Facebook => not_there(order.channel),
        Network::Instagram => not_there(order.channel),
        Network::Newsletter => newsletter::farewell(order, words).await,
        Network::ByHand => not_there(order.channel),
    }
}

fn not_there(channel: &Channel) -> Result<Outcome> {
    Ok(Outcome::Refused { why: Sentence::new("channel-not-there").with("channel", &channel.name) })
}
