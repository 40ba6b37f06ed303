//! What a consent covers: who had to agree, where the picture may go, until when.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;

use super::ConsentId;

/// A way out for which a person can agree to be shown, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    Website,
    Fediverse,
    Mastodon,
    Bluesky,
    Facebook,
    Instagram,
    Newsletter,
    Print,
}

impl Channel {
    pub const ALL: [Channel; 8] = [
        Channel::Website,
        Channel::Fediverse,
        Channel::Mastodon,
        Channel::Bluesky,
        Channel::Facebook,
        Channel::Instagram,
        Channel::Newsletter,
        Channel::Print,
    ];

    /// The code under which a channel is kept and which the texts choose by.
    pub fn code(self) -> &'static str {
        match self {
            Channel::Website => "website",
            Channel::Fediverse => "fediverse",
            Channel::Mastodon => "mastodon",
            Channel::Bluesky => "bluesky",
            Channel::Facebook => "facebook",
            Channel::Instagram => "instagram",
            Channel::Newsletter => "newsletter",
            Channel::Print => "print",
        }
    }

    pub fn from_code(code: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// The channel's name for a reader.
    pub fn name(self) -> Sentence {
        Sentence::new("consent-channel").with("channel", self.code())
    }
}

/// How old the person shown is, as far as it decides who has to agree.
///
/// No date of birth is kept: the class is all the rule needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgeClass {
    /// Eighteen and over: the person agrees.
    Adult,
    /// Fourteen to seventeen: the guardians agree, and so does the young person.
    Youth,
    /// Under fourteen: the guardians agree.
    Child,
}

impl AgeClass {
    pub const ALL: [AgeClass; 3] = [AgeClass::Adult, AgeClass::Youth, AgeClass::Child];

    pub fn code(self) -> &'static str {
        match self {
            AgeClass::Adult => "adult",
            AgeClass::Youth => "youth",
            AgeClass::Child => "child",
        }
    }

    pub fn from_code(code: &str) -> Option<AgeClass> {
        AgeClass::ALL.into_iter().find(|age| age.code() == code)
    }

    /// The age class and what it asks, for a reader.
    pub fn name(self) -> Sentence {
        Sentence::new("consent-age").with("age", self.code())
    }

    /// Those whose agreement is needed at this age (§ 22 KUG as courts read it).
    pub fn must_agree(self) -> &'static [Party] {
        match self {
            AgeClass::Adult => &[Party::Person],
            AgeClass::Youth => &[Party::Guardian, Party::Person],
            AgeClass::Child => &[Party::Guardian],
        }
    }
}

/// Who agrees: the person shown, or those who have custody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Person,
    Guardian,
}

impl Party {
    pub const ALL: [Party; 2] = [Party::Person, Party::Guardian];

    pub fn code(self) -> &'static str {
        match self {
            Party::Person => "person",
            Party::Guardian => "guardian",
        }
    }

    pub fn from_code(code: &str) -> Option<Party> {
        Party::ALL.into_iter().find(|party| party.code() == code)
    }
}

/// One person's yes: in which role, by what name, when.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Agreement {
    pub party: Party,
    pub name: String,
    pub agreed_at: Instant,
}

/// A consent to be shown, as it was given.
///
/// `subject` is a person or a named group; a group shares one age class, so a class trip with
/// teachers is two records. `ends_at` is the first instant no longer covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub id: ConsentId,
    pub subject: String,
    pub age: AgeClass,
    pub agreements: Vec<Agreement>,
    pub purpose: String,
    pub channels: Vec<Channel>,
    pub ends_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
}

impl Consent {
    /// Tells whether the subject may be shown in a channel at an instant; if not, the sentence
    /// says why and whom to ask. What weighs most is said first: a withdrawal before everything.
    pub fn covers(&self, channel: Channel, at: Instant) -> Result<(), Sentence> {
        if self.withdrawn_at.is_some_and(|withdrawn| withdrawn <= at) {
            return Err(self.about("consent-withdrawn"));
        }
        if let Some(party) = self.missing_party(at) {
            return Err(self.about(match (party, self.age) {
                (Party::Guardian, _) => "consent-guardian-missing",
                (Party::Person, AgeClass::Youth) => "consent-youth-missing",
                (Party::Person, _) => "consent-person-missing",
            }));
        }
        if self.ends_at.is_some_and(|end| end <= at) {
            return Err(self.about("consent-ended"));
        }
        if !self.channels.contains(&channel) {
            return Err(self.about("consent-not-for-channel").with("channel", channel.code()));
        }
        Ok(())
    }

    /// Says what is missing before the record can be kept: form errors by field.
    pub fn incomplete(&self) -> Vec<(&'static str, Sentence)> {
        let mut missing = Vec::new();
        if self.subject.trim().is_empty() {
            missing.push(("subject", Sentence::new("consent-needs-subject")));
        }
        if self.purpose.trim().is_empty() {
            missing.push(("purpose", Sentence::new("consent-needs-purpose")));
        }
        if self.channels.is_empty() {
            missing.push(("channels", Sentence::new("consent-needs-channel")));
        }
        if self.agreements.iter().any(|agreement| agreement.name.trim().is_empty()) {
            missing.push(("agreements", Sentence::new("consent-needs-name")));
        }
        let first_at = self.agreements.iter().map(|agreement| agreement.agreed_at).min();
        if let (Some(end), Some(first)) = (self.ends_at, first_at)
            && end <= first
        {
            missing.push(("ends_at", Sentence::new("consent-ends-before-it-begins")));
        }
        missing
    }

    /// The first of those who had to agree and had not by this instant.
    fn missing_party(&self, at: Instant) -> Option<Party> {
        self.age.must_agree().iter().copied().find(|party| {
            !self.agreements.iter().any(|agreement| agreement.party == *party && agreement.agreed_at <= at)
        })
    }

    fn about(&self, key: &'static str) -> Sentence {
        Sentence::new(key).with("name", &self.subject)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
