use axum::http::{HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::neighbour::deliver;
use super::{Meeting, does, note};
use crate::base::door::Request;
use crate::on_both;
use crate::signature::Scheme;
use crate::testing::{Stage, run_jobs};

const INBOX: &str = "http://verbund.example/ap/inbox";

fn like(it: &Meeting) -> String {
    does(&it.there, "1", "Like", json!("http://verbund.example/ap/post/1")).to_string()
}

fn signed(it: &Meeting, scheme: Scheme, body: &str) -> Request {
    it.there.signed("mia", scheme, INBOX, body, it.app.clock.now())
}

async fn refused(it: &Meeting, request: Request, why: &str) {
    let answer = deliver(it, "/ap/inbox", request).await;
    assert_eq!(answer.status_code(), StatusCode::UNAUTHORIZED, "{why}");
    let said: Value = answer.json();
    assert!(said["error"].as_str().is_some_and(|said| said.contains(why)), "{said} does not say {why}");
    assert_eq!(it.count("SELECT COUNT(*) FROM received").await, 0, "nothing of it is kept");
}

on_both! {
    async fn a_message_with_a_wrong_digest_or_none_is_refused_at_once(stage: Stage) {
        let it = Meeting::of(stage).await;
        for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
            let mut changed = signed(&it, scheme, &like(&it));
            changed.body = does(&it.there, "2", "Like", json!("http://verbund.example/ap/post/2")).to_string().into();
            refused(&it, changed, "digest").await;
        }
        let mut none = signed(&it, Scheme::Cavage, &like(&it));
        none.headers.remove("signature");
        refused(&it, none, "no signature").await;
    }
}

on_both! {
    async fn an_old_message_is_refused(stage: Stage) {
        let it = Meeting::of(stage).await;
        for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
            let old = it.app.clock.now().plus_hours(-48);
            let request = it.there.signed("mia", scheme, INBOX, &like(&it), old);
            refused(&it, request, "too old").await;
        }
    }
}

on_both! {
    async fn a_message_for_another_host_is_not_taken(stage: Stage) {
        let it = Meeting::of(stage).await;
        let to = "http://inner.example/ap/inbox";
        for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
            let request = it.there.signed("mia", scheme, to, &like(&it), it.app.clock.now());
            let mut request = request;
            request.headers.insert("host", HeaderValue::from_static("inner.example"));
            let answer = deliver(&it, "/ap/inbox", request).await;
            run_jobs(&it.app).await;
            let said = if answer.status_code() == StatusCode::ACCEPTED { it.outcome().await } else { answer.text() };
            assert!(said.contains("inner.example") && said.contains("proxy"), "{said}");
        }
    }
}

on_both! {
    async fn what_is_huge_deep_or_nothing_at_all_is_refused(stage: Stage) {
        let it = Meeting::of(stage).await;
        let huge = json!({ "id": it.there.url("/a"), "type": "Like", "actor": it.there.url("/u/mia"), "x": "y".repeat(300_000) });
        let deep = format!("{{\"object\":{}1{}}}", "[".repeat(50_000), "]".repeat(50_000));
        for (body, status) in [
            (huge.to_string(), StatusCode::PAYLOAD_TOO_LARGE),
            (deep, StatusCode::BAD_REQUEST),
            ("null".into(), StatusCode::BAD_REQUEST),
            ("{}".into(), StatusCode::BAD_REQUEST),
        ] {
            let request = signed(&it, Scheme::Rfc9421, &body);
            assert_eq!(deliver(&it, "/ap/inbox", request).await.status_code(), status, "{}", &body[..body.len().min(40)]);
        }
        let nowhere = it.there.send(&it, "mia", "/ap/actor/nobody/inbox", &json!({ "id": it.there.url("/a"), "type": "Like", "actor": it.there.url("/u/mia") })).await;
        assert_eq!(nowhere.status_code(), StatusCode::NOT_FOUND);
        assert_eq!(it.count("SELECT COUNT(*) FROM received").await, 0);
    }
}

