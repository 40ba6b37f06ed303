//! The people: who they are, what they may do, how they sign in.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;

pub mod code;
pub mod door;
pub mod letter;
pub mod me;
pub mod operating;
pub mod people;
pub mod qr;
pub mod seat;
pub mod session;
pub mod store;
pub mod store_session;
pub mod web_desk;
pub mod web_seat;

#[cfg(test)]
pub(crate) mod tests;

crate::ids! {
    /// A person.
    PersonId,
    /// One person's belonging to a Verbund, with or without a house.
    MembershipId,
    /// One sign-in of a person on one device.
    SessionId,
    /// An invitation, for one person or for many.
    InvitationId,
    /// A passkey of a person.
    PasskeyId,
}

/// A person, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// What the person types to sign in with a password, where there is no e-mail address.
    pub sign_in_name: Option<String>,
    /// Volunteers often have none; everything works without.
    pub email: Option<String>,
    pub email_confirmed_at: Option<Instant>,
    pub language: String,
    pub password_hash: Option<String>,
    pub totp_secret: Option<String>,
    pub totp_last_step: Option<i64>,
    pub away_until: Option<Instant>,
    pub operator_since: Option<Instant>,
    pub created_at: Instant,
    pub ended_at: Option<Instant>,
}

impl Person {
    /// A person who was just invited and has nothing yet but a name.
    pub fn named(name: &str, at: Instant) -> Person {
        Person {
            id: PersonId::new(),
            name: name.to_owned(),
            sign_in_name: None,
            email: None,
            email_confirmed_at: None,
            language: "de".into(),
            password_hash: None,
            totp_secret: None,
            totp_last_step: None,
            away_until: None,
            operator_since: None,
            created_at: at,
            ended_at: None,
        }
    }

    pub fn is_away(&self, now: Instant) -> bool {
        self.away_until.is_some_and(|until| until > now)
    }

    /// Gives the address to which letters may go: only a confirmed one.
    pub fn confirmed_email(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.email_confirmed_at.is_some() && self.ended_at.is_none())
    }

    pub fn is_operator(&self) -> bool {
        self.operator_since.is_some()
    }
}

/// What a person is in a Verbund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Staff,
    Head,
    /// Writes and proposes, and signs nothing off: many come in by one code.
    Volunteer,
    /// A volunteer whom the house trusts with signing off too. Some houses have nobody else.
    SigningVolunteer,
    Coordinator,
    /// Accompanies the Verbund until a date: reads drafts and comments, never publishes.
    Coach,
}

impl Role {
    pub const ALL: [Role; 6] =
        [Role::Staff, Role::Head, Role::Volunteer, Role::SigningVolunteer, Role::Coordinator, Role::Coach];

    pub fn code(self) -> &'static str {
        match self {
            Role::Staff => "staff",
            Role::Head => "head",
            Role::Volunteer => "volunteer",
            Role::SigningVolunteer => "signing-volunteer",
            Role::Coordinator => "coordinator",
            Role::Coach => "coach",
        }
    }

    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// One person's belonging to a Verbund, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Membership {
    pub id: MembershipId,
    pub person_id: PersonId,
    pub consortium_id: ConsortiumId,
    /// Coordinators and coaches may belong to no house.
    pub institution_id: Option<InstitutionId>,
    pub role: String,
    pub since_at: Instant,
    pub until_at: Option<Instant>,
    pub ended_at: Option<Instant>,
}

impl Membership {
    pub fn new(
        person: &PersonId,
        consortium: &ConsortiumId,
        house: Option<&InstitutionId>,
        role: Role,
        at: Instant,
    ) -> Self {
        Membership {
            id: MembershipId::new(),
            person_id: person.clone(),
            consortium_id: consortium.clone(),
            institution_id: house.cloned(),
            role: role.code().to_owned(),
            since_at: at,
            until_at: None,
            ended_at: None,
        }
    }

    /// Gives the role; an unknown word in the database gives the one with the fewest rights.
    pub fn role(&self) -> Role {
        Role::from_code(&self.role).unwrap_or(Role::Coach)
    }

    pub fn is_live(&self, now: Instant) -> bool {
        self.ended_at.is_none() && self.until_at.is_none_or(|until| until > now)
    }
}
