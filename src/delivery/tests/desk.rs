//! What people see of the sendings, and what they decide, on a channel that people serve by hand.
use axum_test::TestServer;

use super::channel;
use crate::base::clock::Instant;
use crate::channel::{Channel, store as channel_store};
use crate::delivery::state::{Act, Delivery, State};
use crate::delivery::{store, work_pump};
use crate::media::tests::acting::{newest, photo, post_with, send as upload};
use crate::on_both;
use crate::post::play_tests::{change, set_mode, write};
use crate::post::store as post_store;
use crate::testing::{NOW, Stage};

/// A Verbund with a showcase on the market place.
struct Play {
    stage: Stage,
    server: TestServer,
    channel: Channel,
    anna: String,
}

impl Play {
    async fn open(stage: Stage) -> Play {
        let channel =
            channel(&stage.cast.muebi.id, crate::channel::Network::ByHand, Some(NOW.plus_hours(-1)));
        let mut tx = stage.app.db.begin("channel").await.expect("a transaction");
        channel_store::insert(&mut tx, &channel).await.expect("a channel");
        tx.commit().await.expect("committed");
        set_mode(&stage, "direct").await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        let server = stage.server();
        Play { server, anna, channel, stage }
    }

    async fn publish(&self) -> i64 {
        let cast = &self.stage.cast;
        let number = write(&self.stage, None, &cast.anna, &cast.borken, "Lesenacht").await;
        self.post(&format!("posts/{number}/proposal"), &[("when", "soon")]).await;
        number
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> u16 {
        self.post_as(path, fields, &self.anna).await
    }

    async fn post_as(&self, path: &str, fields: &[(&str, &str)], cookie: &str) -> u16 {
        let path = format!("/desk/muebi/{path}");
        let answer = self.server.post(&path).add_header("cookie", cookie).form(&fields).await;
        answer.status_code().as_u16()
    }

    async fn page(&self, path: &str) -> String {
        let path = format!("/desk/muebi/{path}");
        self.server.get(&path).add_header("cookie", self.anna.as_str()).await.text()
    }

    async fn send(&self) {
        work_pump::send_all(&self.stage.app, "test").await.expect("sent");
    }

    fn clock(&self, at: Instant) {
        self.stage.app.clock.set(at);
    }

    async fn rows(&self, number: i64) -> Vec<Delivery> {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let post =
            post_store::by_number(&mut conn, &self.stage.cast.muebi.id, number).await.expect("the post");
        let turns = store::of_post(&mut conn, &post.id).await.expect("the history");
        turns.into_iter().map(|turn| turn.row).collect()
    }

    async fn last(&self, number: i64) -> Delivery {
        self.rows(number).await.pop().expect("a sending")
    }

    async fn decide(&self, number: i64, decision: &str) -> u16 {
        let id = self.last(number).await.id;
        self.post(&format!("deliveries/{id}"), &[("decision", decision)]).await
    }
}

on_both! {
    async fn what_people_carry_waits_for_them_and_is_ticked_off(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::ByHand);
        for path in [format!("posts/{number}"), "deliveries".into(), "today".into()] {
            let page = play.page(&path).await;
            assert!(page.contains("Wartet darauf, dass jemand es hinbringt."), "{path}");
        }
        assert_eq!(play.decide(number, "done").await, 303);
        let page = play.page(&format!("posts/{number}")).await;
        assert!(page.contains("Steht dort seit heute 9 Uhr."), "{page}");
        assert!(play.page("deliveries").await.contains("Alles ist dort, wo es hingehört."));
        assert!(!play.page("today").await.contains("Schaukasten"));
        assert_eq!(play.decide(number, "done").await, 409, "it was decided already");
        play.post(&format!("posts/{number}/withdrawal"), &[("reason", "Ein Irrtum.")]).await;
        play.send().await;
        assert!(play.page(&format!("posts/{number}")).await.contains("Bitte nehmen Sie es dort weg."));
        play.decide(number, "done").await;
        assert!(play.page(&format!("posts/{number}")).await.contains("Zurückgenommen heute 9 Uhr."));
        let states: Vec<_> = play.rows(number).await.iter().map(|row| (row.act(), row.state())).collect();
        assert_eq!(states, [(Act::Publish, State::Withdrawn), (Act::Withdraw, State::Sent)]);
        let trail = play.page("audit").await;
        assert!(trail.contains("Anna Albers hat „Lesenacht“ für Schaukasten als erledigt vermerkt."));
    }
}

