use super::{Verb, may, verbs};
use crate::base::text::Lang;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::cast::{Story, hour};
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;

fn allowed(story: &Story, at: i64, by: &str) -> Vec<Verb> {
    verbs(&story.standing(), &story.roster, &by.into(), hour(at))
}

#[test]
fn the_main_button_is_the_next_step_of_whoever_looks() {
    let mut story = Story::new();
    story.write(0, "anna", "first");
    assert_eq!(allowed(&story, 0, "anna").first(), Some(&Verb::Propose));
    let story = Story::proposed();
    assert_eq!(allowed(&story, 1, "ben"), [Verb::Approve, Verb::Edit, Verb::Return, Verb::Move, Verb::Hold]);
    assert_eq!(allowed(&story, 1, "anna"), [Verb::Edit, Verb::Retract, Verb::Move, Verb::Hold]);
    assert_eq!(allowed(&story, 48, "ben").first(), Some(&Verb::ApproveNow));
}

#[test]
fn a_coach_may_do_nothing_and_is_told_why() {
    let story = Story::proposed();
    assert!(allowed(&story, 1, "olga").is_empty());
    let refused = may(Verb::Edit, &story.standing(), &story.roster, &"olga".into(), hour(1));
    assert_eq!(refused.map_err(|no| no.key), Err("post-refused-coach"));
}

#[test]
fn withdrawing_and_holding_need_nobody() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first");
    for by in ["anna", "ben", "cora", "kim"] {
        let may = allowed(&story, 50, by);
        assert!(may.contains(&Verb::Withdraw) && may.contains(&Verb::Hold), "{by}");
    }
}

#[test]
fn an_author_cannot_end_the_hold_of_another_but_their_own() {
    for (holder, author_may) in [("ben", false), ("anna", true)] {
        let mut story = Story::proposed();
        story.act(1, holder, Act::Held { reason: None });
        assert_eq!(allowed(&story, 2, "anna").contains(&Verb::Release), author_may);
        assert!(allowed(&story, 2, "cora").contains(&Verb::Release));
    }
}

#[test]
fn every_verb_state_and_mode_has_words_in_both_languages() {
    let verbs = Verb::ALL.map(Verb::label).into_iter();
    let states = State::ALL.map(State::sentence).into_iter();
    for sentence in verbs.chain(states).chain(Mode::ALL.map(Mode::sentence)) {
        assert!(Lang::ALL.iter().all(|lang| lang.has(sentence.key)), "{}", sentence.key);
    }
}
