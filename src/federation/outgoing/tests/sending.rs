//! What is said arrives: once at each server, in order, signed as it wants it.
use std::collections::BTreeSet;

use super::super::pump::run_due;
use super::super::store_thin::thin;
use super::sink::{Reply, Sink, Taken};
use super::{activity, count, follows, later, progress, pump, reaching_tests, say, verbund};
use crate::federation::{key, outgoing::Progress};
use crate::on_both;
use crate::signature::{self, PublicKey, Scheme};
use crate::testing::Stage;

on_both! {
    async fn many_followers_behind_few_servers_cost_one_request_for_each_server(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        for n in 0..90_u8 {
            let server = n % 3 + 1;
            let own = sink.inbox(server, &format!("users/{n}/inbox"));
            follows(&stage, &muebi, &format!("https://{server}.example/users/{n}"), &own, &sink.inbox(server, "inbox")).await;
        }
        say(&stage, &muebi, &activity("Create", "create")).await;
        say(&stage, &muebi, &activity("Create", "create")).await;
        assert_eq!(progress(&stage).await, Progress { reached: 0, waiting: 1, given_up: 0 });
        pump(&stage).await;
        let taken = sink.taken();
        assert_eq!(taken.len(), 3);
        assert_eq!(taken.iter().map(|it| &it.host).collect::<BTreeSet<_>>().len(), 3);
        assert!(taken.iter().all(|it| it.path == "/inbox"));
        assert_eq!(progress(&stage).await, Progress { reached: 3, waiting: 0, given_up: 0 });
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 3, "what is done is not done again");
    }
}

on_both! {
    async fn what_arrives_is_signed_by_the_actor_whose_words_they_are(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        follows(&stage, &muebi, "https://a.example/u", &sink.inbox(1, "inbox?of=1"), "").await;
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        let it = &sink.taken()[0];
        let pem = key::public_pem(&stage.app, &muebi).await.expect("a key");
        let url = sink.inbox(1, "inbox?of=1").parse().expect("an address");
        let key = PublicKey::from_pem(&pem).expect("a key");
        signature::verify(&http::Method::POST, &url, &it.headers, it.body.as_bytes(), &key, stage.app.clock.now())
            .expect("verified");
        assert_eq!(it.scheme(), Scheme::Rfc9421, "the new way first");
        assert_eq!(signature::claim(&it.headers).expect("a claim").key_id, muebi.key_id(&stage.app.config));
        assert_eq!(it.headers["content-type"], "application/activity+json");
    }
}

on_both! {
    async fn a_server_that_knows_only_the_old_signature_is_asked_twice_and_remembered_for_a_week(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        sink.replies(1, "inbox", &[Reply::Knows(Scheme::Cavage)]);
        follows(&stage, &muebi, "https://a.example/u", &sink.inbox(1, "inbox"), "").await;
        let mut schemes = Vec::new();
        for (name, wait) in [("create", 0), ("update/1", 3600), ("update/2", 8 * 24 * 3600)] {
            later(&stage, wait);
            let before = sink.taken().len();
            say(&stage, &muebi, &activity("Update", name)).await;
            pump(&stage).await;
            schemes.push(sink.taken()[before..].iter().map(Taken::scheme).collect::<Vec<_>>());
        }
        let both = vec![Scheme::Rfc9421, Scheme::Cavage];
        assert_eq!(schemes, [both.clone(), vec![Scheme::Cavage], both], "asked anew after a week");
        assert_eq!(progress(&stage).await.reached, 1);
    }
}

on_both! {
    async fn what_is_said_later_never_arrives_before_what_was_said_first(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        sink.replies(1, "inbox", &[Reply::Says(503), Reply::HangsUp, Reply::Says(202)]);
        follows(&stage, &muebi, "https://a.example/u", &sink.inbox(1, "inbox"), "").await;
        let names = ["create", "update/1", "update/2", "delete"];
        for name in names {
            say(&stage, &muebi, &activity("Any", name)).await;
            pump(&stage).await;
            later(&stage, 1);
        }
        for _ in 0..6 {
            later(&stage, 120);
            pump(&stage).await;
        }
        let of = |name: &str| activity("Any", name)["id"].as_str().expect("an id").to_owned();
        let mut wanted = vec![of("create"), of("create")];
        wanted.extend(names.map(of));
        assert_eq!(sink.ids(1), wanted, "tried again twice, then everything in its order");
    }
}

on_both! {
    async fn two_processes_never_speak_to_one_server_at_once_and_send_nothing_twice(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        for n in 0..40_u8 {
            let inbox = sink.inbox(n % 8 + 1, &format!("users/{n}/inbox"));
            follows(&stage, &muebi, &format!("https://a.example/{n}"), &inbox, "").await;
        }
        for name in ["create", "update"] {
            say(&stage, &muebi, &activity("Any", name)).await;
        }
        let app = reaching_tests(&stage.app);
        let (one, two) = tokio::join!(run_due(&app), run_due(&app));
        one.and(two).expect("both work");
        assert_eq!(sink.taken().len(), 80, "some was sent twice, or not at all");
        assert_eq!(sink.most_talking(), 1);
    }
}

on_both! {
    async fn what_is_done_is_thinned_out_and_how_far_it_came_is_still_known(stage: Stage) {
        let (sink, muebi) = (Sink::open().await, verbund(&stage, &stage.cast.muebi).await);
        for n in 1..4 {
            follows(&stage, &muebi, &format!("https://a.example/{n}"), &sink.inbox(n, "inbox"), "").await;
        }
        sink.replies(3, "inbox", &[Reply::Says(400)]);
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        let before = progress(&stage).await;
        assert_eq!(before, Progress { reached: 2, waiting: 0, given_up: 1 });
        let now = later(&stage, 15 * 24 * 3600);
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        thin(&mut tx, now).await.expect("thinned");
        tx.commit().await.expect("committed");
        assert_eq!(count(&stage, "SELECT COUNT(*) FROM outgoing_delivery").await, 0);
        assert_eq!(progress(&stage).await, before);
        say(&stage, &muebi, &activity("Create", "create")).await;
        pump(&stage).await;
        assert_eq!(sink.taken().len(), 3, "what was said long ago is not said again");
    }
}