on_both! {
    async fn what_has_a_new_picture_waits_until_it_is_cut_to_size(stage: Stage) {
        let play = Play::open(stage).await;
        let files = [("IMG_1.JPG", photo(900, 600))];
        upload(&play.server, &play.anna, &files).await.assert_status_see_other();
        let picture = newest(&play.stage).await;
        let number = post_with(&play.stage, &play.stage.cast.anna, &[picture], true).await;
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::Retry);
        assert!(play.page(&format!("posts/{number}")).await.contains("werden gerade noch zugeschnitten"));
        play.stage.run_jobs().await;
        play.clock(NOW.plus_minutes(1));
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::ByHand);
    }
}

on_both! {
    async fn one_channel_can_be_left_and_used_later_whatever_the_others_do(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.send().await;
        play.decide(number, "done").await;
        let path = format!("posts/{number}/channels/{}", play.channel.id);
        assert_eq!(play.post(&path, &[("choice", "out")]).await, 303);
        assert_eq!(play.last(number).await.act(), Act::Withdraw);
        play.send().await;
        play.decide(number, "done").await;
        play.send().await;
        assert_eq!(play.rows(number).await.len(), 2, "left means left");
        assert_eq!(play.post(&path, &[("choice", "in")]).await, 303);
        play.send().await;
        let last = play.last(number).await;
        assert_eq!((last.act(), last.state(), last.turn), (Act::Publish, State::ByHand, 3));
    }
}

on_both! {
    async fn what_was_public_before_the_channel_does_not_follow_and_can_be_sent(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        change(&play.stage, "UPDATE channel SET on_at = $1 WHERE id = $2", NOW.plus_hours(1), play.channel.id.as_str()).await;
        play.clock(NOW.plus_hours(2));
        play.send().await;
        assert!(play.rows(number).await.is_empty());
        let page = play.page(&format!("posts/{number}")).await;
        assert!(page.contains("Geht nicht dorthin.") && page.contains("Dorthin senden"));
        play.post(&format!("posts/{number}/channels/{}", play.channel.id), &[("choice", "in")]).await;
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::ByHand);
    }
}

on_both! {
    async fn what_is_too_late_after_downtime_is_asked_about(stage: Stage) {
        let play = Play::open(stage).await;
        let (first, second) = (play.publish().await, play.publish().await);
        play.clock(NOW.plus_hours(4));
        play.send().await;
        for number in [first, second] {
            assert_eq!(play.last(number).await.state(), State::Lapsed);
            assert!(play.page(&format!("posts/{number}")).await.contains("Soll es jetzt noch hinaus?"));
        }
        play.decide(first, "again").await;
        play.decide(second, "leave").await;
        play.send().await;
        assert_eq!(play.last(first).await.state(), State::ByHand);
        assert_eq!(play.last(second).await.state(), State::Withdrawn);
        play.send().await;
        assert_eq!(play.rows(second).await.len(), 1, "left means left");
    }
}

on_both! {
    async fn in_a_halt_nothing_goes_out_and_afterwards_everything(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.post("halt", &[("halt_reason", "Ein Unglück in der Stadt.")]).await;
        play.send().await;
        assert!(play.rows(number).await.iter().all(|row| row.state() == State::Waiting));
        play.clock(NOW.plus_hours(9));
        play.post("halt/end", &[]).await;
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::ByHand, "a halt makes nothing late");
    }
}

