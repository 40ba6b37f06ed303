//! Who answers: whoever is on duty, else who coordinates; never somebody who is away.
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::{Membership, Person, PersonId, Role};

/// Somebody who could answer.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub id: PersonId,
    pub is_away: bool,
    /// With which role, and in which house; in the order in which they began.
    pub roles: Vec<(Role, Option<InstitutionId>)>,
}

impl Candidate {
    /// Takes what somebody is in a Verbund now; who has ended is nobody's candidate.
    pub fn of(person: &Person, memberships: &[Membership], now: Instant) -> Option<Candidate> {
        let live = |it: &&Membership| it.person_id == person.id && it.is_live(now);
        let roles: Vec<_> =
            memberships.iter().filter(live).map(|it| (it.role(), it.institution_id.clone())).collect();
        let is_there = person.ended_at.is_none() && !roles.is_empty();
        is_there.then(|| Candidate { id: person.id.clone(), is_away: person.is_away(now), roles })
    }

    /// Tells whether a conversation can be given to somebody: to everybody but coaches.
    pub fn may_answer(&self) -> bool {
        self.roles.iter().any(|(role, _)| *role != Role::Coach)
    }

    pub fn coordinates(&self) -> bool {
        self.has(Role::Coordinator)
    }

    fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(own, _)| *own == role)
    }

    fn is_of(&self, house: &InstitutionId) -> bool {
        self.roles.iter().any(|(role, of)| *role != Role::Coach && of.as_ref() == Some(house))
    }

    /// Tells whether somebody speaks for a house without asking: who may sign off.
    fn speaks_for(&self, house: &InstitutionId) -> bool {
        self.roles.iter().any(|(role, of)| {
            matches!(role, Role::Head | Role::Staff | Role::SigningVolunteer) && of.as_ref() == Some(house)
        })
    }
}

/// Names who is to answer for a house (or for the Verbund): whoever has the duty, else a coordinator
/// of that house, else one of the Verbund, else somebody who speaks for the house. `duty` is
/// whom the rota names, the first choice first; nobody is named who is away.
pub fn person(house: Option<&InstitutionId>, people: &[Candidate], duty: &[PersonId]) -> Option<PersonId> {
    let there: Vec<&Candidate> = people.iter().filter(|it| !it.is_away).collect();
    let on_duty = duty.iter().find(|id| there.iter().any(|it| it.id == **id));
    if let Some(id) = on_duty {
        return Some(id.clone());
    }
    let coordinates = |it: &&&Candidate| it.has(Role::Coordinator);
    let of_house = |it: &&&Candidate| house.is_some_and(|house| it.is_of(house));
    let own = there.iter().filter(coordinates).find(of_house);
    let any = || there.iter().find(coordinates);
    let voice = || there.iter().find(|it| house.is_some_and(|house| it.speaks_for(house)));
    own.or_else(any).or_else(voice).map(|it| it.id.clone())
}

/// Names who is to answer for a house to which something is handed over: whoever has the duty there,
/// else a coordinator of that house, else somebody who speaks for it, else the coordination.
pub fn person_of(house: Option<&InstitutionId>, people: &[Candidate], duty: &[PersonId]) -> Option<PersonId> {
    let own: Vec<Candidate> = people
        .iter()
        .filter(|it| {
            house.is_some_and(|house| it.is_of(house) && (it.speaks_for(house) || it.has(Role::Coordinator)))
        })
        .cloned()
        .collect();
    person(house, &own, duty).or_else(|| person(house, people, duty))
}

#[cfg(test)]
#[path = "answering_tests.rs"]
mod tests;
