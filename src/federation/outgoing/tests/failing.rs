//! Servers that fail, in all the ways in which they do.
use std::time::Duration;

use super::sink::{Reply, Sink};
use super::{activity, count, follows, later, progress, pump, say, verbund};
use crate::federation::outgoing::Progress;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn a_server_that_says_nothing_makes_nobody_else_wait(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        for n in 1..41 {
            if n % 10 == 0 {
                sink.replies(n, "inbox", &[Reply::Silent]);
            }
            follows(&stage, &muebi, &format!("https://a.example/{n:03}"), &sink.inbox(n, "inbox"), "").await;
        }
        say(&stage, &muebi, &activity("Create", "create")).await;
        let begun = std::time::Instant::now();
        pump(&stage).await;
        let whole = begun.elapsed();
        let last = sink.taken().into_iter().map(|it| it.at).max().expect("something arrived");
        assert_eq!(progress(&stage).await, Progress { reached: 36, waiting: 4, given_up: 0 });
        let rest = whole.saturating_sub(last.duration_since(begun));
        assert!(rest > Duration::from_millis(800), "all were spoken to while the silent were waited for: {rest:?}");
    }
}

on_both! {
    async fn an_answer_that_was_lost_brings_the_same_once_more_and_never_another(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        sink.replies(1, "inbox", &[Reply::HangsUp, Reply::Says(202)]);
        follows(&stage, &muebi, "https://a.example/u", &sink.inbox(1, "inbox"), "").await;
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        assert_eq!(progress(&stage).await.waiting, 1);
        later(&stage, 60);
        pump(&stage).await;
        let taken = sink.taken();
        assert_eq!(taken.len(), 2);
        assert_eq!(taken[0].body, taken[1].body, "the receiver knows it by its id");
        assert_eq!(progress(&stage).await.reached, 1);
    }
}

on_both! {
    async fn a_server_that_wants_to_be_left_alone_is_left_alone_for_as_long(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        sink.replies(1, "inbox", &[Reply::With(429, "retry-after", "1800".into()), Reply::Says(202)]);
        follows(&stage, &muebi, "https://a.example/u", &sink.inbox(1, "inbox"), "").await;
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        later(&stage, 900);
        say(&stage, &muebi, &activity("Update", "update")).await;
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 1, "nothing else either");
        later(&stage, 901);
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 3);
    }
}

on_both! {
    async fn a_server_that_keeps_failing_is_left_alone_and_asked_by_one_probe(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        for n in 0..8 {
            sink.replies(1, &format!("{n}/inbox"), &[Reply::Says(500)]);
            follows(&stage, &muebi, &format!("https://a.example/{n}"), &sink.inbox(1, &format!("{n}/inbox")), "").await;
        }
        say(&stage, &muebi, &activity("Create", "create")).await;
        for _ in 0..5 {
            pump(&stage).await;
            later(&stage, 35);
        }
        assert_eq!(sink.taken().len(), 5, "one try at a time, and five of them open the breaker");
        later(&stage, 400);
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 5);
        later(&stage, 300);
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 6, "one probe");
        (0..8).for_each(|n| sink.replies(1, &format!("{n}/inbox"), &[Reply::Says(202)]));
        later(&stage, 1300);
        pump(&stage).await;
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 14, "it is there again: all eight at once");
        assert_eq!(progress(&stage).await, Progress { reached: 1, waiting: 0, given_up: 0 });
    }
}

on_both! {
    async fn an_inbox_that_is_gone_for_good_takes_its_followers_along_and_no_other(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        sink.replies(1, "gone/inbox", &[Reply::Says(410)]);
        sink.replies(1, "lost/inbox", &[Reply::Says(404)]);
        for name in ["gone", "lost", "here"] {
            follows(&stage, &muebi, &format!("https://a.example/{name}"), &sink.inbox(1, &format!("{name}/inbox")), "").await;
        }
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        assert_eq!(count(&stage, "SELECT COUNT(*) FROM follower").await, 2, "only what is gone for good");
        assert_eq!(count(&stage, "SELECT COUNT(*) FROM outgoing_delivery WHERE ended_at IS NULL").await, 0);
        say(&stage, &muebi, &activity("Update", "update")).await;
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 5);
    }
}

on_both! {
    async fn who_is_not_there_for_days_is_given_up_and_who_comes_back_in_time_gets_everything(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        // Nobody listens at the discard port of either.
        for (n, port) in [(1, 9), (2, 9)] {
            follows(&stage, &muebi, &format!("https://a.example/{n}"), &format!("http://127.0.9.{n}:{port}/inbox"), "").await;
        }
        follows(&stage, &muebi, "https://a.example/3", &sink.inbox(3, "inbox"), "").await;
        sink.replies(3, "inbox", &[Reply::Says(502)]);
        say(&stage, &muebi, &activity("Create", "create")).await;
        for _ in 0..64 {
            pump(&stage).await;
            later(&stage, 3600);
        }
        sink.replies(3, "inbox", &[Reply::Says(202)]);
        for _ in 0..40 {
            later(&stage, 3600);
            pump(&stage).await;
        }
        assert_eq!(progress(&stage).await, Progress { reached: 1, waiting: 0, given_up: 2 });
        assert!(sink.taken().len() < 40, "{} tries", sink.taken().len());
    }
}
