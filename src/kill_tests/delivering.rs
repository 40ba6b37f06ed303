//! Killed while a post goes out, is corrected, or is taken back, over a bad line to a real server:
//! nothing is lost, nothing stands there twice, and what nobody knows is called unconfirmed.
use serde_json::Value;

use super::{Scene, about, form, head, kill_at, perform, post, prepare};
use crate::base::app::App;
use crate::base::clock::Clock;
use crate::channel::faulty::Mishap;
use crate::channel::mastodon::peer_tests::Account;
use crate::channel::scene;
use crate::delivery::state::{Act, Delivery, State};
use crate::delivery::{store, work_pump};
use crate::on_both;
use crate::post::play_tests::set_mode;
use crate::testing::Stage;

/// Every place to die at while a post goes out.
const PUBLISHING: [&str; 8] = [
    "delivery.plan.before_commit",
    "delivery.plan.after_commit",
    "delivery.claimed",
    "sending.begun",
    "sending.answered",
    "sending.ended",
    "delivery.note.before_commit",
    "delivery.note.after_commit",
];

/// What can happen on the line to the one request that may not be doubled.
const MISHAPS: [Mishap; 8] = [
    Mishap::LosesAnswer,
    Mishap::CutsAnswer,
    Mishap::Drops,
    Mishap::Says("429 Too Many Requests\nretry-after: 30"),
    Mishap::Says("500 Internal Server Error"),
    Mishap::Says("503 Service Unavailable"),
    Mishap::ArrivesAndSays("502 Bad Gateway"),
    Mishap::ArrivesAndSays("504 Gateway Timeout"),
];

/// The program of a stage as it may reach this machine.
pub(super) fn reaching(app: &App) -> App {
    let mut config = app.config.clone();
    config.outgoing.is_private = true;
    App::new(app.db.clone(), app.clock.clone(), config, app.files.clone(), app.seal.clone(), app.demo)
}

/// A Verbund with an account on a real server, and posts that go there.
pub(super) struct Play {
    pub stage: Stage,
    pub account: Account,
}

impl Play {
    pub async fn open(stage: Stage) -> Option<Play> {
        stage.app.clock.set(Clock::real().now());
        let mut account = Account::open(&stage).await?;
        account.channel.on_at = Some(stage.app.clock.now().plus_hours(-1));
        scene::save(&account.app, &account.channel).await;
        set_mode(&stage, "direct").await;
        Some(Play { stage, account })
    }

    /// Publishes a post that is public at once; gives its number and the cookie of who wrote it.
    pub async fn publish(&self) -> (i64, String) {
        // The server knows no other time than the real one.
        self.stage.app.clock.set(Clock::real().now());
        let (number, anna, _) = prepare(&self.stage, false).await;
        self.make_public(number, &anna).await;
        (number, anna)
    }

    async fn make_public(&self, number: i64, anna: &str) {
        let revision = head(&self.stage, number).await;
        let fields = [("revision", revision.as_str()), ("when", "soon")];
        perform(&self.stage.app, &about(anna, number, "proposal", &fields)).await;
        let post = post(&self.stage, number).await;
        assert!(post.public_revision(self.stage.app.clock.now()).is_some(), "{post:?}");
    }

    async fn correct(&self, number: i64, anna: &str, title: &str) {
        let base = head(&self.stage, number).await;
        let house = self.stage.cast.borken.id.as_str();
        let fields =
            [("title", title), ("body", "Neu."), ("byline", house), ("language", "de"), ("base", &base)];
        perform(&self.stage.app, &about(anna, number, "save", &fields)).await;
        self.make_public(number, anna).await;
    }

    /// Lets the pump do all that is due, then lets minutes pass.
    pub async fn send(&self, minutes: i64) {
        perform(&self.stage.app, &Scene::Send).await;
        self.stage.app.clock.set(self.stage.app.clock.now().plus_minutes(minutes));
    }

    /// Gives the copies of a post that stand there.
    pub async fn copies(&self, number: i64) -> Vec<Value> {
        let mut statuses = self.account.statuses().await;
        let here = format!("/beitrag/{number}-");
        statuses.retain(|status| status["content"].as_str().is_some_and(|text| text.contains(&here)));
        statuses
    }

    async fn rows(&self, number: i64) -> Vec<Delivery> {
        let post = post(&self.stage, number).await;
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let turns = store::of_post(&mut conn, &post.id).await.expect("the history");
        turns.into_iter().map(|turn| turn.row).collect()
    }

    pub async fn stands(&self, number: i64) -> Vec<(Act, State)> {
        self.rows(number).await.iter().map(|row| (row.act(), row.state())).collect()
    }
}

on_both! {
    async fn killed_while_a_post_goes_out_it_stands_there_once(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        for point in PUBLISHING {
            let (number, _) = play.publish().await;
            kill_at(&play.stage, point, &Scene::Send).await;
            assert!(play.copies(number).await.len() <= 1, "{point}");
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
            for _ in 0..3 {
                play.send(2).await;
            }
            assert_eq!(play.copies(number).await.len(), 1, "{point}: lost, or there twice");
            assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)], "{point}");
        }
    }
}

