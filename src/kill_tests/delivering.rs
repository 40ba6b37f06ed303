//! What people see and decide about a post that goes out over a bad line.
use super::play::{Kind, Play};
use super::{form, kill_at, perform};
use crate::channel::faulty::Mishap;
use crate::channel::scene;
use crate::delivery::state::{Act, State};
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn killed_after_a_lost_answer_a_post_still_stands_there_once(stage: Stage) {
        let Some(play) = Play::open(stage, Kind::Mastodon).await else { return };
        for point in ["delivery.claimed", "delivery.note.before_commit", "delivery.note.after_commit"] {
            let (number, _) = play.publish().await;
            play.line().next("POST /api/v1/statuses", Mishap::LosesAnswer);
            kill_at(&play.stage, point, &play.scene()).await;
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
        let Some(play) = Play::open(stage, Kind::Mastodon).await else { return };
        let (number, anna) = play.publish().await;
        play.line().next("POST /api/v1/statuses", Mishap::Says("401 Unauthorized"));
        play.send(1).await;
        assert_eq!(play.stands(number).await, [(Act::Publish, State::Reconnect)]);
        let (second, _) = play.publish().await;
        play.send(60 * 24).await;
        assert_eq!(play.stands(second).await, [(Act::Publish, State::Reconnect)]);
        let today = play.stage.server().get("/desk/muebi/today").add_header("cookie", anna.as_str()).await;
        assert!(today.text().contains("neu verbinden"), "coordination is told");
        let mut channel = play.channel().await;
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
        let Some(play) = Play::open(stage, Kind::Mastodon).await else { return };
        let (number, anna) = play.publish().await;
        let mut channel = play.channel().await;
        // A server that knows no repetition: once sent, it is only looked for.
        channel.limits = r#"{"text_max":400,"software":"3.5.3 (compatible; Pixelfed 0.12.4)"}"#.into();
        scene::save(&play.stage.app, &channel).await;
        play.line().next("POST /api/v1/statuses", Mishap::Drops);
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
