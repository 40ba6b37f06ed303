//! Killed while a message of another server is taken in: it counts once.
use super::{Scene, WORK, kill_at, perform};
use crate::base::app::App;
use crate::federation::tests::{Meeting, does, note};
use crate::on_both;
use crate::page::place::Domains;
use crate::signature::Scheme;
use crate::testing::{Stage, run_jobs, server_of};

/// Sends a message as it was signed.
pub async fn deliver(app: &App, path: &str, headers: &[(String, String)], body: &str) {
    let server = server_of(app, std::sync::Arc::new(Domains::default()));
    let mut request = server.post(path).bytes(body.to_owned().into());
    for (name, value) in headers {
        request = request.add_header(name.as_str(), value.as_str());
    }
    request.await;
}

on_both! {
    async fn killed_while_a_message_is_taken_in_it_counts_once(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu im Regal").await;
        it.hear(&does(&it.there, "known", "Like", post.as_str().into())).await;
        for (n, point) in ["federation.received", "federation.verified", "federation.taken"].iter().enumerate() {
            let name = n.to_string();
            let create = does(&it.there, &name, "Create", note(&it.there, &name, &post, "<p>Hallo</p>"));
            let (body, now) = (create.to_string(), it.app.clock.now());
            let signed = it.there.signed("mia", Scheme::Rfc9421, "http://verbund.example/ap/inbox", &body, now);
            let headers = signed.headers.iter();
            let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().expect("plain").to_owned()));
            let sent = Scene::Received { path: "/ap/inbox".into(), headers: headers.collect(), body };
            if n == 0 {
                kill_at(&it.stage, point, &sent).await;
                assert_eq!(it.count("SELECT COUNT(*) FROM received").await, 1, "nobody was told that it is here");
                perform(&it.app, &sent).await;
            } else {
                perform(&it.app, &sent).await;
                kill_at(&it.stage, point, &WORK).await;
            }
            it.app.clock.set(it.app.clock.now().plus_seconds(90));
            run_jobs(&it.app).await;
            let said = it.count("SELECT COUNT(*) FROM utterance").await;
            assert_eq!(said, i64::try_from(n).expect("few") + 1, "{point}");
            assert_eq!(it.outcome().await, "taken", "{point}");
        }
    }
}
