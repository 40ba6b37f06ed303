//! Dead when a post falls due: nothing has to run for it to become public.
use feed_rs::parser;

use super::{WORK, about, count, kill_at, perform, post, prepare, recover, started_again};
use crate::on_both;
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;
use crate::testing::{NOW, Stage};

/// What may be interrupted around the time at which a post becomes public: the approval, whose
/// answer is lost, and the job that looks whether the time was missed.
const BECOMING_PUBLIC: [&str; 3] =
    ["post.act.after_commit", "post.due.before_commit", "post.due.after_commit"];

/// Counts the entries of the feed, and how often the post is linked on the first page.
async fn shown(stage: &Stage, number: i64) -> (usize, usize) {
    let server = started_again(stage).await;
    let feed = server.get("/muebi/feed.atom").await.text();
    let feed = parser::parse(feed.as_bytes()).expect("a feed");
    let here = format!("/beitrag/{number}-");
    let entries = feed.entries.iter().filter(|entry| entry.links.iter().any(|it| it.href.contains(&here)));
    let page = server.get("/muebi").await.text();
    (entries.count(), usize::from(page.contains(&here)))
}

on_both! {
    async fn what_fell_due_while_the_program_was_dead_is_public_at_its_start_and_once(stage: Stage) {
        for point in BECOMING_PUBLIC {
            stage.app.clock.set(NOW);
            let (number, _, revision) = prepare(&stage, true).await;
            stage.run_jobs().await;
            let bernd = stage.sign_in(&stage.cast.bernd).await;
            let approval = about(&bernd, number, "approval", &[("revision", &revision)]);
            let due = post(&stage, number).await.due_at.expect("a time");
            if point == "post.act.after_commit" {
                kill_at(&stage, point, &approval).await;
                assert_eq!(shown(&stage, number).await, (0, 0), "{point}: public before its time");
                stage.app.clock.set(due);
            } else {
                perform(&stage.app, &approval).await;
                stage.app.clock.set(due);
                kill_at(&stage, point, &WORK).await;
            }
            assert_eq!(shown(&stage, number).await, (1, 1), "{point}: no worker has run since");
            recover(&stage).await;
            assert_eq!(shown(&stage, number).await, (1, 1), "{point}");
            let missed = |act: &Act| matches!(act, Act::Missed { .. });
            assert_eq!(count(&stage, number, missed).await, 0, "{point}");
            assert_eq!(post(&stage, number).await.state(stage.app.clock.now()), State::Public, "{point}");
            assert_eq!(post(&stage, number).await.public_since(due), Some(due), "{point}");
        }
    }
}
