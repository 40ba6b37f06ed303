//! Roles: how they change, and who must remain.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::member::{Membership, MembershipId, Role};

/// Allows that a membership ends or becomes another, unless nobody would coordinate any more.
pub fn may_lose(all: &[Membership], id: &MembershipId, now: Instant) -> Result<(), Sentence> {
    let coordinates = |it: &&Membership| it.role() == Role::Coordinator && it.is_live(now);
    let is_one = all.iter().filter(coordinates).any(|it| it.id == *id);
    let others = all.iter().filter(coordinates).any(|it| it.id != *id);
    if is_one && !others {
        return Err(Sentence::new("member-last-coordinator"));
    }
    Ok(())
}
