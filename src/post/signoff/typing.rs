//! While somebody types: a hundred saves of one person are one fact, as long as nothing happened
//! between them.
use super::folding::fold;
use super::state::Halt;
use super::step::{Act, Step};
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// After a pause of this length the next save is a fact of its own, in minutes.
const PAUSE_MINUTES: i64 = 30;

/// Tells whether a save takes the place of the newest fact.
///
/// Its date moves along, so it must not move past anything that happens by itself: an approval that
/// had lapsed before its time would count again, and a text that was about to be changed appear.
pub fn goes_on(steps: &[Step], halts: &[Halt], by: &PersonId, now: Instant) -> bool {
    let Some((last, before)) = steps.split_last() else { return false };
    let types_on = matches!(last.act, Act::Written { .. })
        && last.by.as_ref() == Some(by)
        && last.at.plus_minutes(PAUSE_MINUTES) > now;
    if !types_on {
        return false;
    }
    let standing = fold(before, halts);
    standing.state(last.at) == standing.state(now) && standing.live_text(last.at) == standing.live_text(now)
}

/// Joins the houses for which somebody wrote before with those for which they write now.
pub fn houses(last: Option<&Step>, mut now: Vec<InstitutionId>) -> Vec<InstitutionId> {
    if let Some(Step { act: Act::Written { houses, .. }, .. }) = last {
        now.extend(houses.iter().filter(|house| !now.contains(house)).cloned().collect::<Vec<_>>());
    }
    now
}
