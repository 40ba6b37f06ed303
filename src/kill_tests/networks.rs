//! Killed at every step of every kind of sending, and over every kind of bad line: a post stands there
//! once, and of what nobody knows somebody is asked.
use super::play::{Kind, Play};
use super::{dies_at, form, perform};
use crate::channel::faulty::Mishap;
use crate::delivery::state::{Act, State};
use crate::on_both;
use crate::testing::Stage;

/// Where a sending passes once.
const SENDING: [&str; 5] = [
    "delivery.plan.before_commit",
    "delivery.plan.after_commit",
    "delivery.claimed",
    "delivery.note.before_commit",
    "delivery.note.after_commit",
];
/// Where it passes with each of its steps: the pictures, the containers, the post itself.
const STEP: [&str; 3] = ["sending.begun", "sending.answered", "sending.ended"];
/// More steps than any network has for one picture.
const MOST_STEPS: usize = 9;

/// What can happen on the line to the one request that may not be doubled.
pub const MISHAPS: [Mishap; 10] = [
    Mishap::LosesAnswer,
    Mishap::CutsAnswer,
    Mishap::Drops,
    Mishap::Hangs,
    Mishap::HangsAfter,
    Mishap::Says("429 Too Many Requests\nretry-after: 30"),
    Mishap::Says("500 Internal Server Error"),
    Mishap::Says("503 Service Unavailable"),
    Mishap::ArrivesAndSays("502 Bad Gateway"),
    Mishap::ArrivesAndSays("504 Gateway Timeout"),
];

/// What stands there at the end is one copy that is known; where nobody knew, whoever is asked sees
/// that it is not there and sends it again.
pub async fn stands_once(play: &Play, number: i64, anna: &str, about: &str) {
    for _ in 0..2 {
        let copies = play.copies(number).await.len();
        assert!(copies <= 1, "{about}: there twice");
        let row = play.rows(number).await.remove(0);
        if row.state() == State::Sent {
            break;
        }
        assert_eq!((row.state(), copies), (State::Unconfirmed, 0), "{about}: {row:?}");
        let decision = format!("deliveries/{}", row.id);
        perform(&play.stage.app, &form(anna, &decision, &[("decision", "again")])).await;
        play.send(1).await;
    }
    assert_eq!(play.copies(number).await.len(), 1, "{about}: lost, or there twice");
    assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)], "{about}");
}

/// Lets posts go out and dies at each step in turn, until there is no further one.
async fn killed_at_every_step(stage: Stage, kind: Kind) {
    let Some(play) = Play::open(stage, kind).await else { return };
    let mut died = 0;
    let places = STEP.iter().map(|name| (*name, MOST_STEPS)).chain(SENDING.map(|name| (name, 1)));
    for (name, times) in places {
        for time in 1..=times {
            let (number, anna) = play.publish().await;
            let point = format!("{name}#{time}");
            let ended = dies_at(&play.stage, &point, &play.scene()).await;
            play.recover(4, 2).await;
            stands_once(&play, number, &anna, &format!("{kind:?} {point}")).await;
            if let Err(said) = ended {
                assert!(time > 1 && said.contains("was never reached"), "{point}: {said}");
                break;
            }
            assert!(time < times || times == 1, "{kind:?} has more steps than are tried");
            died += 1;
        }
    }
    assert!(died >= SENDING.len() + STEP.len(), "{kind:?}: it died {died} times");
}

