use crate::post::signoff::approval::{Ground, Mode, When, who_may};
use crate::post::signoff::cast::{Story, hour};
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;

#[test]
fn another_house_may_sign_off_and_the_own_may_not() {
    let mut story = Story::proposed();
    let mut colleague = story.roster.person("anna").clone();
    colleague.id = "arne".into();
    story.roster.people.push(colleague);
    assert_eq!(story.refusal(1, "anna", "first"), "post-refused-own-text");
    assert_eq!(story.refusal(1, "arne", "first"), "post-refused-own-house");
    let proof = story.try_approve(1, "ben", "first", When::AsProposed).expect("another house");
    assert_eq!(proof.house().map(|house| house.as_str()), Some("raesfeld"));
    assert_eq!(proof.approval().ground(), Ground::AnotherHouse);
}

#[test]
fn a_house_whose_person_changed_a_word_is_own_too_even_after_the_person_left_it() {
    let mut story = Story::new();
    story.write(0, "anna", "first").write(1, "ben", "second").propose(2, "anna", "second", Some(48));
    let mut bea = story.roster.person("ben").clone();
    bea.id = "bea".into();
    story.roster.people.push(bea);
    story.roster.person("ben").houses.clear();
    assert_eq!(story.refusal(3, "bea", "second"), "post-refused-own-house");
    assert!(story.try_approve(3, "cora", "second", When::AsProposed).is_ok());
}

#[test]
fn a_house_that_a_writer_joined_later_is_own_too() {
    let mut story = Story::proposed();
    story.roster.person("anna").houses.insert("raesfeld".into());
    assert_eq!(story.refusal(1, "ben", "first"), "post-refused-own-house");
}

#[test]
fn somebody_of_two_houses_is_own_if_one_of_them_wrote() {
    let mut story = Story::proposed();
    story.roster.person("ben").houses.insert("borken".into());
    assert_eq!(story.refusal(1, "ben", "first"), "post-refused-own-house");
}

#[test]
fn if_every_house_wrote_somebody_who_did_not_signs_off() {
    let mut story = Story::new();
    story.write(0, "anna", "a").write(0, "ben", "b").write(0, "cora", "c");
    story.propose(1, "anna", "c", Some(48));
    let mut arne = story.roster.person("anna").clone();
    arne.id = "arne".into();
    story.roster.people.push(arne);
    let proof = story.try_approve(2, "arne", "c", When::AsProposed).expect("did not write");
    assert_eq!(proof.approval().ground(), Ground::EveryHouseWrote);
    assert_eq!(story.refusal(2, "cora", "c"), "post-refused-own-text");
}

#[test]
fn a_paused_house_neither_signs_off_nor_stands_in_the_way() {
    let mut story = Story::new();
    story.write(0, "anna", "a").write(0, "ben", "b").propose(1, "anna", "b", Some(48));
    story.roster.house("rhede").active = false;
    assert_eq!(story.refusal(2, "cora", "b"), "post-refused-house-inactive");
    let mut arne = story.roster.person("anna").clone();
    arne.id = "arne".into();
    story.roster.people.push(arne);
    assert!(story.try_approve(2, "arne", "b", When::AsProposed).is_ok());
}

#[test]
fn a_coordinator_without_a_house_may_sign_off_what_others_wrote() {
    let mut story = Story::proposed();
    let proof = story.try_approve(1, "kim", "first", When::AsProposed).expect("the coordinator");
    assert_eq!(proof.house(), None);
    story.write(2, "kim", "second").propose(3, "kim", "second", Some(48));
    assert_eq!(story.refusal(4, "kim", "second"), "post-refused-own-text");
}

#[test]
fn a_coach_never_signs_off_in_any_mode() {
    for mode in Mode::ALL {
        let mut story = Story::new();
        story.write(0, "anna", "first").propose_as(0, "anna", "first", Some(48), mode);
        assert_eq!(story.refusal(1, "olga", "first"), "post-refused-coach");
    }
}

#[test]
fn if_nobody_can_the_post_waits() {
    let mut story = Story::proposed();
    story.roster.people.retain(|member| member.id.as_str() == "anna");
    assert!(who_may(&story.standing(), &story.roster).is_empty());
    assert_eq!(story.state(47), State::Proposed);
}

#[test]
fn the_modes_ask_for_nothing_for_a_colleague_or_for_another_house() {
    let allowed = |mode| {
        let mut story = Story::new();
        let mut arne = story.roster.person("anna").clone();
        arne.id = "arne".into();
        story.roster.people.push(arne);
        story.write(0, "anna", "first").propose_as(0, "anna", "first", Some(48), mode);
        ["anna", "arne", "ben"].map(|by| story.try_approve(1, by, "first", When::AsProposed).is_ok())
    };
    assert_eq!(allowed(Mode::Direct), [true, true, true]);
    assert_eq!(allowed(Mode::AnyColleague), [false, true, true]);
    assert_eq!(allowed(Mode::AnotherHouse), [false, false, true]);
}

#[test]
fn what_was_read_must_be_what_is_proposed() {
    let mut story = Story::proposed();
    story.write(1, "anna", "second").propose(1, "anna", "second", Some(48));
    assert_eq!(story.refusal(2, "ben", "first"), "post-refused-text-changed");
    assert_eq!(story.refusal(2, "ben", "unknown"), "post-refused-text-changed");
}

#[test]
fn after_the_due_time_a_new_one_has_to_be_chosen() {
    let story = Story::proposed();
    assert_eq!(story.refusal(48, "ben", "first"), "post-refused-missed");
    let past = story.try_approve(48, "ben", "first", When::At(hour(48))).expect_err("not ahead");
    assert_eq!(past.key, "post-refused-past");
    for (when, public_at) in [(When::Now, 49), (When::At(hour(60)), 60)] {
        let mut story = Story::proposed();
        let proof = story.try_approve(49, "ben", "first", when).expect("a choice");
        story.steps.push(proof.into_step());
        assert_eq!(story.standing().first_public_at(hour(99)), Some(hour(public_at)));
    }
}

#[test]
fn an_approval_taken_back_makes_its_writers_own_again() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").act(2, "ben", Act::Returned { reason: "no".to_owned() });
    story.write(3, "cora", "second").propose(4, "cora", "second", Some(48));
    assert_eq!(story.refusal(5, "anna", "second"), "post-refused-own-text");
}

#[test]
fn after_an_approval_only_the_changes_are_own() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(50, "cora", "second").propose(51, "cora", "second", Some(60));
    assert!(story.try_approve(52, "anna", "second", When::AsProposed).is_ok());
}
