//! How a Verbund changes what it asks for: one house proposes it, another agrees.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::approval::Mode;
use super::roster::{Member, Roster};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// A change of mode that waits for another house. Posts that are already proposed keep the mode
/// they were proposed under, whatever comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModeChange {
    pub to: Mode,
    pub proposed_by: PersonId,
    /// All houses of the person at that time.
    pub proposed_houses: BTreeSet<InstitutionId>,
    pub at: Instant,
}

/// Proof that another house agreed. Only `may_agree` gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    to: Mode,
    by: PersonId,
}

impl Agreement {
    /// The mode that holds from now on.
    pub fn mode(&self) -> Mode {
        self.to
    }

    pub fn by(&self) -> &PersonId {
        &self.by
    }
}

/// Makes a proposal to change the mode, for somebody who speaks for their house; one at a time, so that everybody knows what is agreed to.
pub fn propose(
    current: Mode,
    pending: Option<&ModeChange>,
    to: Mode,
    roster: &Roster,
    person: &PersonId,
    now: Instant,
) -> Result<ModeChange, Sentence> {
    let member = speaker(roster, person)?;
    if pending.is_some() {
        return Err(Sentence::new("post-mode-refused-pending"));
    }
    if current == to {
        return Err(Sentence::new("post-mode-refused-same"));
    }
    let proposed_houses = member.houses.clone();
    Ok(ModeChange { to, proposed_by: person.clone(), proposed_houses, at: now })
}

/// Decides whether a person may agree: a person of a house that takes part, none of whose houses
/// is one of the proposer. Only where no other house takes part, another person is enough.
pub fn may_agree(change: &ModeChange, roster: &Roster, person: &PersonId) -> Result<Agreement, Sentence> {
    let member = speaker(roster, person)?;
    let own = own_houses(change, roster);
    let other_person = *person != change.proposed_by;
    let other_house = !member.houses.is_empty() && member.houses.is_disjoint(&own);
    let alone = roster.active_houses().all(|house| own.contains(house));
    if other_person && (other_house || alone) {
        Ok(Agreement { to: change.to, by: person.clone() })
    } else {
        Err(Sentence::new("post-mode-refused-own-house"))
    }
}

/// Decides whether a person may reject the change: whoever could agree to it.
pub fn may_reject(change: &ModeChange, roster: &Roster, person: &PersonId) -> Result<(), Sentence> {
    may_agree(change, roster, person).map(|_| ())
}

/// Decides whether a person may take the change back: who proposed it, or somebody of their house.
pub fn may_withdraw(change: &ModeChange, roster: &Roster, person: &PersonId) -> Result<(), Sentence> {
    let member = editor(roster, person)?;
    if *person == change.proposed_by || !member.houses.is_disjoint(&change.proposed_houses) {
        Ok(())
    } else {
        Err(Sentence::new("post-mode-refused-other-house"))
    }
}

fn own_houses(change: &ModeChange, roster: &Roster) -> BTreeSet<InstitutionId> {
    let now = roster.member(&change.proposed_by).map(|member| member.houses.clone());
    change.proposed_houses.iter().cloned().chain(now.unwrap_or_default()).collect()
}

fn speaker<'a>(roster: &'a Roster, person: &PersonId) -> Result<&'a Member, Sentence> {
    let member = editor(roster, person)?;
    if member.speaks { Ok(member) } else { Err(Sentence::new("post-mode-refused-speaks")) }
}

fn editor<'a>(roster: &'a Roster, person: &PersonId) -> Result<&'a Member, Sentence> {
    let member = roster.member(person).filter(|member| roster.may_edit(member));
    member.ok_or_else(|| Sentence::new("post-refused-no-right"))
}

#[cfg(test)]
#[path = "mode_tests.rs"]
mod tests;