/// Corrects posts and takes them back, and dies over both.
async fn killed_over_what_follows(stage: Stage, kind: Kind) {
    let Some(play) = Play::open(stage, kind).await else { return };
    for point in SENDING {
        let about = format!("{kind:?} {point}");
        let (number, anna) = play.publish().await;
        play.send(1).await;
        play.correct(number, &anna, &format!("Berichtigt {number}")).await;
        dies_at(&play.stage, point, &play.scene()).await.expect("it died");
        play.recover(2, 2).await;
        let copies = play.copies(number).await;
        assert_eq!(copies.len(), 1, "{about}");
        let is_corrected = copies[0].to_string().contains("Berichtigt");
        let said = play.stands(number).await;
        match kind {
            Kind::Instagram => assert!(!is_corrected && said[1].1 != State::Sent, "{about}: {said:?}"),
            _ => assert!(is_corrected && said[1].1 == State::Sent, "{about}: {said:?}"),
        }
        let withdrawal = super::about(&anna, number, "withdrawal", &[("reason", "Ein Irrtum.")]);
        perform(&play.stage.app, &withdrawal).await;
        dies_at(&play.stage, point, &play.scene()).await.expect("it died");
        play.recover(2, 2).await;
        assert_eq!(play.copies(number).await.len(), 0, "{about}");
        let last = play.stands(number).await;
        assert_eq!(last.first(), Some(&(Act::Publish, State::Withdrawn)), "{about}");
        assert_eq!(last.last(), Some(&(Act::Withdraw, State::Sent)), "{about}");
    }
}

/// Lets everything happen on the line that can happen, to the request that lets a post stand there.
async fn over_a_bad_line(stage: Stage, kind: Kind) {
    let Some(play) = Play::open(stage, kind).await else { return };
    for mishap in MISHAPS {
        let about = format!("{kind:?} {mishap:?}");
        let (number, anna) = play.publish().await;
        play.line().next(&play.request(), mishap);
        play.send(2).await;
        assert!(play.line().is_through(), "{about}: it never happened");
        assert!(play.copies(number).await.len() <= 1, "{about}");
        let first = play.rows(number).await.remove(0).state();
        assert!(matches!(first, State::Sent | State::Retry | State::Unconfirmed), "{about}: {first:?}");
        play.recover(5, 10).await;
        stands_once(&play, number, &anna, &about).await;
    }
}

on_both! {
    async fn killed_at_every_step_to_mastodon_a_post_stands_there_once(stage: Stage) {
        killed_at_every_step(stage, Kind::Mastodon).await;
    }
}

on_both! {
    async fn killed_at_every_step_to_bluesky_a_post_stands_there_once(stage: Stage) {
        killed_at_every_step(stage, Kind::Bluesky).await;
    }
}

on_both! {
    async fn killed_at_every_step_to_facebook_a_post_stands_there_once_or_somebody_is_asked(stage: Stage) {
        killed_at_every_step(stage, Kind::Facebook).await;
    }
}

on_both! {
    async fn killed_at_every_step_to_instagram_a_post_stands_there_once(stage: Stage) {
        killed_at_every_step(stage, Kind::Instagram).await;
    }
}

on_both! {
    async fn killed_while_mastodon_is_corrected_and_cleared_both_are_done(stage: Stage) {
        killed_over_what_follows(stage, Kind::Mastodon).await;
    }
}

on_both! {
    async fn killed_while_bluesky_is_corrected_and_cleared_both_are_done(stage: Stage) {
        killed_over_what_follows(stage, Kind::Bluesky).await;
    }
}

on_both! {
    async fn killed_while_facebook_is_corrected_and_cleared_both_are_done(stage: Stage) {
        killed_over_what_follows(stage, Kind::Facebook).await;
    }
}

on_both! {
    async fn killed_while_instagram_is_cleared_it_is_and_what_it_cannot_correct_is_said(stage: Stage) {
        killed_over_what_follows(stage, Kind::Instagram).await;
    }
}

on_both! {
    async fn over_a_bad_line_to_mastodon_a_post_stands_there_once(stage: Stage) {
        over_a_bad_line(stage, Kind::Mastodon).await;
    }
}

on_both! {
    async fn over_a_bad_line_to_bluesky_a_post_stands_there_once(stage: Stage) {
        over_a_bad_line(stage, Kind::Bluesky).await;
    }
}

on_both! {
    async fn over_a_bad_line_to_facebook_a_post_stands_there_once_or_somebody_is_asked(stage: Stage) {
        over_a_bad_line(stage, Kind::Facebook).await;
    }
}

on_both! {
    async fn over_a_bad_line_to_instagram_a_post_stands_there_once(stage: Stage) {
        over_a_bad_line(stage, Kind::Instagram).await;
    }
}
