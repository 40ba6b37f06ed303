//! Whom to turn to: one contact point for everybody whose data a Verbund has (Art. 26 GDPR, L1).
use crate::base::clock::Instant;
use crate::consortium::Consortium;
use crate::consortium::imprint::Imprint;
use crate::institution::Institution;
use crate::member::{Membership, Role};

/// A contact point; at least one of `email` and `phone` is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
}

/// Names the contact point: the Verbund's own, else the house that coordinates; none where neither
/// can be reached.
pub fn contact(
    it: &Consortium,
    imprint: &Imprint,
    houses: &[Institution],
    memberships: &[Membership],
    now: Instant,
) -> Option<Contact> {
    if !imprint.email.is_empty() || !imprint.phone.is_empty() {
        return Some(Contact {
            name: it.name.clone(),
            email: imprint.email.clone(),
            phone: imprint.phone.clone(),
        });
    }
    let live = || memberships.iter().filter(|membership| membership.is_live(now));
    let coordinates = |membership: &&Membership| {
        let mut own = live().filter(|other| other.person_id == membership.person_id);
        own.any(|other| other.role() == Role::Coordinator)
    };
    let of = |id| houses.iter().find(|house| Some(&house.id) == id && !house.has_left(now));
    let mut found = live().filter(coordinates).filter_map(|it| of(it.institution_id.as_ref()));
    let house = found.find(|house| !house.email.is_empty() || !house.phone.is_empty())?;
    Some(Contact {
        name: house.official_name.clone(),
        email: house.email.clone(),
        phone: house.phone.clone(),
    })
}
