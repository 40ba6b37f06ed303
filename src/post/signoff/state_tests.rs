use crate::post::signoff::approval::{Mode, When};
use crate::post::signoff::cast::{Story, hour};
use crate::post::signoff::state::{Halt, State, fold};
use crate::post::signoff::step::{Act, Step};

fn because() -> String {
    "a date is wrong".to_owned()
}

/// Public since 48, with Anna's correction written at 50.
fn corrected() -> Story {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(50, "anna", "second");
    story
}

#[test]
fn an_approved_post_is_public_when_due_and_not_a_millisecond_before() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first");
    let standing = story.standing();
    let before = crate::base::clock::Instant(hour(48).millis() - 1);
    assert_eq!((standing.state(before), standing.public_revision(before)), (State::Planned, None));
    assert_eq!((story.state(48), story.shown(48).as_deref()), (State::Public, Some("first")));
    assert_eq!(standing.first_public_at(hour(99)), Some(hour(48)));
}

#[test]
fn a_post_without_approval_is_missed_and_never_public() {
    let story = Story::proposed();
    assert_eq!((story.state(47), story.state(48)), (State::Proposed, State::Missed));
    assert_eq!(story.shown(1_000_000), None);
}

#[test]
fn a_missed_time_is_told_once_and_again_after_a_new_one_was_missed() {
    let mut story = Story::proposed();
    assert_eq!(story.standing().missed_untold(hour(48)), Some(hour(48)));
    story.steps.push(Step::by_clock(hour(48), Act::Missed { due: hour(48) }));
    assert_eq!(story.standing().missed_untold(hour(49)), None);
    story.act(50, "anna", Act::Moved { due: hour(60) });
    assert_eq!((story.state(50), story.standing().missed_untold(hour(50))), (State::Proposed, None));
    assert_eq!(story.standing().missed_untold(hour(60)), Some(hour(60)));
}

#[test]
fn a_change_of_the_text_lapses_the_approval_and_the_proposal() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(2, "anna", "second");
    assert_eq!((story.state(2), story.state(48)), (State::Draft, State::Missed));
    assert!(story.standing().is_lapsed());
    let mut story = Story::proposed();
    story.write(2, "cora", "second");
    assert_eq!(story.state(2), State::Draft);
}

#[test]
fn going_back_to_the_approved_words_does_not_revive_a_lapsed_approval() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(2, "anna", "second").write(3, "anna", "first");
    assert_eq!((story.state(3), story.shown(100)), (State::Draft, None));
}

#[test]
fn saving_without_a_change_leaves_the_approval() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(2, "cora", "first");
    assert_eq!(story.state(2), State::Planned);
}

#[test]
fn the_public_keeps_the_old_text_while_a_correction_goes_its_way() {
    let mut story = corrected();
    assert!(story.standing().is_correction(hour(50)));
    assert_eq!((story.state(50), story.shown(50).as_deref()), (State::Draft, Some("first")));
    story.propose(51, "anna", "second", Some(60));
    assert_eq!((story.state(60), story.shown(60).as_deref()), (State::Missed, Some("first")));
    story.act(61, "cora", Act::Returned { reason: because() });
    assert_eq!((story.state(61), story.shown(61).as_deref()), (State::Returned, Some("first")));
    story.propose(62, "anna", "second", Some(70)).approve(63, "ben", "second");
    assert_eq!((story.state(69), story.shown(69).as_deref()), (State::Planned, Some("first")));
    assert_eq!((story.state(70), story.shown(70).as_deref()), (State::Public, Some("second")));
    assert_eq!(story.standing().first_public_at(hour(71)), Some(hour(48)));
}

#[test]
fn undoing_a_correction_leaves_nothing_to_sign_off() {
    let mut story = corrected();
    story.propose(51, "anna", "second", Some(60)).write(52, "anna", "first");
    assert_eq!((story.state(52), story.state(61)), (State::Public, State::Public));
}

#[test]
fn a_withdrawn_post_is_gone_at_once_and_comes_back_only_with_a_new_approval() {
    let mut story = corrected();
    story.act(51, "ben", Act::Withdrawn { reason: because() });
    assert_eq!((story.state(51), story.shown(51)), (State::Withdrawn, None));
    story.act(52, "anna", Act::Restored);
    assert_eq!((story.state(52), story.shown(99)), (State::Draft, None));
    story.propose(53, "anna", "second", Some(60));
    assert_eq!(story.refusal(54, "anna", "second"), "post-refused-own-text");
    story.approve(54, "cora", "second");
    assert_eq!(story.shown(60).as_deref(), Some("second"));
}

