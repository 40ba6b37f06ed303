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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::RevisionId;
    use crate::post::signoff::approval::{Mode, When, may_approve};
    use crate::post::signoff::cast::{hour, roster};
    use crate::post::signoff::state::State;
    use crate::post::signoff::step::Fingerprint;

    fn written(text: &str, at: Instant) -> Step {
        let (revision, fingerprint) = (RevisionId::from(text), Fingerprint(text.into()));
        let act = Act::Written { revision, fingerprint, houses: vec!["borken".into()] };
        Step::of(at, "anna".into(), Some("borken".into()), act)
    }

    /// Anna's text, signed off by Ben for the second hour.
    fn approved() -> Vec<Step> {
        let proposed = Act::Proposed {
            revision: "one".into(),
            due: Some(hour(2)),
            mode: Mode::AnotherHouse,
            chosen: None,
        };
        let mut steps = vec![written("one", hour(0)), Step::of(hour(0), "anna".into(), None, proposed)];
        let standing = fold(&steps, &[]);
        let proof =
            may_approve(&standing, &roster(), &"ben".into(), &"one".into(), When::AsProposed, hour(1));
        steps.push(proof.expect("Ben may").into_step());
        steps
    }

    #[test]
    fn what_is_typed_over_a_due_time_is_a_fact_of_its_own_and_nothing_appears() {
        let anna: PersonId = "anna".into();
        let (before, after) = (hour(2).plus_seconds(-30), hour(2).plus_seconds(1));
        let mut steps = approved();
        steps.push(written("two", before));
        assert!(goes_on(&steps, &[], &anna, before.plus_seconds(10)), "still before it was due");
        assert!(!goes_on(&steps, &[], &anna, after));
        steps.push(written("three", after));
        let standing = fold(&steps, &[]);
        assert_eq!(standing.state(after), State::Missed);
        assert_eq!(standing.public_revision(after), None);
    }

    #[test]
    fn another_person_and_a_long_pause_begin_anew() {
        let steps = [written("one", hour(0))];
        assert!(goes_on(&steps, &[], &"anna".into(), hour(0).plus_minutes(29)));
        assert!(!goes_on(&steps, &[], &"anna".into(), hour(0).plus_minutes(30)));
        assert!(!goes_on(&steps, &[], &"ben".into(), hour(0).plus_minutes(1)));
    }

    #[test]
    fn houses_left_while_typing_stay_among_those_that_wrote() {
        let step = written("one", hour(0));
        assert_eq!(houses(Some(&step), vec!["rhede".into()]), ["rhede".into(), "borken".into()]);
    }
}
