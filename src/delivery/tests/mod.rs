//! What the sendings promise.
use crate::base::clock::Instant;
use crate::channel::{Channel, Network};
use crate::consortium::ConsortiumId;
use crate::testing::NOW;

/// A channel as tests need it, on since an instant.
pub fn channel(consortium: &ConsortiumId, network: Network, on_at: Option<Instant>) -> Channel {
    Channel {
        purpose: "Menschen erreichen".into(),
        responsible: "Anna Albers".into(),
        alternative: "die eigene Seite".into(),
        review_at: Some(NOW.plus_hours(24 * 365)),
        on_at,
        ..Channel::new(consortium, network, "Schaukasten", NOW.plus_hours(-1000))
    }
}

mod sequence;
mod told;
mod desk;
pub mod gone;