on_both! {
    async fn nobody_decides_about_the_sendings_of_another_verbund(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.send().await;
        let emil = play.stage.sign_in(&play.stage.cast.emil).await;
        let id = play.last(number).await.id;
        assert_eq!(play.post_as(&format!("deliveries/{id}"), &[("decision", "done")], &emil).await, 404);
        let foreign = format!("/desk/fremde/deliveries/{id}");
        let answer = play.server.post(&foreign).add_header("cookie", emil.as_str()).form(&[("decision", "done")]).await;
        assert_eq!(answer.status_code().as_u16(), 404);
        assert_eq!(play.last(number).await.state(), State::ByHand);
    }
}

on_both! {
    async fn a_channel_that_is_taken_away_loses_its_queue_and_its_tokens(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.send().await;
        let mut channel = play.channel.clone();
        channel.ended_at = Some(NOW);
        channel.secret = "sealed".into();
        let mut tx = play.stage.app.db.begin("end").await.expect("a transaction");
        channel_store::save(&mut tx, &channel).await.expect("saved");
        play.stage.app.commit(tx, channel.consortium_id.as_str()).await.expect("committed");
        play.send().await;
        assert_eq!(play.last(number).await.state(), State::Withdrawn);
        let mut conn = play.stage.app.db.read().await.expect("a connection");
        let ended = channel_store::by_id(&mut conn, &channel.consortium_id, &channel.id).await.expect("the channel");
        assert_eq!(ended.secret, "");
    }
}

on_both! {
    async fn when_a_verbund_ends_its_channels_end_once_followers_were_told(stage: Stage) {
        let play = Play::open(stage).await;
        let number = play.publish().await;
        play.send().await;
        let id = &play.stage.cast.muebi.id;
        change(&play.stage, "UPDATE consortium SET ends_at = $1, version = version + 1 WHERE id = $2", NOW.plus_hours(1), id.as_str()).await;
        play.clock(NOW.plus_hours(2));
        play.send().await;
        play.stage.run_jobs().await;
        let mut conn = play.stage.app.db.read().await.expect("a connection");
        let ended = channel_store::by_id(&mut conn, id, &play.channel.id).await.expect("the channel");
        assert_eq!(ended.ended_at, Some(NOW.plus_hours(2)));
        drop(conn);
        assert!(play.last(number).await.next_at.is_none());
        assert!(!play.last(number).await.state().is_ahead());
    }
}

on_both! {
    async fn when_a_verbund_ends_the_servers_of_its_accounts_are_told_that_we_leave(stage: Stage) {
        let (app, id) = (&stage.app, &stage.cast.muebi.id);
        let mut account = channel(id, crate::channel::Network::Bluesky, None);
        account.secret = app.seal.close(&account.seal_place(), r#"{"refresh":"renews"}"#).expect("sealed");
        let mut tx = app.db.begin("channel").await.expect("a transaction");
        channel_store::insert(&mut tx, &account).await.expect("a channel");
        tx.commit().await.expect("committed");
        change(&stage, "UPDATE consortium SET ends_at = $1, version = version + 1 WHERE id = $2", NOW, id.as_str()).await;
        app.clock.set(NOW.plus_hours(1));
        work_pump::send_all(app, "test").await.expect("sent");
        stage.run_jobs().await;
        let mut conn = app.db.read().await.expect("a connection");
        let ended = channel_store::by_id(&mut conn, id, &account.id).await.expect("the channel");
        assert_eq!(ended.secret, "");
        let jobs: Vec<(String,)> = sqlx::query_as("SELECT payload FROM job WHERE kind = 'net-revoke'")
            .fetch_all(&mut *conn)
            .await
            .expect("jobs");
        assert!(jobs.len() == 1 && !jobs[0].0.contains("renews"), "{jobs:?}");
    }
}
