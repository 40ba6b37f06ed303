//! An invitation: a code for one person or for twenty, into one house, with one role.
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::seat::Seat;
use crate::member::{InvitationId, PersonId, Role};

/// The role that is none in a Verbund: running the installation.
pub const OPERATOR: &str = "operator";

/// The most places of one invitation.
pub const MOST_PLACES: i64 = 200;

/// How long an invitation may hold, in days, as offered.
pub const DAYS: [i64; 4] = [1, 7, 30, 90];

/// An invitation, as it lies in the database; the code itself is nowhere.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Invitation {
    pub id: InvitationId,
    pub consortium_id: Option<ConsortiumId>,
    pub institution_id: Option<InstitutionId>,
    pub role: String,
    pub name: String,
    pub places: i64,
    pub taken: i64,
    /// Of a coach: until when the membership will hold.
    pub member_until_at: Option<Instant>,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub ended_at: Option<Instant>,
}

impl Invitation {
    /// An invitation for one new operator.
    pub fn of_operator(name: &str, at: Instant, hours: i64) -> Invitation {
        Invitation {
            id: InvitationId::new(),
            consortium_id: None,
            institution_id: None,
            role: OPERATOR.into(),
            name: name.into(),
            places: 1,
            taken: 0,
            member_until_at: None,
            created_by: None,
            created_at: at,
            expires_at: at.plus_hours(hours),
            ended_at: None,
        }
    }

    /// An invitation for one person who will coordinate a Verbund.
    pub fn of_coordinator(consortium: &ConsortiumId, at: Instant, hours: i64) -> Invitation {
        Invitation {
            consortium_id: Some(consortium.clone()),
            role: Role::Coordinator.code().into(),
            ..Invitation::of_operator("", at, hours)
        }
    }

    pub fn is_for_operator(&self) -> bool {
        self.role == OPERATOR && self.consortium_id.is_none()
    }

    /// Says why nobody can come in by this invitation any more, if so.
    pub fn refusal(&self, now: Instant) -> Option<Sentence> {
        let key = if self.ended_at.is_some() {
            "member-invitation-ended"
        } else if self.expires_at <= now || self.member_until_at.is_some_and(|until| until <= now) {
            "member-invitation-expired"
        } else if self.taken >= self.places {
            "member-invitation-full"
        } else {
            return None;
        };
        Some(Sentence::new(key))
    }
}

/// Allows inviting into a house (or into none) with a role, or says who may.
pub fn may_invite(seat: &Seat, house: Option<&InstitutionId>, role: Role) -> Result<()> {
    if seat.consortium.has_ended(seat.now) {
        return Err(Error::Refused(Sentence::new("member-consortium-ended")));
    }
    let only_coordination = matches!(role, Role::Coach | Role::Coordinator);
    match house {
        Some(id) if !only_coordination => seat.may_keep_house(id)?,
        _ => seat.may_coordinate()?,
    }
    fits(seat, house, role).map_err(Error::Refused)
}

/// Tells whether a role and a house go together: whoever works, works in a house of this Verbund.
pub fn fits(seat: &Seat, house: Option<&InstitutionId>, role: Role) -> std::result::Result<(), Sentence> {
    let Some(id) = house else {
        let without = matches!(role, Role::Coach | Role::Coordinator);
        return if without { Ok(()) } else { Err(Sentence::new("member-house-missing")) };
    };
    if seat.house(id).is_none_or(|house| house.has_left(seat.now)) {
        return Err(Sentence::new("member-house-left"));
    }
    Ok(())
}

/// Tells whether somebody may invite at all, and so sees the page.
pub fn may_invite_somebody(seat: &Seat) -> Result<()> {
    let keeps = seat.own_houses().iter().any(|house| seat.may_keep_house(&house.id).is_ok());
    if keeps || seat.is_coordinator() {
        return Ok(());
    }
    Err(Error::NotAllowed(Sentence::new("member-only-team-invites")))
}
