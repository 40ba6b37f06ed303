//! Accepting an invitation: a place is taken, and somebody belongs.
use super::invitation::Invitation;
use super::store;
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::consortium::{Consortium, store as consortium_store};
use crate::institution::{Institution, store as institution_store};
use crate::member::{Membership, Person, Role, store as people};

/// What an invitation leads to.
pub struct Offer {
    pub invitation: Invitation,
    pub consortium: Option<Consortium>,
    pub house: Option<Institution>,
}

impl Offer {
    /// Finds what a code offers; a wrong code offers nothing.
    pub async fn find(conn: &mut Conn, code_hash: &str) -> Result<Option<Offer>> {
        let Some(invitation) = store::by_code(conn, code_hash).await? else { return Ok(None) };
        let (mut consortium, mut house) = (None, None);
        if let Some(id) = &invitation.consortium_id {
            consortium = Some(consortium_store::by_id(conn, id).await?);
            if let Some(house_id) = &invitation.institution_id {
                house = Some(institution_store::by_id(conn, id, house_id).await?);
            }
        }
        Ok(Some(Offer { invitation, consortium, house }))
    }

    /// Says why nobody can come in by this invitation, if so.
    pub fn refusal(&self, now: crate::base::clock::Instant) -> Option<Sentence> {
        if self.consortium.as_ref().is_some_and(|it| it.has_ended(now)) {
            return Some(Sentence::new("member-consortium-ended"));
        }
        if self.house.as_ref().is_some_and(|house| house.has_left(now)) {
            return Some(Sentence::new("member-house-left"));
        }
        self.invitation.refusal(now)
    }

    /// Lets a person in, in the caller's transaction: takes the place and writes the membership.
    pub async fn accept(&self, conn: &mut Conn, app: &App, person: &Person) -> Result<()> {
        let now = app.clock.now();
        if let Some(why) = self.refusal(now) {
            return Err(Error::Refused(why));
        }
        if self.is_member_already(&people::memberships_of(conn, &person.id).await?, person, now) {
            return Err(Error::Refused(Sentence::new("member-already-there")));
        }
        if !store::take_place(conn, &self.invitation.id, now).await? {
            return Err(Error::Refused(Sentence::new("member-invitation-full")));
        }
        if self.invitation.is_for_operator() {
            store::make_operator(conn, &person.id, now).await?;
            store::end_unnamed_operators(conn, now).await?;
        } else if let (Some(id), Some(role)) =
            (&self.invitation.consortium_id, Role::from_code(&self.invitation.role))
        {
            let house = self.invitation.institution_id.as_ref();
            let mut membership = Membership::new(&person.id, id, house, role, now);
            membership.until_at = self.invitation.member_until_at;
            people::insert_membership(conn, &membership).await?;
        }
        let entry = Entry {
            consortium: self.invitation.consortium_id.as_ref().map(|id| id.as_str()),
            at: now,
            person: Some(person.id.as_str()),
            act: if self.invitation.is_for_operator() { "operator-joined" } else { "joined" },
            subject: self.house.as_ref().map_or("", |house| &house.display_name),
            detail: &self.invitation.role,
        };
        audit::write(conn, entry).await
    }

    fn is_member_already(
        &self,
        own: &[Membership],
        person: &Person,
        now: crate::base::clock::Instant,
    ) -> bool {
        if self.invitation.is_for_operator() {
            return person.is_operator();
        }
        own.iter().filter(|it| it.is_live(now)).any(|it| {
            Some(&it.consortium_id) == self.invitation.consortium_id.as_ref()
                && it.institution_id == self.invitation.institution_id
                && it.role == self.invitation.role
        })
    }
}
