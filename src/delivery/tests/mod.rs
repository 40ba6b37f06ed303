//! What the sendings promise.
use crate::base::clock::Instant;
use crate::channel::{Channel, ChannelId};
use crate::consortium::ConsortiumId;
use crate::testing::NOW;

/// A channel as tests need it, on since an instant.
pub fn channel(consortium: &ConsortiumId, network: &str, on_at: Option<Instant>) -> Channel {
    Channel {
        id: ChannelId::new(),
        consortium_id: consortium.clone(),
        network: network.into(),
        name: "Schaukasten".into(),
        account: String::new(),
        account_url: String::new(),
        server: String::new(),
        settings: "{}".into(),
        secret: String::new(),
        limits: "{}".into(),
        limits_at: None,
        purpose: "Menschen erreichen".into(),
        responsible: "Anna Albers".into(),
        alternative: "die eigene Seite".into(),
        review_at: Some(NOW.plus_hours(24 * 365)),
        created_by: None,
        created_at: NOW.plus_hours(-1000),
        on_at,
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

mod sequence;
mod desk;
