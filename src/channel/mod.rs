//! Where posts go: a channel is a place in one network where a Verbund speaks. Each network has a
//! file or folder of its own here; what they share is the piece that goes out, the outcome of a
//! sending, and what comes back.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;

pub mod bluesky;
pub mod by_hand;
pub mod compose;
pub mod count;
pub mod cut;
pub mod farewell;
pub mod fit;
pub mod health;
pub mod incoming;
pub mod mastodon;
pub mod meta;
pub mod order;
pub mod outcome;
pub mod part;
pub mod piece;
pub mod plain;
pub mod revoking;
pub mod setup;
pub mod steps;
pub mod stop;
pub mod store;
pub mod store_piece;
pub mod store_steps;
pub mod tags;
pub mod thread;
pub mod web;
pub mod web_channel;
pub mod web_concept;
pub mod web_connect;
pub mod web_follow;
pub mod web_new;
pub mod work;

#[cfg(test)]
pub(crate) mod faulty;
#[cfg(test)]
#[path = "scene_tests.rs"]
pub(crate) mod scene;
#[cfg(test)]
mod web_tests;

crate::ids! {
    /// A channel of a Verbund.
    ChannelId,
}

/// A network in which a Verbund can speak. Our own site is none of them: it comes first and needs
/// no sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Network {
    /// Our own actors, by ActivityPub.
    Fediverse,
    /// An account on a server that speaks the Mastodon API.
    Mastodon,
    Bluesky,
    Facebook,
    Instagram,
    Newsletter,
    /// Where no program can reach: people carry it there.
    ByHand,
}

impl Network {
    pub const ALL: [Network; 7] = [
        Network::Fediverse,
        Network::Mastodon,
        Network::Bluesky,
        Network::Facebook,
        Network::Instagram,
        Network::Newsletter,
        Network::ByHand,
    ];

    /// The code under which a network is kept and by which texts choose.
    pub fn code(self) -> &'static str {
        match self {
            Network::Fediverse => "fediverse",
            Network::Mastodon => "mastodon",
            Network::Bluesky => "bluesky",
            Network::Facebook => "facebook",
            Network::Instagram => "instagram",
            Network::Newsletter => "newsletter",
            Network::ByHand => "by_hand",
        }
    }

    pub fn from_code(code: &str) -> Option<Network> {
        Network::ALL.into_iter().find(|network| network.code() == code)
    }

    /// The way out for which people who are shown on a picture were asked.
    pub fn consented(self) -> crate::consent::rule::Channel {
        use crate::consent::rule::Channel;
        match self {
            Network::Fediverse => Channel::Fediverse,
            Network::Mastodon => Channel::Mastodon,
            Network::Bluesky => Channel::Bluesky,
            Network::Facebook => Channel::Facebook,
            Network::Instagram => Channel::Instagram,
            Network::Newsletter => Channel::Newsletter,
            Network::ByHand => Channel::Print,
        }
    }
}

/// A channel, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Channel {
    pub id: ChannelId,
    pub consortium_id: ConsortiumId,
    pub network: String,
    pub name: String,
    pub account: String,
    pub account_url: String,
    pub server: String,
    pub settings: String,
    pub secret: String,
    pub limits: String,
    pub limits_at: Option<Instant>,
    pub purpose: String,
    pub responsible: String,
    pub alternative: String,
    pub review_at: Option<Instant>,
    pub created_by: Option<String>,
    pub created_at: Instant,
    pub on_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub expires_at: Option<Instant>,
    pub warned_for: Option<i64>,
    pub broken_at: Option<Instant>,
    pub broken_why: String,
    pub checked_at: Option<Instant>,
    pub heard: String,
    pub heard_at: Option<Instant>,
}

impl Channel {
    /// A new channel: off, without usage concept, not connected.
    pub fn new(consortium: &ConsortiumId, network: Network, name: &str, now: Instant) -> Channel {
        Channel {
            id: ChannelId::new(),
            consortium_id: consortium.clone(),
            network: network.code().to_owned(),
            name: name.to_owned(),
            account: String::new(),
            account_url: String::new(),
            server: String::new(),
            settings: "{}".to_owned(),
            secret: String::new(),
            limits: "{}".to_owned(),
            limits_at: None,
            purpose: String::new(),
            responsible: String::new(),
            alternative: String::new(),
            review_at: None,
            created_by: None,
            created_at: now,
            on_at: None,
            ended_at: None,
            expires_at: None,
            warned_for: None,
            broken_at: None,
            broken_why: String::new(),
            checked_at: None,
            heard: String::new(),
            heard_at: None,
        }
    }

    pub fn network(&self) -> Network {
        Network::from_code(&self.network).unwrap_or(Network::ByHand)
    }

    /// Tells whether posts go there now.
    pub fn is_on(&self, now: Instant) -> bool {
        self.on_at.is_some_and(|at| at <= now) && self.ended_at.is_none()
    }

    /// Names the place for which the channel's tokens and keys are sealed.
    pub fn seal_place(&self) -> String {
        format!("channel:{}", self.id)
    }
}
