//! Round after round, a post goes out over a line that fails at random, in a program that dies at
//! random: `bin/long --rounds N` says how often.
use super::delivering::Play;
use super::{Scene, kill_at};
use crate::channel::faulty::Mishap;
use crate::delivery::state::{Act, State};
use crate::on_both;
use crate::testing::Stage;

/// Where the program may die, whatever the line does.
const DYING: [&str; 6] = [
    "delivery.plan.before_commit",
    "delivery.plan.after_commit",
    "delivery.claimed",
    "sending.begun",
    "delivery.note.before_commit",
    "delivery.note.after_commit",
];

/// How many rounds there are without being asked for more.
const FEW: usize = 2;

fn rounds() -> usize {
    std::env::var("VERBUND_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW)
}

fn one_of<T: Copy>(all: &[T]) -> T {
    all[rand::random_range(0..all.len())]
}

on_both! {
    async fn whatever_comes_together_a_post_stands_there_once(stage: Stage) {
        let Some(play) = Play::open(stage).await else { return };
        for round in 0..rounds() {
            let (number, _) = play.publish().await;
            let point = one_of(&DYING);
            let mishap = one_of(&[
                None,
                Some(Mishap::LosesAnswer),
                Some(Mishap::CutsAnswer),
                Some(Mishap::Drops),
                Some(Mishap::Says("429 Too Many Requests\nretry-after: 30")),
                Some(Mishap::ArrivesAndSays("502 Bad Gateway")),
            ]);
            if let Some(mishap) = mishap {
                play.account.line.next("POST /api/v1/statuses", mishap);
            }
            kill_at(&play.stage, point, &Scene::Send).await;
            play.stage.app.clock.set(play.stage.app.clock.now().plus_seconds(90));
            for _ in 0..6 {
                play.send(7).await;
            }
            assert_eq!(play.copies(number).await.len(), 1, "round {round}: {point}, {mishap:?}");
            assert_eq!(play.stands(number).await, [(Act::Publish, State::Sent)], "round {round}: {point}, {mishap:?}");
        }
    }
}
