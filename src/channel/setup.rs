//! What stands between a new channel and its first post: the usage concept, the connection, the
//! switch. In words, with the next step.
use super::{Channel, Network};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

/// So many days before the review date a channel says that it comes up.
const REVIEW_SOON_DAYS: i64 = 14;

/// How a network is connected: the last piece of the address of its own page below that of the
/// channel; none where nothing has to be connected.
pub fn connect_path(network: Network) -> Option<&'static str> {
    match network {
        Network::ByHand | Network::Fediverse | Network::Newsletter => None,
        Network::Mastodon => Some("mastodon"),
        Network::Bluesky => Some("bluesky"),
        Network::Facebook | Network::Instagram => Some("meta"),
    }
}

/// What a network has to be decided about, beside its connection: the address of its own page, from
/// that of the channel.
pub fn settings_href(network: Network, slug: &str, channel: &str) -> Option<String> {
    match network {
        Network::Fediverse => Some(format!("{channel}/fediverse")),
        Network::Newsletter => Some(format!("/desk/{slug}/newsletter")),
        _ => None,
    }
}

/// Tells whether a Verbund can have only one channel of a network: our own actors and our own
/// letters are there once.
pub fn is_single(network: Network) -> bool {
    matches!(network, Network::Fediverse | Network::Newsletter)
}

/// Tells whether the network can be spoken to: accounts elsewhere need a token, our own actors and
/// letters and what is carried by hand need none.
pub fn is_connected(channel: &Channel) -> bool {
    match channel.network() {
        Network::ByHand | Network::Fediverse | Network::Newsletter => true,
        Network::Mastodon | Network::Bluesky | Network::Facebook | Network::Instagram => {
            !channel.secret.is_empty() && !channel.account.is_empty()
        }
    }
}

/// Tells whether the usage concept is complete: purpose, who is responsible, where those find the
/// same who do not want to use the network, and when it is looked at again.
pub fn has_concept(channel: &Channel) -> bool {
    let texts = [&channel.purpose, &channel.responsible, &channel.alternative];
    texts.iter().all(|text| !text.trim().is_empty()) && channel.review_at.is_some()
}

/// How a channel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Ended,
    /// The usage concept is missing.
    Unreasoned,
    Unconnected,
    /// The access does not hold any more.
    Broken,
    Off,
    /// Posts go there, and its usage concept should have been looked at.
    Overdue,
    On,
}

impl State {
    pub fn of(channel: &Channel, now: Instant) -> State {
        let is_on = channel.is_on(now);
        match () {
            () if channel.ended_at.is_some() => State::Ended,
            () if !has_concept(channel) => State::Unreasoned,
            () if !is_connected(channel) => State::Unconnected,
            () if channel.broken_at.is_some() => State::Broken,
            () if !is_on => State::Off,
            () if channel.review_at.is_some_and(|at| at <= now) => State::Overdue,
            () => State::On,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            State::Ended => "ended",
            State::Unreasoned => "unreasoned",
            State::Unconnected => "unconnected",
            State::Broken => "broken",
            State::Off => "off",
            State::Overdue => "overdue",
            State::On => "on",
        }
    }
}

/// Says why a channel cannot be switched on; nothing where it can.
pub fn obstacle(channel: &Channel) -> Option<Sentence> {
    match () {
        () if channel.ended_at.is_some() => Some(Sentence::new("channel-cannot-ended")),
        () if !has_concept(channel) => Some(Sentence::new("channel-cannot-unreasoned")),
        () if !is_connected(channel) => Some(Sentence::new("channel-cannot-unconnected")),
        () => None,
    }
}

/// Tells whether the usage concept is to be looked at, now or within two weeks.
pub fn is_review_near(channel: &Channel, now: Instant) -> bool {
    channel.review_at.is_some_and(|at| at <= now.plus_hours(24 * REVIEW_SOON_DAYS))
}

#[cfg(test)]
#[path = "setup_tests.rs"]
mod tests;
