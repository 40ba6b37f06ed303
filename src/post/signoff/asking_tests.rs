use proptest::prelude::*;

use super::{Next, after, deadline, next};
use crate::base::clock::Instant;
use crate::post::signoff::cast::{Story, hour};
use crate::post::signoff::step::Act;

fn what(story: &Story, at: i64) -> Next {
    next(&story.standing(), &story.roster, hour(at), hour(at + 24))
}

/// Asks whoever is next, and says who it was and until which hour they have time.
fn ask(story: &mut Story, at: i64) -> Option<(String, i64)> {
    let what = what(story, at);
    let asked = match &what {
        Next::Ask(ask) => Some((ask.house.to_string(), ask.until.millis() / 3_600_000)),
        _ => None,
    };
    story.steps.extend(what.into_step(hour(at)));
    asked
}

fn asked(house: &str, until: i64) -> Option<(String, i64)> {
    Some((house.to_owned(), until))
}

#[test]
fn the_house_not_asked_for_the_longest_time_comes_first_and_the_silent_is_followed() {
    let mut story = Story::proposed();
    story.roster.house("raesfeld").last_asked_at = Some(hour(-10));
    story.roster.house("rhede").last_asked_at = Some(hour(-20));
    assert_eq!(ask(&mut story, 0), asked("rhede", 24));
    assert_eq!(what(&story, 23), Next::Wait(hour(24)));
    assert_eq!(after(&story.standing(), &story.roster, hour(23)), Some("raesfeld".into()));
    assert_eq!(ask(&mut story, 24), asked("raesfeld", 36));
    assert_eq!(what(&story, 36), Next::NobodyLeft);
    story.steps.extend(Next::NobodyLeft.into_step(hour(36)));
    assert_eq!(what(&story, 40), Next::Nothing);
    story.approve(41, "cora", "first");
}

#[test]
fn a_house_never_asked_comes_before_all_others_and_ties_go_by_the_id() {
    let mut story = Story::proposed();
    assert_eq!(ask(&mut story, 0), asked("raesfeld", 24));
    let mut story = Story::proposed();
    story.roster.house("raesfeld").last_asked_at = Some(hour(-99));
    assert_eq!(ask(&mut story, 0), asked("rhede", 24));
}

#[test]
fn the_choice_of_the_author_comes_first_unless_it_may_not_sign() {
    for (chosen, first) in [("rhede", "rhede"), ("borken", "raesfeld")] {
        let mut story = Story::proposed();
        let Some(Act::Proposed { chosen: choice, .. }) = story.steps.last_mut().map(|step| &mut step.act)
        else {
            panic!("the proposal comes last");
        };
        *choice = Some(chosen.into());
        assert_eq!(ask(&mut story, 0), asked(first, 24));
    }
}

#[test]
fn a_house_that_is_away_is_passed_over_at_once() {
    let mut story = Story::proposed();
    assert_eq!(ask(&mut story, 0), asked("raesfeld", 24));
    story.roster.person("ben").away_until = Some(hour(30));
    assert_eq!(ask(&mut story, 4), asked("rhede", 26));
    assert_eq!(what(&story, 27), Next::NobodyLeft);
}

#[test]
fn the_open_question_to_a_house_that_leaves_goes_to_another() {
    let mut story = Story::proposed();
    ask(&mut story, 0);
    story.roster.house("raesfeld").active = false;
    assert_eq!(ask(&mut story, 2), asked("rhede", 25));
}

#[test]
fn a_house_that_can_again_is_asked_even_after_nobody_was_left() {
    let mut story = Story::proposed();
    story.roster.person("ben").away_until = Some(hour(10));
    story.roster.person("cora").away_until = Some(hour(99));
    assert_eq!(what(&story, 0), Next::NobodyLeft);
    story.steps.extend(Next::NobodyLeft.into_step(hour(0)));
    assert_eq!(what(&story, 9), Next::Nothing);
    assert_eq!(ask(&mut story, 10), asked("raesfeld", 29));
}

#[test]
fn after_a_missed_time_nobody_is_asked_and_a_new_time_begins_a_new_round() {
    let mut story = Story::proposed();
    ask(&mut story, 0);
    assert_eq!(what(&story, 48), Next::Nothing);
    story.act(50, "anna", Act::Moved { due: hour(70) });
    assert_eq!(ask(&mut story, 50), asked("raesfeld", 60));
}

#[test]
fn a_proposal_without_a_time_leaves_a_working_day() {
    let mut story = Story::new();
    story.write(0, "anna", "first").propose(0, "anna", "first", None);
    assert_eq!(ask(&mut story, 0), asked("raesfeld", 24));
}

proptest! {
    #[test]
    fn a_house_has_half_the_time_but_two_hours_and_never_beyond_the_due_time(left in 1i64..100_000) {
        let due = Instant(0).plus_minutes(left);
        let until = deadline(Instant(0), due);
        prop_assert!(until > Instant(0) && until <= due);
        let minutes = until.millis() as f64 / 60_000.0;
        prop_assert_eq!(minutes, (left as f64 / 2.0).max(120.0).min(left as f64));
    }
}
