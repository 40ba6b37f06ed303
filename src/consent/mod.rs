//! Who agreed to be shown, for what and until when, and who took it back.
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::ConsortiumId;
use crate::member::seat::Seat;

pub mod filled;
pub mod rule;
pub mod store;
pub mod web;

#[cfg(test)]
mod record_tests;

crate::ids! {
    /// A consent record.
    ConsentId,
}

/// A consent record, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Record {
    pub id: ConsentId,
    pub consortium_id: ConsortiumId,
    pub subject: String,
    pub age_class: String,
    /// Who said yes in which role, and when, as JSON.
    pub agreements: String,
    pub purpose: String,
    /// Codes of channels, with commas between.
    pub channels: String,
    pub ends_at: Option<Instant>,
    pub recorded_by: Option<String>,
    pub recorded_at: Instant,
    pub withdrawn_at: Option<Instant>,
}

impl Record {
    /// Gives the consent as the rules read it. An age that cannot be read counts as the one that
    /// asks most.
    pub fn rule(&self) -> Result<rule::Consent> {
        Ok(rule::Consent {
            id: self.id.clone(),
            subject: self.subject.clone(),
            age: rule::AgeClass::from_code(&self.age_class).unwrap_or(rule::AgeClass::Youth),
            agreements: serde_json::from_str(&self.agreements)?,
            purpose: self.purpose.clone(),
            channels: self.channels.split(',').filter_map(rule::Channel::from_code).collect(),
            ends_at: self.ends_at,
            withdrawn_at: self.withdrawn_at,
        })
    }

    /// Makes a record of a consent that was given.
    pub fn of(
        consent: &rule::Consent,
        consortium: &ConsortiumId,
        by: Option<&str>,
        now: Instant,
    ) -> Result<Record> {
        let channels: Vec<&str> = consent.channels.iter().map(|channel| channel.code()).collect();
        Ok(Record {
            id: consent.id.clone(),
            consortium_id: consortium.clone(),
            subject: consent.subject.clone(),
            age_class: consent.age.code().to_owned(),
            agreements: serde_json::to_string(&consent.agreements)?,
            purpose: consent.purpose.clone(),
            channels: channels.join(","),
            ends_at: consent.ends_at,
            recorded_by: by.map(str::to_owned),
            recorded_at: now,
            withdrawn_at: consent.withdrawn_at,
        })
    }

    /// Says how the consent stands: it holds, it has ended, it was taken back.
    pub fn standing(&self, now: Instant) -> Standing {
        if self.withdrawn_at.is_some_and(|at| at <= now) {
            return Standing::Withdrawn;
        }
        if self.ends_at.is_some_and(|at| at <= now) { Standing::Ended } else { Standing::Holds }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Holds,
    Ended,
    Withdrawn,
}

impl Standing {
    pub fn code(self) -> &'static str {
        match self {
            Standing::Holds => "holds",
            Standing::Ended => "ended",
            Standing::Withdrawn => "withdrawn",
        }
    }
}

/// Allows reading consents and taking pictures down: everybody who works in a house, even when the
/// Verbund has ended, for its page is still read. Coaches do not see who is on which picture.
pub fn may_see(seat: &Seat) -> Result<()> {
    if seat.is_only_coach() {
        return Err(Error::NotAllowed(Sentence::new("consent-only-houses")));
    }
    Ok(())
}
