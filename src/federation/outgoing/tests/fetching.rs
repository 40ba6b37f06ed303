//! Documents are fetched in the name of the installation, and only documents.
use super::super::fetch::{Missing, fetch};
use super::reaching_tests;
use super::sink::{Reply, Sink, Taken};
use crate::federation::store_actor;
use crate::on_both;
use crate::signature::{self, Scheme};
use crate::testing::Stage;

const KIND: &str = "application/activity+json; charset=utf-8";

on_both! {
    async fn a_document_is_asked_for_in_the_name_of_the_installation(stage: Stage) {
        let (sink, app) = (Sink::open().await, reaching_tests(&stage.app));
        sink.replies(1, "users/u", &[Reply::Says(401), Reply::Document(KIND, r#"{"id":"x"}"#.into())]);
        let url = sink.inbox(1, "users/u").parse().expect("an address");
        assert_eq!(fetch(&app, &url).await.expect("a document")["id"], "x");
        assert_eq!(fetch(&app, &url).await.expect("a document")["id"], "x");
        let taken = sink.taken();
        let schemes: Vec<_> = taken.iter().map(Taken::scheme).collect();
        assert_eq!(schemes, [Scheme::Rfc9421, Scheme::Cavage, Scheme::Cavage], "what worked is remembered");
        let mut conn = app.db.read().await.expect("a connection");
        let installation = store_actor::instance(&mut conn).await.expect("asked").expect("made");
        let claim = signature::claim(&taken[0].headers).expect("a claim");
        assert_eq!(claim.key_id, installation.key_id(&app.config));
    }
}

on_both! {
    async fn only_documents_are_taken_and_only_of_a_bounded_size(stage: Stage) {
        let (sink, app) = (Sink::open().await, reaching_tests(&stage.app));
        let of = |path: &str| sink.inbox(1, path).parse().expect("an address");
        let note = r#"{"id":"x"}"#.to_owned();
        sink.replies(1, "page", &[Reply::Document("text/html", note.clone())]);
        sink.replies(1, "file", &[Reply::Document("application/json", note.clone())]);
        sink.replies(1, "profile", &[Reply::Document(r#"application/ld+json; profile="https://www.w3.org/ns/activitystreams""#, note)]);
        sink.replies(1, "long", &[Reply::Document(KIND, format!("\"{}\"", "x".repeat(2 << 20)))]);
        sink.replies(1, "gone", &[Reply::Says(410)]);
        sink.replies(1, "round", &[Reply::With(302, "location", "/round".into())]);
        sink.replies(1, "on", &[Reply::With(302, "location", sink.inbox(2, "profile"))]);
        sink.replies(2, "profile", &[Reply::Document(KIND, r#"{"id":"y"}"#.into())]);
        for path in ["page", "file", "round"] {
            assert!(matches!(fetch(&app, &of(path)).await, Err(Missing::Else)), "{path}");
        }
        assert!(matches!(fetch(&app, &of("long")).await, Err(Missing::Trouble(_))));
        assert!(fetch(&app, &of("gone")).await.expect_err("gone").is_gone());
        assert_eq!(fetch(&app, &of("profile")).await.expect("a document")["id"], "x");
        assert_eq!(fetch(&app, &of("on")).await.expect("a document")["id"], "y");
        let inside = fetch(&stage.app, &of("profile")).await;
        assert!(matches!(inside, Err(Missing::Trouble(_))), "nothing inside is reached without leave");
    }
}
