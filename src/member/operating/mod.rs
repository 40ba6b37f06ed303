//! Running the installation: founding Verbünde, inviting who runs it, seeing whether all is well.
use crate::base::clock::Instant;
use crate::consortium::{Consortium, ConsortiumId};

pub mod ending;
pub mod inviting;
pub mod noting;
pub mod store;
pub mod web;
pub mod web_ending;
pub mod web_people;
pub mod web_rescue;

/// How long an invitation to run or to coordinate holds, in hours.
pub const INVITATION_HOURS: i64 = 72;

/// The time in which a Verbund begins, and in which the operator's page tells the time.
pub const ZONE: &str = "Europe/Berlin";

/// A new Verbund: not public, in Berlin's time, another house signs off; its coordination does the rest.
pub fn founded(name: &str, slug: &str, at: Instant) -> Consortium {
    Consortium {
        id: ConsortiumId::new(),
        slug: slug.into(),
        domain: None,
        name: name.into(),
        claim: String::new(),
        about: String::new(),
        about_simple: String::new(),
        about_at: None,
        about_simple_at: None,
        netiquette: String::new(),
        imprint: String::new(),
        privacy: String::new(),
        barrier: String::new(),
        accent: "#7a2e1d".into(),
        zone: ZONE.into(),
        languages: "de,en".into(),
        mode: "another_house".into(),
        created_at: at,
        public_at: None,
        ends_at: None,
        end_reason: String::new(),
        last_number: 0,
        version: 1,
    }
}
