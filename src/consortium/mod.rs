//! The Verbund: several houses that run one joint presence.
use jiff::tz::TimeZone;

use crate::base::clock::Instant;
use crate::base::text::Lang;

pub mod address;
pub mod arrangement;
pub mod imprint;
pub mod settings;
pub mod store;
pub mod store_halt;
pub mod store_imprint;

#[cfg(test)]
mod arrangement_tests;
#[cfg(test)]
mod store_tests;

crate::ids! {
    /// A Verbund.
    ConsortiumId,
}

/// A Verbund, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Consortium {
    pub id: ConsortiumId,
    pub slug: String,
    /// A domain of its own for the public face, as `buecher.example`.
    pub domain: Option<String>,
    pub name: String,
    /// One sentence that says who this is, for people who see the page for the first time.
    pub claim: String,
    pub about: String,
    pub about_simple: String,
    /// When „Über uns“ was last changed, and when the text in Leichte Sprache was, or was found to hold.
    pub about_at: Option<Instant>,
    pub about_simple_at: Option<Instant>,
    pub netiquette: String,
    pub imprint: String,
    pub privacy: String,
    pub barrier: String,
    pub accent: String,
    pub zone: String,
    pub languages: String,
    pub mode: String,
    pub created_at: Instant,
    /// From when on strangers see the pages; before, everything but publishing works.
    pub public_at: Option<Instant>,
    pub ends_at: Option<Instant>,
    pub end_reason: String,
    pub last_number: i64,
    pub version: i64,
}

impl Consortium {
    /// Gives the time zone in which all times of the Verbund are said.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    pub fn is_public(&self, now: Instant) -> bool {
        self.public_at.is_some_and(|at| at <= now)
    }

    /// Tells whether the Verbund has ended: its page stays to be read, nobody writes any more.
    pub fn has_ended(&self, now: Instant) -> bool {
        self.ends_at.is_some_and(|at| at <= now)
    }

    /// Tells whether „Über uns“ was changed after its text in Leichte Sprache (L8).
    pub fn is_simple_behind(&self) -> bool {
        !self.about_simple.trim().is_empty() && self.about_at > self.about_simple_at
    }

    /// Gives the language in which the Verbund writes by default.
    pub fn main_language(&self) -> Lang {
        self.languages.split(',').find_map(|code| Lang::from_code(code.trim())).unwrap_or_default()
    }
}

/// A time in which nothing new became public, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HaltRow {
    pub id: String,
    pub from_at: Instant,
    pub begun_by: Option<String>,
    pub reason: String,
    pub until_at: Option<Instant>,
}
