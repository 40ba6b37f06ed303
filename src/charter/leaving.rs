//! What follows when a house leaves: who loses access, and whether the Verbund stays coordinated.
use std::collections::BTreeSet;

use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::institution::{Institution, InstitutionId};
use crate::member::{Membership, MembershipId, PersonId, Role};

/// What leaving does to the people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Those who belong to no other house and are out from then on.
    pub people: BTreeSet<PersonId>,
    /// The coordination that some of them did; it ends with their access.
    pub coordinations: Vec<MembershipId>,
    has_coordination_left: bool,
}

impl Leaving {
    /// Works out what follows when a house leaves.
    pub fn of(
        house: &InstitutionId,
        houses: &[Institution],
        memberships: &[Membership],
        now: Instant,
    ) -> Leaving {
        let stays = |id: &InstitutionId| {
            id != house && houses.iter().any(|other| other.id == *id && !other.has_left(now))
        };
        let live: Vec<&Membership> =
            memberships.iter().filter(|membership| membership.is_live(now)).collect();
        let of_house = live.iter().filter(|membership| membership.institution_id.as_ref() == Some(house));
        let people: BTreeSet<PersonId> = of_house
            .map(|membership| &membership.person_id)
            .filter(|person| {
                let mut own = live.iter().filter(|membership| membership.person_id == **person);
                !own.any(|membership| membership.institution_id.as_ref().is_some_and(stays))
            })
            .cloned()
            .collect();
        let coordinate = live.iter().filter(|membership| membership.role() == Role::Coordinator);
        let (ending, staying): (Vec<&Membership>, Vec<&Membership>) = coordinate
            .filter(|membership| membership.institution_id.as_ref().is_none_or(stays))
            .partition(|membership| people.contains(&membership.person_id));
        Leaving {
            people,
            coordinations: ending.into_iter().map(|membership| membership.id.clone()).collect(),
            has_coordination_left: !staying.is_empty(),
        }
    }

    /// Allows the leaving, or says what has to be settled before: somebody must go on coordinating.
    pub fn check(&self) -> Result<(), Sentence> {
        if self.has_coordination_left { Ok(()) } else { Err(Sentence::new("charter-leave-coordination")) }
    }
}
