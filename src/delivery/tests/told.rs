//! What Meta tells by itself: believed with the app's signature alone, taken in once.
use axum::http::StatusCode;
use serde_json::json;

use super::channel;
use crate::channel::meta::{Access, webhook};
use crate::channel::outcome::{Outcome, Remote};
use crate::channel::{Channel, Network, store};
use crate::conversation::store as conversations;
use crate::delivery::outcome::settle;
use crate::delivery::{store as deliveries, work_plan};
use crate::on_both;
use crate::post::store as post_store;
use crate::post::writing::content::Content;
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
    async fn a_comment_below_a_post_of_ours_is_about_it_and_comes_to_its_house(stage: Stage) {
        let channel = connected(&stage).await;
        let borken = stage.cast.borken.id.clone();
        let content = Content { title: "Lesenacht".into(), byline: vec![borken.clone()], ..Content::default() };
        let number = stage.publish(content, None).await;
        work_plan::plan_all(&stage.app, &mut work_plan::Memory::default()).await.expect("planned");
        let muebi = &stage.cast.muebi.id;
        let mut tx = stage.app.db.begin(muebi.as_str()).await.expect("a transaction");
        let post = post_store::by_number(&mut tx, muebi, number).await.expect("the post");
        let mut row = deliveries::of_post(&mut tx, &post.id).await.expect("rows").remove(0).row;
        let remote = Remote { url: String::new(), ids: vec!["17_1".into()], more: json!({}) };
        settle(&mut row, Outcome::Sent(remote), NOW);
        deliveries::save(&mut tx, &row).await.expect("saved");
        tx.commit().await.expect("committed");
        for (id, found) in [("17_1", Some(post.id.clone())), ("17x1", None), ("7_1", None), ("%", None)] {
            let mut conn = stage.app.db.read().await.expect("a connection");
            assert_eq!(deliveries::post_under(&mut conn, &channel.id, id).await.expect("asked"), found, "{id}");
        }
        let sent = stage.server().post("/hooks/meta").add_header("x-hub-signature-256", tag(SECRET, TOLD)).text(TOLD);
        sent.await.assert_status_ok();
        stage.run_jobs().await;
        let mut conn = stage.app.db.read().await.expect("a connection");
        let it = conversations::by_number(&mut conn, muebi, 1).await.expect("a conversation");
        assert_eq!((it.post_id, it.institution_id), (Some(post.id), Some(borken)));
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
