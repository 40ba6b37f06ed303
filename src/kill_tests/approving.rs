//! Killed while a post is proposed, asked about, signed off, or told to be late.
use super::{WORK, about, count, kill_at, letters, perform, post, prepare, proposal, recover};
use crate::on_both;
use crate::post::RevisionId;
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;
use crate::testing::{NOW, Stage};

const ACTING: [&str; 3] = ["post.act.after_step", "post.act.before_commit", "post.act.after_commit"];
const ACTING_ALONE: [&str; 2] = ["post.act.after_direct_approval", "post.act.after_commit"];
const ASKING: [&str; 3] = ["post.ask.after_step", "post.ask.before_commit", "post.ask.after_commit"];
const MISSING: [&str; 3] = ["post.due.after_step", "post.due.before_commit", "post.due.after_commit"];

fn proposed(act: &Act) -> bool {
    matches!(act, Act::Proposed { .. })
}

fn asked(act: &Act) -> bool {
    matches!(act, Act::Asked { .. })
}

fn approved(act: &Act) -> bool {
    matches!(act, Act::Approved(_))
}

on_both! {
    async fn killed_while_proposing_it_is_proposed_once_and_somebody_is_asked(stage: Stage) {
        for point in ACTING {
            let (number, anna, revision) = prepare(&stage, false).await;
            let scene = proposal(&anna, number, &revision);
            kill_at(&stage, point, &scene).await;
            let done = usize::from(point == "post.act.after_commit");
            assert_eq!(count(&stage, number, proposed).await, done, "{point}: half a proposal");
            perform(&stage.app, &scene).await;
            recover(&stage).await;
            assert_eq!(count(&stage, number, proposed).await, 1, "{point}");
            assert_eq!(count(&stage, number, asked).await, 1, "{point}: nobody, or somebody twice, is asked");
        }
    }
}

on_both! {
    async fn killed_while_publishing_alone_the_proposal_and_its_approval_come_together(stage: Stage) {
        crate::post::play_tests::set_mode(&stage, "direct").await;
        for point in ACTING_ALONE {
            let (number, anna, revision) = prepare(&stage, false).await;
            let scene = proposal(&anna, number, &revision);
            kill_at(&stage, point, &scene).await;
            let both = async || (count(&stage, number, proposed).await, count(&stage, number, approved).await);
            let done = usize::from(point == "post.act.after_commit");
            assert_eq!(both().await, (done, done), "{point}: a proposal that nobody will ever sign off");
            perform(&stage.app, &scene).await;
            recover(&stage).await;
            assert_eq!(both().await, (1, 1), "{point}");
            assert_eq!(count(&stage, number, asked).await, 0, "{point}: nobody has to be asked");
            let post = post(&stage, number).await;
            let due = post.due_at.expect("a time");
            assert_eq!(post.public_revision(due), Some(&RevisionId(revision)), "{point}");
        }
    }
}

on_both! {
    async fn killed_while_signing_off_it_is_signed_off_once_and_public_when_due(stage: Stage) {
        for point in ACTING {
            let (number, _, revision) = prepare(&stage, true).await;
            let bernd = stage.sign_in(&stage.cast.bernd).await;
            let scene = about(&bernd, number, "approval", &[("revision", &revision)]);
            kill_at(&stage, point, &scene).await;
            let done = usize::from(point == "post.act.after_commit");
            assert_eq!(count(&stage, number, approved).await, done, "{point}: half an approval");
            perform(&stage.app, &scene).await;
            assert_eq!(count(&stage, number, approved).await, 1, "{point}");
            let post = post(&stage, number).await;
            let due = post.due_at.expect("a time");
            assert_eq!(post.public_revision(due.plus_seconds(-1)), None, "{point}");
            assert_eq!(post.public_revision(due), Some(&RevisionId(revision)), "{point}");
        }
    }
}

on_both! {
    async fn killed_while_asking_one_house_is_asked_and_each_letter_is_written_once(stage: Stage) {
        let mut before = letters(&stage).await.len();
        for point in ASKING {
            let (number, _, _) = prepare(&stage, true).await;
            kill_at(&stage, point, &WORK).await;
            recover(&stage).await;
            assert_eq!(count(&stage, number, asked).await, 1, "{point}");
            let now = letters(&stage).await.len();
            assert!(now - before <= 1, "{point}: {:?}", letters(&stage).await);
            before = now;
        }
    }
}

on_both! {
    async fn killed_while_telling_that_a_time_was_missed_it_is_told_once_and_never_published(stage: Stage) {
        for point in MISSING {
            stage.app.clock.set(NOW);
            let (number, _, _) = prepare(&stage, true).await;
            stage.run_jobs().await;
            stage.app.clock.set(NOW.plus_hours(30));
            kill_at(&stage, point, &WORK).await;
            recover(&stage).await;
            let missed = |act: &Act| matches!(act, Act::Missed { .. });
            assert_eq!(count(&stage, number, missed).await, 1, "{point}");
            let now = stage.app.clock.now();
            let post = post(&stage, number).await;
            assert_eq!((post.state(now), post.public_revision(now)), (State::Missed, None), "{point}");
        }
    }
}
