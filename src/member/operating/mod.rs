//! Running the installation: founding Verbünde, inviting who runs it, seeing whether all is well.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::consortium::{Consortium, ConsortiumId};

pub mod inviting;
pub mod store;
pub mod web;

/// How long an invitation to run or to coordinate holds, in hours.
pub const INVITATION_HOURS: i64 = 72;

/// First parts of addresses that belong to the installation, so that no Verbund is called so.
const RESERVED: [&str; 23] = [
    "admin",
    "api",
    "assets",
    "bild",
    "confirm",
    "demo",
    "desk",
    "en",
    "feed",
    "health",
    "hilfe",
    "impressum",
    "join",
    "konto",
    "login",
    "me",
    "media",
    "operate",
    "sign-in",
    "sign-out",
    "static",
    "users",
    "verbund",
];

/// Reads the short name under which a Verbund will be found: small letters, digits and strokes.
pub fn slug(typed: &str) -> Result<String, Sentence> {
    let slug = typed.trim().to_lowercase();
    let fits = slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !fits || !(2..=40).contains(&slug.len()) || slug.starts_with('-') || slug.ends_with('-') {
        return Err(Sentence::new("member-slug-shape"));
    }
    if RESERVED.contains(&slug.as_str()) {
        return Err(Sentence::new("member-slug-reserved"));
    }
    Ok(slug)
}

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
        zone: "Europe/Berlin".into(),
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