on_both! {
    async fn nobody_signs_for_another(stage: Stage) {
        let it = Meeting::of(stage).await;
        it.there.settle("eve");
        let post = it.post("Neu").await;
        let body = does(&it.there, "1", "Like", json!(post)).to_string();
        let request = it.there.signed("eve", Scheme::Rfc9421, INBOX, &body, it.app.clock.now());
        deliver(&it, "/ap/inbox", request).await;
        run_jobs(&it.app).await;
        assert_eq!(it.outcome().await, "refused: the key belongs to another actor");
        let other = does(&it.there, "2", "Like", json!(post)).to_string().replace(&it.there.url(""), "http://127.0.0.1:9");
        let request = it.there.signed("mia", Scheme::Rfc9421, INBOX, &other, it.app.clock.now());
        deliver(&it, "/ap/inbox", request).await;
        run_jobs(&it.app).await;
        assert_eq!(it.outcome().await, "refused: the key is of another server than the actor");
        assert_eq!(it.count("SELECT COUNT(*) FROM remote_object").await, 0);
    }
}

on_both! {
    async fn a_key_that_leads_inwards_is_not_fetched(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu").await;
        let body = does(&it.there, "1", "Like", json!(post)).to_string();
        let request = it.there.signed("mia", Scheme::Rfc9421, INBOX, &body, it.app.clock.now());
        // The program as it runs everywhere else: nothing private may be reached.
        deliver(&it, "/ap/inbox", request).await;
        run_jobs(&it.stage.app).await;
        assert_eq!(it.there.asked("/u/mia"), 0);
        assert_eq!(it.count("SELECT COUNT(*) FROM remote_object").await, 0);
    }
}

on_both! {
    async fn ten_thousand_mentions_and_a_script_are_only_a_note(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu").await;
        let mut loud = note(&it.there, "1", &post, "<p>Hallo<script>alert(1)</script></p>");
        let tags: Vec<Value> = (0..10_000).map(|n| json!({ "type": "Mention", "href": format!("//{n}") })).collect();
        loud["tag"] = json!(tags);
        let create = does(&it.there, "c", "Create", loud.clone());
        let answer = it.there.send(&it, "mia", "/ap/inbox", &create).await;
        assert_eq!(answer.status_code(), StatusCode::PAYLOAD_TOO_LARGE);
        loud["tag"] = json!(&tags[..5_000]);
        it.hear(&does(&it.there, "c", "Create", loud)).await;
        assert_eq!(it.word("SELECT text FROM utterance").await, "Hallo");
    }
}

on_both! {
    async fn an_object_that_holds_itself_is_looked_at_once(stage: Stage) {
        let it = Meeting::of(stage).await;
        let own = it.there.url("/n/1");
        it.there.show("/n/1", 200, json!({ "id": own, "type": "Note", "attributedTo": it.there.url("/u/mia"), "inReplyTo": own, "to": [own], "replies": own }));
        it.hear(&does(&it.there, "1", "Create", json!(own))).await;
        assert_eq!(it.there.asked("/n/1"), 1);
        assert_eq!(it.outcome().await, "ignored: it concerns nobody here");
    }
}

on_both! {
    async fn a_host_whose_messages_pile_up_is_asked_to_wait(stage: Stage) {
        let it = Meeting::of(stage).await;
        let host = it.there.url("").replace("http://", "");
        let mut tx = it.app.db.begin("test").await.expect("a transaction");
        for n in 0..crate::federation::flood::WAITING_OF_HOST {
            sqlx::query(
                "INSERT INTO received (id, fingerprint, activity_id, actor, host, path, headers, body, received_at, next_at)
                 VALUES ($1, $1, '', '', $2, '', '', '', 0, 9999999999999)",
            )
            .bind(n.to_string())
            .bind(&host)
            .execute(&mut *tx)
            .await
            .expect("written");
        }
        tx.commit().await.expect("committed");
        let answer = it.there.send(&it, "mia", "/ap/inbox", &serde_json::from_str(&like(&it)).expect("one")).await;
        assert_eq!(answer.status_code(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.headers().contains_key("retry-after"));
    }
}
