//! Who is asked to sign off, and until when, before the next is asked.
use std::collections::BTreeSet;

use jiff::SignedDuration;

use super::approval::who_may;
use super::roster::{House, Member, Roster};
use super::state::{Asked, Proposal, Standing, State};
use super::step::{Act, Step};
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// A house gets at least this long before another is asked.
const LEAST: SignedDuration = SignedDuration::from_hours(2);

/// A house to be asked, its people who may sign off and are not away, and how long they have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub house: InstitutionId,
    pub people: Vec<PersonId>,
    pub until: Instant,
}

/// What the open question of a post needs at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This house is to be asked now.
    Ask(Ask),
    /// Everybody who could was asked, or nobody can: coordinator and author are to be told.
    /// Whoever may sign off still may.
    NobodyLeft,
    /// Somebody has been asked and has time until then.
    Wait(Instant),
    /// Nothing is asked: there is no proposal, its time has passed, or all has been said.
    Nothing,
}

impl Next {
    /// Makes the fact of it, if there is anything to do.
    pub fn into_step(self, now: Instant) -> Option<Step> {
        match self {
            Next::Ask(Ask { house, people, until }) => {
                // A house with one person who can is asked by that person's name.
                let person = if people.len() == 1 { people.into_iter().next() } else { None };
                Some(Step::by_clock(now, Act::Asked { house, person, until }))
            }
            Next::NobodyLeft => Some(Step::by_clock(now, Act::NobodyLeft)),
            Next::Wait(_) | Next::Nothing => None,
        }
    }
}

/// Decides who is to be asked next, if anybody.
///
/// The author's choice comes first if it may sign off; then the house that was not asked for the
/// longest time. The next is asked when a house was silent, when all its people who could are
/// away, or when it wrote or stopped taking part meanwhile. `no_due` is the deadline of a
/// proposal without a due time (see `due::one_working_day_later`).
pub fn next(standing: &Standing, roster: &Roster, now: Instant, no_due: Instant) -> Next {
    let proposal = match standing.proposal() {
        Some(proposal) if standing.state(now) == State::Proposed => proposal,
        _ => return Next::Nothing,
    };
    let able = who_may(standing, roster);
    let can = |house: &InstitutionId| !present(&able, roster, house, now).is_empty();
    if let Some(asked) = waits_for(proposal, now).filter(|asked| can(&asked.house)) {
        return Next::Wait(proposal.due.map_or(asked.until, |due| asked.until.min(due)));
    }
    match next_house(proposal, roster, can) {
        Some(house) => Next::Ask(Ask {
            people: present(&able, roster, &house, now),
            until: proposal.due.map_or(no_due, |due| deadline(now, due)),
            house,
        }),
        None if proposal.nobody_left_at.is_some() => Next::Nothing,
        None => Next::NobodyLeft,
    }
}

/// Names the house that would be asked after the one that is asked now.
pub fn after(standing: &Standing, roster: &Roster, now: Instant) -> Option<InstitutionId> {
    let proposal = standing.proposal()?;
    let able = who_may(standing, roster);
    next_house(proposal, roster, |house| !present(&able, roster, house, now).is_empty())
}

/// The house whose time to answer has not run out.
pub fn waits_for(proposal: &Proposal, now: Instant) -> Option<&Asked> {
    proposal.asked.last().filter(|asked| now < asked.until)
}

/// Says until when a house has time: half of what is left until the post is due, at least two
/// hours, and never beyond the due time. Nobody is asked after the due time, so a house asked
/// in the last two hours is not cut short by another.
pub fn deadline(asked_at: Instant, due: Instant) -> Instant {
    let left = SignedDuration::from_millis(due.millis().saturating_sub(asked_at.millis()));
    asked_at.plus((left / 2).max(LEAST)).min(due.max(asked_at))
}

/// Chooses among the houses that can and were not asked in this round.
fn next_house(
    proposal: &Proposal,
    roster: &Roster,
    can: impl Fn(&InstitutionId) -> bool,
) -> Option<InstitutionId> {
    let asked: BTreeSet<_> = proposal.asked.iter().map(|asked| &asked.house).collect();
    let open = |house: &&House| house.active && !asked.contains(&house.id) && can(&house.id);
    roster
        .houses
        .iter()
        .filter(open)
        .min_by_key(|house| (proposal.chosen.as_ref() != Some(&house.id), house.last_asked_at, &house.id))
        .map(|house| house.id.clone())
}

/// The people of a house who can sign off and are not away.
fn present(able: &[&Member], roster: &Roster, house: &InstitutionId, now: Instant) -> Vec<PersonId> {
    let here = |member: &&&Member| member.houses.contains(house) && !member.is_away(now);
    if !roster.is_active(house) {
        return Vec::new();
    }
    able.iter().filter(here).map(|member| member.id.clone()).collect()
}

#[cfg(test)]
#[path = "asking_tests.rs"]
mod tests;