#[test]
fn a_held_post_shows_nothing_and_a_release_brings_it_back() {
    let mut story = corrected();
    story.act(51, "cora", Act::Held { reason: None });
    assert_eq!((story.state(51), story.shown(51)), (State::OnHold, None));
    story.act(53, "cora", Act::Released { due: None });
    assert_eq!(story.shown(53).as_deref(), Some("first"));
}

#[test]
fn what_became_due_on_hold_is_public_from_the_release_or_the_time_chosen() {
    for (due, public_at) in [(None, 50), (Some(hour(55)), 55)] {
        let mut story = Story::proposed();
        story.approve(1, "ben", "first").act(40, "cora", Act::Held { reason: None });
        story.act(50, "cora", Act::Released { due });
        assert_eq!(story.standing().first_public_at(hour(99)), Some(hour(public_at)));
    }
}

#[test]
fn an_archived_post_stays_readable_and_is_no_news() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").act(50, "anna", Act::Archived);
    assert_eq!((story.state(50), story.shown(50).as_deref()), (State::Archived, Some("first")));
    assert!(!story.standing().is_news(hour(50)));
    story.act(51, "anna", Act::Reopened);
    assert_eq!(story.state(51), State::Public);
}

#[test]
fn a_halt_keeps_back_what_is_new_and_leaves_what_is_public() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first");
    let lasting = [Halt { from: hour(47), until: None }];
    let standing = fold(&story.steps, &lasting);
    assert_eq!((standing.state(hour(90)), standing.opens_at(hour(90))), (State::Planned, None));
    assert!(standing.is_halted(hour(90)) && !standing.is_halted(hour(47)));
    let ended = [Halt { from: hour(47), until: Some(hour(52)) }];
    assert_eq!(fold(&story.steps, &ended).first_public_at(hour(99)), Some(hour(52)));
    let later = [Halt { from: hour(49), until: None }];
    assert!(fold(&story.steps, &later).public_revision(hour(99)).is_some());
}

#[test]
fn a_text_changed_during_a_halt_is_not_shown_after_it() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(50, "anna", "second");
    let halts = [Halt { from: hour(47), until: Some(hour(52)) }];
    assert_eq!(fold(&story.steps, &halts).public_revision(hour(99)), None);
}

#[test]
fn moving_a_planned_post_keeps_its_approval_and_moves_nothing_into_the_past() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").act(10, "anna", Act::Moved { due: hour(5) });
    assert_eq!(story.standing().first_public_at(hour(99)), Some(hour(10)));
    story.act(20, "anna", Act::Moved { due: hour(90) });
    assert_eq!(story.shown(30).as_deref(), Some("first"), "a public post is not moved");
}

#[test]
fn a_revision_whose_text_was_exchanged_is_no_longer_shown() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").act(
        50,
        "anna",
        Act::Written { revision: "first".into(), fingerprint: "other".into(), houses: Vec::new() },
    );
    assert_eq!(story.shown(51), None);
}

#[test]
fn a_forged_approval_does_not_count() {
    let mut story = Story::proposed();
    let proof = story.try_approve(1, "ben", "first", When::AsProposed).expect("an approval");
    let honest = proof.into_step();
    let mut by_author = honest.clone();
    by_author.by = Some("anna".into());
    let row = serde_json::to_string(&honest).expect("a row");
    let own_house = serde_json::from_str(&row.replace("raesfeld", "borken")).expect("a step");
    let other_mode = serde_json::from_str(&row.replace("\"mode\":\"another_house\"", "\"mode\":\"direct\""));
    for forged in [by_author, own_house, other_mode.expect("a step")] {
        let mut steps = story.steps.clone();
        steps.push(forged);
        assert_eq!(fold(&steps, &[]).public_revision(hour(99)), None);
    }
    story.steps.push(honest);
    assert!(story.shown(99).is_some());
}

#[test]
fn a_second_proposal_does_not_change_the_mode_of_the_first() {
    let mut story = Story::proposed();
    story.propose_as(1, "anna", "first", Some(48), Mode::Direct);
    assert_eq!(story.refusal(2, "anna", "first"), "post-refused-own-text");
}
