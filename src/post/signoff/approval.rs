//! Who may sign off: the heart of the four-eyes principle.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::roster::{Member, Roster};
use super::state::{Standing, State};
use super::step::{Act, Step};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

/// What a Verbund asks for before a text is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Whoever may write may publish, the author included.
    Direct,
    /// Somebody who did not write.
    AnyColleague,
    /// Somebody none of whose houses wrote.
    #[default]
    AnotherHouse,
}

impl Mode {
    pub const ALL: [Mode; 3] = [Mode::Direct, Mode::AnyColleague, Mode::AnotherHouse];

    /// The name under which databases and forms know the mode.
    pub fn code(self) -> &'static str {
        match self {
            Mode::Direct => "direct",
            Mode::AnyColleague => "any_colleague",
            Mode::AnotherHouse => "another_house",
        }
    }

    /// Reads such a name.
    pub fn from_code(code: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.code() == code)
    }

    /// Says what the mode asks for.
    pub fn sentence(self) -> Sentence {
        Sentence::new(match self {
            Mode::Direct => "post-mode-direct",
            Mode::AnyColleague => "post-mode-any-colleague",
            Mode::AnotherHouse => "post-mode-another-house",
        })
    }
}

/// By which right an approval was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    Direct,
    /// The person did not write.
    Colleague,
    /// None of the person's houses wrote.
    AnotherHouse,
    /// Every house of the Verbund wrote; the person did not.
    EveryHouseWrote,
}

/// An approval as a fact. It is read back from the history or made by a `Proof`, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    revision: RevisionId,
    due: Instant,
    mode: Mode,
    ground: Ground,
    /// All houses of the person who approved, at that time.
    houses: BTreeSet<InstitutionId>,
}

impl Approval {
    pub fn revision(&self) -> &RevisionId {
        &self.revision
    }

    pub fn due(&self) -> Instant {
        self.due
    }

    pub fn mode(&self) -> Mode {
        self.mode
    }

    pub fn ground(&self) -> Ground {
        self.ground
    }

    pub fn houses(&self) -> &BTreeSet<InstitutionId> {
        &self.houses
    }
}

/// Proof that a person may sign off this text now. Only `may_approve` gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    at: Instant,
    by: PersonId,
    house: Option<InstitutionId>,
    approval: Approval,
}

impl Proof {
    /// Makes the fact of it, dated with the moment at which it was proved.
    pub fn into_step(self) -> Step {
        Step::of(self.at, self.by, self.house, Act::Approved(self.approval))
    }

    pub fn approval(&self) -> &Approval {
        &self.approval
    }

    /// The house for which the person signs off.
    pub fn house(&self) -> Option<&InstitutionId> {
        self.house.as_ref()
    }
}

/// When an approved post is to be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As proposed; refused once that time has passed.
    AsProposed,
    Now,
    At(Instant),
}

/// Decides whether a person may sign off the text they have read.
///
/// `revision` is what they read: if the text is another by now, they have to read again. Being
/// away keeps nobody from signing off; it only keeps them from being asked.
pub fn may_approve(
    standing: &Standing,
    roster: &Roster,
    person: &PersonId,
    revision: &RevisionId,
    when: When,
    now: Instant,
) -> Result<Proof, Sentence> {
    let state = standing.state(now);
    let proposal = match standing.proposal() {
        Some(proposal) if matches!(state, State::Proposed | State::Missed) => proposal,
        _ => return Err(Sentence::new("post-refused-not-proposed")),
    };
    if standing.current(revision).is_none_or(|text| text != proposal.text) {
        return Err(Sentence::new("post-refused-text-changed"));
    }
    let member = roster.member(person).ok_or_else(|| Sentence::new("post-refused-no-right"))?;
    let ground = may_sign(standing, roster, member, proposal.mode)?;
    let due = match (when, proposal.due) {
        (When::Now, _) | (When::AsProposed, None) => now,
        (When::At(time), _) if time > now => time,
        (When::At(_), _) => return Err(Sentence::new("post-refused-past")),
        (When::AsProposed, Some(due)) if due > now => due,
        (When::AsProposed, Some(_)) => return Err(Sentence::new("post-refused-missed")),
    };
    Ok(Proof {
        at: now,
        by: person.clone(),
        house: roster.acting_house(member),
        approval: Approval {
            revision: proposal.text.revision.clone(),
            due,
            mode: proposal.mode,
            ground,
            houses: member.houses.clone(),
        },
    })
}

/// Decides whether a person may sign off this text by the rules of a mode, whatever the time.
///
/// The text is the own of everybody who wrote or changed it since the last approval, and of every
/// house they belonged to then or belong to now. Where every house that takes part wrote, any
/// person who did not may sign off; where only some wrote, the others are not passed over, even
/// if none of their people can at the moment: then the post waits.
pub fn may_sign(
    standing: &Standing,
    roster: &Roster,
    member: &Member,
    mode: Mode,
) -> Result<Ground, Sentence> {
    let refused = |key| Err(Sentence::new(key));
    if !roster.may_edit(member) {
        return refused(match member.part {
            super::roster::Part::Coach => "post-refused-coach",
            super::roster::Part::Reader => "post-refused-no-right",
            _ => "post-refused-house-inactive",
        });
    }
    if mode == Mode::Direct {
        return Ok(Ground::Direct);
    }
    if !roster.may_decide(member) {
        return refused("post-refused-volunteer");
    }
    if standing.writers().iter().any(|writer| writer.person.as_ref() == Some(&member.id)) {
        return refused("post-refused-own-text");
    }
    if mode == Mode::AnyColleague {
        return Ok(Ground::Colleague);
    }
    let own = own_houses(standing, roster);
    if member.houses.is_disjoint(&own) {
        return Ok(Ground::AnotherHouse);
    }
    if roster.active_houses().all(|house| own.contains(house)) {
        return Ok(Ground::EveryHouseWrote);
    }
    refused("post-refused-own-house")
}

/// Lists the houses whose own the text is: those of its writers, when they wrote and now.
pub fn own_houses(standing: &Standing, roster: &Roster) -> BTreeSet<InstitutionId> {
    let mut own = BTreeSet::new();
    for writer in standing.writers() {
        own.extend(writer.houses.iter().cloned());
        if let Some(member) = writer.person.as_ref().and_then(|person| roster.member(person)) {
            own.extend(member.houses.iter().cloned());
        }
    }
    own
}

/// Lists everybody who could sign the open proposal off, away or not. If the list is empty, the
/// post waits, and coordinator and author have to be told.
pub fn who_may<'a>(standing: &Standing, roster: &'a Roster) -> Vec<&'a Member> {
    let Some(proposal) = standing.proposal() else { return Vec::new() };
    let may = |member: &&Member| may_sign(standing, roster, member, proposal.mode).is_ok();
    roster.people.iter().filter(may).collect()
}

#[cfg(test)]
#[path = "approval_tests.rs"]
mod tests;
