//! Who may let somebody in again who has lost every way in: a code opens everything that person
//! may, so nobody gives out one who could not have given those rights.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::member::{Membership, Person, Role};

/// A person with all their memberships, ended ones too.
pub type With<'a> = (&'a Person, &'a [Membership]);

/// Allows a code for somebody: by whoever runs the installation, or by whoever coordinates every
/// Verbund that person belongs to. Asked when the code is issued, and again when it is used.
pub fn may_rescue(by: With<'_>, whom: With<'_>, now: Instant) -> Result<(), Sentence> {
    if whom.0.is_operator() || whom.0.id == by.0.id {
        return Err(Sentence::new("member-rescue-not-operator"));
    }
    if by.0.ended_at.is_none() && by.0.is_operator() {
        return Ok(());
    }
    let coordinates = |there: &Membership| {
        by.1.iter().any(|own| {
            own.role() == Role::Coordinator && own.is_live(now) && own.consortium_id == there.consortium_id
        })
    };
    let mut live = whom.1.iter().filter(|it| it.is_live(now)).peekable();
    if by.0.ended_at.is_none() && live.peek().is_some() && live.all(coordinates) {
        return Ok(());
    }
    Err(Sentence::new("member-rescue-elsewhere"))
}
