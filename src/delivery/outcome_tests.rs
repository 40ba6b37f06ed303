//! What follows from an outcome.
use super::*;
use crate::channel::ChannelId;
use crate::consortium::ConsortiumId;
use crate::delivery::state::Delivered;
use crate::post::{PostId, RevisionId};
use crate::testing::NOW;

fn row(act: Act) -> Delivery {
    let of = Delivered {
        consortium: &ConsortiumId::from("muebi"),
        post: &PostId::from("post"),
        channel: &ChannelId::from("channel"),
    };
    Delivery { tries: 1, ..Delivery::new(&of, 1, act, &RevisionId::from("a"), NOW) }
}

fn why() -> Sentence {
    Sentence::new("delivery-why-ours")
}

#[test]
fn a_sending_that_did_not_work_out_is_tried_again_less_and_less_often() {
    let mut it = row(Act::Publish);
    let mut waits = Vec::new();
    for tries in 1..=14 {
        it.tries = tries;
        settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW);
        assert_eq!(it.state(), State::Retry);
        waits.push((it.next_at.expect("an instant").millis() - NOW.millis()) / 1000);
    }
    assert_eq!(waits[..4], [30, 60, 120, 240]);
    assert!(waits.is_sorted());
    assert_eq!(waits[13], 6 * 3600);
}

#[test]
fn a_receiver_that_names_an_instant_is_heard_within_reason() {
    for (asked, heard) in [(600, 600), (-5, 1), (40 * 24 * 3600, 24 * 3600)] {
        let mut it = row(Act::Publish);
        let at = Some(NOW.plus_seconds(asked));
        settle(&mut it, Outcome::Retry { at, why: why() }, NOW);
        assert_eq!(it.next_at, Some(NOW.plus_seconds(heard)));
    }
}

#[test]
fn what_cannot_be_reached_for_two_and_a_half_days_is_given_to_a_person() {
    let mut it = Delivery { tries: 20, ..row(Act::Publish) };
    settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW.plus_hours(60));
    assert_eq!(it.state(), State::Retry);
    settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW.plus_hours(61));
    assert_eq!(it.state(), State::Refused);
    decide(&mut it, Decision::Again, "anna", NOW.plus_hours(70));
    settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW.plus_hours(71));
    assert_eq!(it.state(), State::Retry, "a person has begun it anew");
}

#[test]
fn after_long_downtime_the_first_failure_is_not_the_last() {
    let mut it = row(Act::Withdraw);
    settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW.plus_hours(61));
    assert_eq!(it.state(), State::Retry);
}

#[test]
fn a_withdrawal_that_is_given_up_may_have_been_carried_out() {
    let mut it = Delivery { tries: 20, ..row(Act::Withdraw) };
    settle(&mut it, Outcome::Retry { at: None, why: why() }, NOW.plus_hours(61));
    assert_eq!((it.state(), it.next_at), (State::Unconfirmed, None));
}

#[test]
fn an_unconfirmed_publication_is_looked_for_less_and_less_often_until_a_person_decides() {
    let mut it = row(Act::Publish);
    settle(&mut it, Outcome::Unconfirmed { why: why() }, NOW);
    let mut looks = 0;
    let mut now = NOW;
    while let Some(next) = it.next_at {
        assert!(next > now);
        now = next;
        looks += 1;
        not_found(&mut it, now);
        assert_eq!(it.state(), State::Unconfirmed);
    }
    assert_eq!(looks, LOOKS.len());
    assert_eq!(decisions(&it)[..2], [Decision::Done, Decision::Again]);
}

#[test]
fn whether_a_withdrawal_was_carried_out_only_a_person_can_see() {
    let mut it = row(Act::Withdraw);
    settle(&mut it, Outcome::Unconfirmed { why: why() }, NOW);
    assert_eq!((it.state(), it.next_at), (State::Unconfirmed, None));
}

#[test]
fn every_state_in_which_nothing_happens_by_itself_has_a_step_for_a_person() {
    for state in [State::Unconfirmed, State::Refused, State::Lapsed, State::ByHand] {
        for act in Act::ALL {
            let mut it = row(act);
            it.stand(state, NOW);
            it.next_at = None;
            let possible = decisions(&it);
            assert!(!possible.is_empty(), "{state:?} {act:?}");
            for decision in possible {
                let mut it = it.clone();
                decide(&mut it, *decision, "anna", NOW);
                assert!(it.state().is_over() || it.state() == State::Waiting, "{state:?} {act:?}");
                assert_eq!(it.decided_by.as_deref(), Some("anna"));
            }
        }
    }
}

#[test]
fn what_waited_too_long_stops_before_anything_goes_out_unless_a_person_sent_it() {
    let late = NOW.plus_minutes(super::super::CATCH_UP_MINUTES + 1);
    let mut it = row(Act::Publish);
    assert!(stops(&mut it, late));
    assert_eq!(it.state(), State::Lapsed);
    decide(&mut it, Decision::Again, "anna", late);
    it.tries = 1;
    assert!(!stops(&mut it, late.plus_hours(9)));
    let mut withdrawal = row(Act::Withdraw);
    assert!(!stops(&mut withdrawal, late), "what is to be taken back is taken back however late");
    let mut tried = row(Act::Publish);
    settle(&mut tried, Outcome::Retry { at: None, why: why() }, NOW);
    assert!(!stops(&mut tried, late.plus_hours(9)), "it began in time");
}

#[test]
fn what_takes_the_program_with_it_is_unconfirmed_and_given_to_a_person() {
    let mut it = Delivery { lost: MOST_LOST, ..row(Act::Publish) };
    assert!(stops(&mut it, NOW));
    assert_eq!((it.state(), it.next_at), (State::Unconfirmed, None));
}
