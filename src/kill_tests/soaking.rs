//! Round after round, a post goes out over a line that fails at random, in a program that dies at
//! random: `bin/long --rounds N` says how often.
use super::dies_at;
use super::networks::{MISHAPS, stands_once};
use super::play::{Kind, Play};
use crate::testing::Stage;

/// Where the program may die, whatever the line does, and how often it comes by there.
const DYING: [(&str, usize); 7] = [
    ("delivery.plan.before_commit", 1),
    ("delivery.plan.after_commit", 1),
    ("delivery.claimed", 1),
    ("sending.begun", 3),
    ("sending.ended", 3),
    ("delivery.note.before_commit", 1),
    ("delivery.note.after_commit", 1),
];

/// How many rounds there are without being asked for more, half of them on each database.
const FEW: usize = 8;
/// After how many rounds an account is left for a new one: no reader looks through ten thousand posts.
const LONGEST: usize = 200;

fn rounds() -> usize {
    std::env::var("VERBUND_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW)
}

fn one_of<T: Copy>(all: &[T]) -> T {
    all[rand::random_range(0..all.len())]
}

/// One round; tells whether the program died in it.
async fn round(play: &Play, about: &str) -> bool {
    let (number, anna) = play.publish().await;
    let (point, times) = one_of(&DYING);
    let point = format!("{point}#{}", rand::random_range(1..=times));
    let mishap = rand::random_bool(0.7).then(|| one_of(&MISHAPS));
    if let Some(mishap) = mishap {
        play.line().next(&play.request(), mishap);
    }
    // With a bad line it may not come as far as the point.
    let died = dies_at(&play.stage, &point, &play.scene()).await.is_ok();
    play.recover(6, 7).await;
    play.line().clear();
    stands_once(play, number, &anna, &format!("{about}: {:?} {point} {mishap:?}", play.kind)).await;
    died
}

async fn soak(stage: impl AsyncFn() -> Option<Stage>) {
    let mut left = rounds().div_ceil(2);
    let a_turn = left.div_ceil(Kind::ALL.len()).min(LONGEST);
    let (mut died, mut done) = (0, 0);
    for kind in Kind::ALL.into_iter().cycle() {
        if left == 0 {
            break;
        }
        let Some(stage) = stage().await else { return };
        let Some(play) = Play::open(stage, kind).await else { return };
        for _ in 0..left.min(a_turn) {
            done += 1;
            died += usize::from(round(&play, &format!("round {done}")).await);
        }
        left = left.saturating_sub(a_turn);
        println!("{done} rounds, it died in {died} of them");
    }
}

#[tokio::test]
async fn whatever_comes_together_a_post_stands_there_once_on_sqlite() {
    soak(async || Some(Stage::sqlite().await)).await;
}

#[tokio::test]
async fn whatever_comes_together_a_post_stands_there_once_on_postgres() {
    soak(Stage::postgres).await;
}
