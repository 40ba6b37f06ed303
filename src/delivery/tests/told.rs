//! What Meta tells by itself: believed with the app's signature alone, taken in once.
use axum::http::StatusCode;
use serde_json::json;

use super::channel;
use crate::channel::meta::{Access, webhook};
use crate::channel::{Channel, Network, store};
use crate::conversation::store as conversations;
use crate::on_both;
use crate::testing::{NOW, Stage};

const SECRET: &str = "secret-of-the-app";
const TOLD: &str = r#"{"object":"page","entry":[{"id":"17","changes":[{"field":"feed","value":
  {"item":"comment","verb":"add","comment_id":"17_2","post_id":"17_1","from":{"id":"9","name":"Karla"},
   "message":"Wann genau?","created_time":1795679000}}]}]}"#;

async fn connected(stage: &Stage) -> Channel {
    let mut it = Channel {
        settings: json!({ "page": "17", "account": "" }).to_string(),
        ..channel(&stage.cast.muebi.id, Network::Facebook, Some(NOW.plus_hours(-1)))
    };
    let access = Access { app_id: "1".into(), app_secret: SECRET.into(), ..Access::default() };
    it.secret = access.close(&stage.app, &it).expect("sealed");
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    store::insert(&mut tx, &it).await.expect("a channel");
    tx.commit().await.expect("committed");
    it
}

fn tag(secret: &str, body: &str) -> String {
    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret.as_bytes());
    format!("sha256={}", hex::encode(aws_lc_rs::hmac::sign(&key, body.as_bytes())))
}

on_both! {
    async fn a_comment_that_meta_tells_of_is_in_the_eingang_once(stage: Stage) {
        connected(&stage).await;
        let server = stage.server();
        for (body, tag, status) in [
            (TOLD, tag("somebody-else", TOLD), StatusCode::UNAUTHORIZED),
            (TOLD, String::new(), StatusCode::UNAUTHORIZED),
            ("nothing", tag(SECRET, "nothing"), StatusCode::BAD_REQUEST),
            (TOLD, tag(SECRET, TOLD), StatusCode::OK),
            (TOLD, tag(SECRET, TOLD), StatusCode::OK),
        ] {
            let sent = server.post("/hooks/meta").add_header("x-hub-signature-256", tag).text(body).await;
            sent.assert_status(status);
        }
        stage.run_jobs().await;
        let mut conn = stage.app.db.read().await.expect("a connection");
        let it = conversations::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("a conversation");
        let said = conversations::utterances(&mut conn, &it.id).await.expect("what was said");
        let texts: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
        assert_eq!(texts, ["Wann genau?"]);
        assert!(conversations::by_number(&mut conn, &stage.cast.muebi.id, 2).await.is_err());
    }
}

on_both! {
    async fn only_who_knows_the_word_is_told_that_this_is_the_place(stage: Stage) {
        connected(&stage).await;
        let server = stage.server();
        let asked = |word: &str| format!("/hooks/meta?hub.mode=subscribe&hub.challenge=42&hub.verify_token={word}");
        let answer = server.get(&asked(&webhook::word(SECRET))).await;
        answer.assert_status_ok();
        answer.assert_text("42");
        server.get(&asked("made-up")).await.assert_status_not_found();
        server.get("/hooks/meta").await.assert_status_not_found();
    }
}