on_both! {
    async fn killed_while_a_post_is_corrected_and_taken_back_both_are_done(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        for point in ["delivery.claimed", "delivery.note.before_commit", "delivery.note.after_commit"] {
            let (number, anna) = play.publish().await;
            play.send(1).await;
            play.correct(number, &anna, &format!("Berichtigt {number}")).await;
            kill_at(&play.stage, point, &Scene::Send).await;
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
            play.send(2).await;
            play.send(2).await;
            let copies = play.copies(number).await;
            assert_eq!(copies.len(), 1, "{point}");
            assert!(copies[0]["content"].as_str().expect("a text").contains("Berichtigt"), "{point}");
            perform(&play.stage.app, &about(&anna, number, "withdrawal", &[("reason", "Ein Irrtum.")])).await;
            kill_at(&play.stage, point, &Scene::Send).await;
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
            play.send(2).await;
            play.send(2).await;
            assert_eq!(play.copies(number).await.len(), 0, "{point}");
            let last = play.stands(number).await;
            assert_eq!(last.first(), Some(&(Act::Publish, State::Withdrawn)), "{point}");
            assert_eq!(last.last(), Some(&(Act::Withdraw, State::Sent)), "{point}");
        }
    }
}

on_both! {
    async fn whatever_the_line_does_a_post_stands_there_once_or_somebody_is_asked(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        for mishap in MISHAPS {
            let (number, _) = play.publish().await;
            play.account.line.next("POST /api/v1/statuses", mishap);
            play.send(2).await;
            assert!(play.account.line.is_through(), "{mishap:?} never happened");
            assert!(play.copies(number).await.len() <= 1, "{mishap:?}");
            let first = play.rows(number).await.remove(0);
            let known = matches!(first.state(), State::Sent | State::Retry | State::Unconfirmed);
            assert!(known, "{mishap:?}: {:?}", first.state());
            for _ in 0..6 {
                play.send(10).await;
            }
            assert_eq!(play.copies(number).await.len(), 1, "{mishap:?}: lost, or there twice");
            assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)], "{mishap:?}");
        }
    }
}

on_both! {
    async fn killed_after_a_lost_answer_a_post_still_stands_there_once(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        for point in ["delivery.claimed", "delivery.note.before_commit", "delivery.note.after_commit"] {
            let (number, _) = play.publish().await;
            play.account.line.next("POST /api/v1/statuses", Mishap::LosesAnswer);
            kill_at(&play.stage, point, &Scene::Send).await;
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
            for _ in 0..6 {
                play.send(5).await;
            }
            assert_eq!(play.copies(number).await.len(), 1, "{point}");
            assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)], "{point}");
        }
    }
}

on_both! {
    async fn an_access_that_does_not_hold_keeps_the_queue_until_it_holds_again(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        let (number, anna) = play.publish().await;
        play.account.line.next("POST /api/v1/statuses", Mishap::Says("401 Unauthorized"));
        play.send(1).await;
        assert_eq!(play.stands(number).await, [(Act::Publish, State::Reconnect)]);
        let (second, _) = play.publish().await;
        play.send(60 * 24).await;
        assert_eq!(play.stands(second).await, [(Act::Publish, State::Reconnect)]);
        let today = play.stage.server().get("/desk/muebi/today").add_header("cookie", anna.as_str()).await;
        assert!(today.text().contains("neu verbinden"), "coordination is told");
        let mut channel = scene::again(&play.stage.app, &play.account.channel).await;
        channel.broken_at = None;
        let mut tx = play.stage.app.db.begin(channel.consortium_id.as_str()).await.expect("a transaction");
        crate::channel::store::save(&mut tx, &channel).await.expect("saved");
        play.stage.app.commit(tx, channel.consortium_id.as_str()).await.expect("committed");
        play.send(1).await;
        for number in [number, second] {
            assert_eq!(play.copies(number).await.len(), 1, "nothing was lost");
            assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)]);
        }
    }
}

on_both! {
    async fn a_person_decides_about_what_nobody_knows_and_it_is_written_down(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        let (number, anna) = play.publish().await;
        let mut channel = scene::again(&play.stage.app, &play.account.channel).await;
        // A server that knows no repetition: once sent, it is only looked for.
        channel.limits = r#"{"text_max":400,"software":"3.5.3 (compatible; Pixelfed 0.12.4)"}"#.into();
        scene::save(&play.stage.app, &channel).await;
        play.account.line.next("POST /api/v1/statuses", Mishap::Drops);
        play.send(1).await;
        assert_eq!(play.stands(number).await, [(Act::Publish, State::Unconfirmed)]);
        for _ in 0..8 {
            play.send(181).await;
        }
        assert_eq!(play.copies(number).await.len(), 0, "it was never sent again by itself");
        let row = play.rows(number).await.remove(0);
        assert_eq!((row.state(), row.next_at), (State::Unconfirmed, None));
        let decision = format!("deliveries/{}", row.id);
        perform(&play.stage.app, &form(&anna, &decision, &[("decision", "again")])).await;
        perform(&play.stage.app, &form(&anna, &decision, &[("decision", "again")])).await;
        play.send(1).await;
        assert_eq!(play.copies(number).await.len(), 1);
        let trail = play.stage.server().get("/desk/muebi/audit").add_header("cookie", anna.as_str()).await.text();
        assert!(trail.contains("noch einmal nach"), "who decided it is written down");
    }
}

/// Does what the child does: sends all that is due, over the real network of this machine.
pub(super) async fn send(app: &App) {
    work_pump::send_all(&reaching(app), &crate::base::id::new_id()).await.expect("sent");
}
