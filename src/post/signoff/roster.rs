//! Who is in the Verbund at this moment, as far as sign-off has to know.
use std::collections::BTreeSet;

use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// The houses and people of a Verbund as they are now.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    pub houses: Vec<House>,
    pub people: Vec<Member>,
}

/// A house, as far as sign-off has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    pub id: InstitutionId,
    /// Takes part: has joined and has neither paused nor left.
    pub active: bool,
    /// When it was last asked to sign anything off.
    pub last_asked_at: Option<Instant>,
}

/// What a person may do with posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Keeps the Verbund going; may belong to no house.
    Coordinator,
    /// May write and sign off: staff, head, volunteer with that right.
    Editor,
    /// May read drafts and comment, and never publish.
    Coach,
    /// May read only.
    Reader,
}

/// A person, as far as sign-off has to know them.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: PersonId,
    pub part: Part,
    /// Speaks for a house where the Verbund itself is decided on: volunteers do only where a house
    /// has nobody else.
    pub speaks: bool,
    /// All houses the person belongs to, paused ones and ones that left included.
    pub houses: BTreeSet<InstitutionId>,
    pub away_until: Option<Instant>,
}

impl Roster {
    /// Tells whether a house takes part.
    pub fn is_active(&self, house: &InstitutionId) -> bool {
        self.houses.iter().any(|known| known.active && known.id == *house)
    }

    /// Lists the houses that take part.
    pub fn active_houses(&self) -> impl Iterator<Item = &InstitutionId> {
        self.houses.iter().filter(|house| house.active).map(|house| &house.id)
    }

    /// Finds a person.
    pub fn member(&self, person: &PersonId) -> Option<&Member> {
        self.people.iter().find(|member| member.id == *person)
    }

    /// Tells whether a person may write and decide here: by their part, and because one of their
    /// houses takes part. A coordinator may do without a house, but not with paused ones only.
    pub fn may_edit(&self, member: &Member) -> bool {
        match member.part {
            Part::Coach | Part::Reader => false,
            Part::Coordinator if member.houses.is_empty() => true,
            Part::Coordinator | Part::Editor => member.houses.iter().any(|house| self.is_active(house)),
        }
    }

    /// Names the house for which a person acts: the first of theirs that takes part.
    pub fn acting_house(&self, member: &Member) -> Option<InstitutionId> {
        member.houses.iter().find(|house| self.is_active(house)).cloned()
    }
}

impl Member {
    /// Tells whether the person is away at an instant.
    pub fn is_away(&self, now: Instant) -> bool {
        self.away_until.is_some_and(|until| now < until)
    }
}
