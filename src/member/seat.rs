//! A person's seat in one Verbund: which houses, which rights.
use super::{Membership, Person, Role};
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::Consortium;
use crate::institution::{Institution, InstitutionId};

/// A person in a Verbund, at one instant: everything that rights are decided by.
#[derive(Debug, Clone)]
pub struct Seat {
    pub person: Person,
    pub consortium: Consortium,
    /// All houses the Verbund has or had.
    pub houses: Vec<Institution>,
    /// The person's live memberships in this Verbund.
    pub memberships: Vec<Membership>,
    /// Whether everything in the Verbund is on hold.
    pub is_halted: bool,
    /// Whether the person belongs to another Verbund as well.
    pub belongs_elsewhere: bool,
    pub now: Instant,
}

impl Seat {
    /// Takes the seat; somebody without a live membership has none, and the Verbund is not found.
    /// Who belongs to a house that has left belongs to it no longer, and is told so.
    pub fn take(
        person: Person,
        consortium: Consortium,
        houses: Vec<Institution>,
        memberships: Vec<Membership>,
        now: Instant,
    ) -> Result<Seat> {
        let is_elsewhere = |it: &Membership| it.consortium_id != consortium.id && it.is_live(now);
        let belongs_elsewhere = memberships.iter().any(is_elsewhere);
        let has_left = |id: &InstitutionId| houses.iter().any(|house| house.id == *id && house.has_left(now));
        let (gone, memberships): (Vec<Membership>, Vec<Membership>) = memberships
            .into_iter()
            .filter(|membership| membership.consortium_id == consortium.id && membership.is_live(now))
            .partition(|membership| membership.institution_id.as_ref().is_some_and(has_left));
        if memberships.is_empty() || person.ended_at.is_some() {
            let left = gone.iter().find_map(|it| it.institution_id.as_ref());
            let house = left.and_then(|id| houses.iter().find(|house| house.id == *id));
            return Err(match house.filter(|_| person.ended_at.is_none()) {
                Some(house) => Error::NotAllowed(
                    Sentence::new("member-your-house-left").with("house", &house.display_name),
                ),
                None => Error::NotFound,
            });
        }
        Ok(Seat { person, consortium, houses, memberships, is_halted: false, belongs_elsewhere, now })
    }

    pub fn has(&self, role: Role) -> bool {
        self.memberships.iter().any(|membership| membership.role() == role)
    }

    pub fn is_coordinator(&self) -> bool {
        self.has(Role::Coordinator)
    }

    /// Tells whether the person is nothing but a coach here.
    pub fn is_only_coach(&self) -> bool {
        self.memberships.iter().all(|membership| membership.role() == Role::Coach)
    }

    /// Gives the houses for which the person works (not: accompanies as a coach).
    pub fn own_houses(&self) -> Vec<&Institution> {
        self.houses
            .iter()
            .filter(|house| {
                self.memberships.iter().any(|membership| {
                    membership.role() != Role::Coach && membership.institution_id.as_ref() == Some(&house.id)
                })
            })
            .collect()
    }

    /// Gives the house that stands for the person in the frame and in a new byline.
    pub fn first_house(&self) -> Option<&Institution> {
        self.own_houses().into_iter().next()
    }

    pub fn house(&self, id: &InstitutionId) -> Option<&Institution> {
        self.houses.iter().find(|house| house.id == *id)
    }

    /// Tells whether none of the person's houses takes part at the moment. Who belongs to no house,
    /// as some who coordinate do, has none that could pause.
    pub fn is_pausing(&self) -> bool {
        let own = self.own_houses();
        !own.is_empty() && !own.iter().any(|house| house.is_active(self.now))
    }

    /// Allows writing and deciding about posts, or says why not: beside all that keeps somebody from
    /// changing anything, their house has to take part.
    pub fn may_write(&self) -> Result<()> {
        self.may_change()?;
        match self.first_house().filter(|_| self.is_pausing()) {
            Some(house) => {
                Err(Error::Refused(Sentence::new("member-house-pauses").with("house", &house.short_name)))
            }
            None => Ok(()),
        }
    }

    /// Allows changing what a house has to keep in order even while it pauses, or says why not:
    /// coaches read and comment, and an ended Verbund rests.
    pub fn may_change(&self) -> Result<()> {
        if self.consortium.has_ended(self.now) {
            return Err(Error::Refused(Sentence::new("member-consortium-ended")));
        }
        if self.is_only_coach() {
            return Err(Error::NotAllowed(Sentence::new("member-coach-only-comments")));
        }
        Ok(())
    }

    /// Allows what only coordination may.
    pub fn may_coordinate(&self) -> Result<()> {
        if self.is_coordinator() {
            return Ok(());
        }
        Err(Error::NotAllowed(Sentence::new("member-only-coordination")))
    }

    /// Allows changing a house's own facts: its head and staff, and coordination.
    pub fn may_keep_house(&self, id: &InstitutionId) -> Result<()> {
        let keeps = self.memberships.iter().any(|membership| {
            membership.institution_id.as_ref() == Some(id)
                && matches!(membership.role(), Role::Head | Role::Staff)
        });
        if keeps || self.is_coordinator() {
            return Ok(());
        }
        Err(Error::NotAllowed(Sentence::new("member-only-own-house")))
    }
}
