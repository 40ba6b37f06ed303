//! The newsletter: who wants it, with proof, and what goes out to them.
use crate::base::clock::Instant;
use crate::base::seal::Seal;
use crate::base::text::Lang;
use crate::consortium::ConsortiumId;
use crate::member::session::hash_secret;
use base64::Engine;

pub mod bounce;
pub mod driver;
pub mod envelope;
pub mod export;
pub mod issue;
pub mod letter;
pub mod prose;
pub mod store;
pub mod store_desk;
pub mod store_issue;
pub mod store_letter;
pub mod web;
pub mod web_desk;
pub mod web_link;
pub mod web_privacy;
pub mod wish;
pub mod work;
pub mod work_asking;
pub mod work_ending;
pub mod work_reading;
pub mod work_rounds;

#[cfg(test)]
pub mod tests;

crate::ids! {
    /// Somebody who gets the newsletter of a Verbund, or has asked for it.
    SubscriberId,
    /// One sending: a post at once, or what was collected.
    IssueId,
}

/// How long an address that nobody has confirmed is kept, in days.
pub const UNCONFIRMED_DAYS: i64 = 7;

/// How long the proof is kept after an end, in days: as long as somebody can still claim that they
/// never asked for it (three years, § 195 BGB, and the rest of the year in which they began).
pub const PROOF_DAYS: i64 = 4 * 366;

/// How long it is kept to whom which letter went, in days.
pub const LETTER_DAYS: i64 = 90;

/// How often somebody wants to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Each post as soon as it is public.
    Each,
    /// Once a week what has come together.
    Digest,
}

impl Rhythm {
    pub const ALL: [Rhythm; 2] = [Rhythm::Digest, Rhythm::Each];

    pub fn code(self) -> &'static str {
        match self {
            Rhythm::Each => "each",
            Rhythm::Digest => "digest",
        }
    }

    pub fn from_code(code: &str) -> Option<Rhythm> {
        Rhythm::ALL.into_iter().find(|rhythm| rhythm.code() == code)
    }
}

/// Why somebody does not get it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// They said so.
    Asked,
    /// Their mailbox does not exist, or takes nothing any more.
    Bounced,
    /// Coordination did it for somebody who asked.
    ForThem,
}

impl Ended {
    pub fn code(self) -> &'static str {
        match self {
            Ended::Asked => "asked",
            Ended::Bounced => "bounced",
            Ended::ForThem => "for-them",
        }
    }
}

/// Somebody who gets the newsletter or has asked for it, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Subscriber {
    pub id: SubscriberId,
    pub consortium_id: ConsortiumId,
    /// Empty after the end.
    pub address: String,
    pub address_mark: String,
    pub language: String,
    pub rhythm: String,
    pub secret_hash: String,
    pub confirm_hash: Option<String>,
    pub confirm_until: Option<Instant>,
    pub text_mark: String,
    pub asked_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub ended_why: String,
}

impl Subscriber {
    pub fn rhythm(&self) -> Rhythm {
        Rhythm::from_code(&self.rhythm).unwrap_or(Rhythm::Digest)
    }

    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }

    /// Tells whether letters go there.
    pub fn is_live(&self) -> bool {
        self.confirmed_at.is_some() && self.ended_at.is_none()
    }
}

/// What somebody wants to read about; nothing chosen means everything.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Choice {
    /// `house` or `topic`.
    pub kind: String,
    pub target_id: String,
}

/// Makes what opens a subscriber's own page. It is not kept: it follows from the id and the key of
/// the installation, so that it can stand in each letter although the database has only its hash.
pub fn secret_of(seal: &Seal, id: &SubscriberId) -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(seal.mark("subscriber-link", id.as_str()))
}

/// Hashes such a secret for the database.
pub fn secret_hash(secret: &str) -> String {
    hash_secret(secret)
}

/// Marks an address, whatever its letters' size, for one Verbund: the same person in two Verbünde
/// cannot be found to be the same.
pub fn address_mark(seal: &Seal, consortium: &ConsortiumId, address: &str) -> String {
    hex::encode(seal.mark(&format!("newsletter:{consortium}"), &address.trim().to_lowercase()))
}
