//! Killed while a consent that was taken back corrects what was sent: no network keeps the picture,
//! and none is told twice.
use super::{Scene, WORK, form, kill_at, perform};
use crate::channel::Network;
use crate::delivery::state::{Act, State};
use crate::delivery::tests::gone::Play;
use crate::on_both;
use crate::testing::Stage;

const PLANNED: [&str; 2] = ["delivery.gone.before_commit", "delivery.gone.after_commit"];
/// Starts anew until nothing is left to do.
async fn recover(play: &Play) {
    for _ in 0..3 {
        play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
        perform(&play.stage.app, &WORK).await;
        perform(&play.stage.app, &Scene::Send { graph: None }).await;
    }
}

async fn assert_corrected(play: &Play) {
    assert_eq!(play.stands().await, [(Act::Publish, State::Sent), (Act::Correct, State::Sent)]);
    assert_eq!(play.said().await, [("Create".to_owned(), 1), ("Update".to_owned(), 0)]);
}

/// Dies at each of these places once: each time it is started again, and dies at the next.
async fn dies(stage: Stage, sending: &[&str]) {
    let play = Play::open(stage, Network::Fediverse, &["website", "fediverse"]).await;
    perform(&play.stage.app, &Scene::Send { graph: None }).await;
    perform(&play.stage.app, &form(&play.anna, &play.withdrawal, &[])).await;
    for (points, scene) in [(&PLANNED[..], &WORK), (sending, &Scene::Send { graph: None })] {
        for point in points {
            kill_at(&play.stage, point, scene).await;
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
        }
    }
    recover(&play).await;
    assert_corrected(&play).await;
}

on_both! {
    async fn killed_while_a_picture_is_taken_out_of_what_was_sent_it_goes_once(stage: Stage) {
        dies(stage, &["delivery.claimed", "delivery.carried", "federation.said"]).await;
    }
}

on_both! {
    async fn killed_after_a_picture_was_taken_out_it_is_written_down_once(stage: Stage) {
        dies(stage, &["federation.stands", "delivery.note.before_commit", "delivery.note.after_commit"]).await;
    }
}

on_both! {
    async fn a_picture_that_is_taken_back_while_its_post_goes_out_does_not_stay(stage: Stage) {
        let play = Play::open(stage, Network::Fediverse, &["website", "fediverse"]).await;
        // It is said, and nobody has written down that it was.
        kill_at(&play.stage, "federation.stands", &Scene::Send { graph: None }).await;
        perform(&play.stage.app, &form(&play.anna, &play.withdrawal, &[])).await;
        recover(&play).await;
        assert_corrected(&play).await;
    }
}
