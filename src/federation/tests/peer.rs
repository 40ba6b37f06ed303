//! A real server on another implementation: it finds us, follows, answers, likes, changes, takes back.
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::channel;
use crate::base::app::App;
use crate::base::clock::{Clock, Instant};
use crate::base::door::Request;
use crate::channel::store as channel_store;
use crate::federation::actor::Actor;
use crate::federation::outgoing::pump;
use crate::federation::standing::ensure;
use crate::listen::{self, Limits};
use crate::on_both;
use crate::page::place::Domains;
use crate::serve;
use crate::testing::{Stage, run_jobs};

/// Our own server on a real port, and a peer that is told what to do.
pub struct Encounter {
    pub stage: Stage,
    pub app: App,
    peer: String,
}

impl Encounter {
    pub async fn with(stage: Stage, peer: String) -> Encounter {
        // The peer looks at the real time; so do we.
        let now = Instant::from(jiff::Timestamp::now());
        stage.app.clock.set(now);
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let mut config = stage.app.config.clone();
        config.outgoing.is_private = true;
        config.public_url = format!("http://{}", listener.local_addr().expect("an address"));
        let from = &stage.app;
        let (db, files, seal) = (from.db.clone(), from.files.clone(), from.seal.clone());
        let app = App::new(db, Clock::real(), config, files, seal, false);
        let service = serve::service(&app, Arc::new(Domains::default()));
        tokio::spawn(listen::serve(listener, service, Limits::default(), std::future::pending()));
        let mut tx = app.db.begin("test").await.expect("a transaction");
        let mut channel = channel(&stage.cast.muebi, "{}");
        channel.on_at = Some(now.plus_hours(-1));
        channel_store::insert(&mut tx, &channel).await.expect("a channel");
        tx.commit().await.expect("committed");
        Encounter { stage, app, peer }
    }

    /// Tells the peer to do something and gives what it says.
    pub async fn tell(&self, verb: &str, what: Value) -> Value {
        let url = format!("{}/_t/{verb}", self.peer).parse().expect("an address");
        let answer = self.app.door.send(Request::post(url).json(&what)).await.expect("the peer answers");
        assert!(answer.is_good(), "{verb}: {}", String::from_utf8_lossy(&answer.body));
        answer.json().expect("JSON")
    }

    /// Does what is due until a question to the database has this answer.
    pub async fn until(&self, sql: &'static str, expected: i64) {
        for _ in 0..300 {
            run_jobs(&self.app).await;
            pump::run_due(&self.app).await.expect("the pump works");
            if self.count(sql).await == expected {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{sql} never became {expected}; {}", self.outcomes().await);
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let mut conn = self.app.db.read().await.expect("a connection");
        let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a number");
        count
    }

    pub async fn word(&self, sql: &'static str) -> String {
        let mut conn = self.app.db.read().await.expect("a connection");
        let (word,): (String,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a word");
        word
    }

    async fn outcomes(&self) -> String {
        let mut conn = self.app.db.read().await.expect("a connection");
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT activity_id, outcome FROM received")
            .fetch_all(&mut *conn)
            .await
            .expect("rows");
        format!("{rows:?}")
    }

    /// Waits until the peer has heard something of a type that is about an address.
    pub async fn peer_heard(&self, kind: &str, about: &str) {
        for _ in 0..300 {
            pump::run_due(&self.app).await.expect("the pump works");
            let heard = self.tell("heard", json!({})).await;
            let hears = |it: &Value| it["type"] == kind && it.to_string().contains(about);
            if heard.as_array().is_some_and(|all| all.iter().any(hears)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the peer never heard {kind} about {about}: {}", self.tell("heard", json!({})).await);
    }
}

/// Plays what people of the peer do, from finding a house to taking back what they said.
async fn meet(stage: Stage, peer: &str, who: &str) {
    let Some(peer) = Stage::peer(peer) else { return };
    let it = Encounter::with(stage, peer).await;
    let house: Actor =
        ensure(&it.app, &it.stage.cast.muebi, Some(&it.stage.cast.borken)).await.expect("an actor");
    let id = house.url(&it.app.config);
    let page = format!("{}/muebi/einrichtung/borken", it.app.config.public_url);
    let found = it.tell("webfinger", json!({ "at": page })).await;
    let links = found["links"].as_array().expect("links");
    assert!(links.iter().any(|link| link["rel"] == "self" && link["href"] == id.as_str()), "{found}");
    let info = it.tell("nodeinfo", json!({ "at": it.app.config.public_url })).await;
    assert_eq!(info["software"]["name"], "verbund", "{info}");
    let seen = it.tell("look", json!({ "at": id, "as": who })).await;
    assert_eq!(seen["preferredUsername"], "muebi.borken", "{seen}");

    let follow = it.tell("follow", json!({ "as": who, "to": id })).await;
    it.until("SELECT COUNT(*) FROM follower", 1).await;
    it.peer_heard("Accept", follow["id"].as_str().expect("an id")).await;

    let content = crate::post::writing::content::Content {
        title: "Neu im Regal".into(),
        body: "Ein Satz.".into(),
        byline: vec![it.stage.cast.borken.id.clone()],
        ..Default::default()
    };
    let number = it.stage.publish(content, None).await;
    let post = format!("{}/ap/post/{}", it.app.config.public_url, it.stage.id_of(number).await);
    let seen = it.tell("look", json!({ "at": post, "as": who })).await;
    assert!(seen.to_string().contains("Neu im Regal"), "{seen}");

    let said = it.tell("say", json!({ "as": who, "to": id, "about": post, "text": "<p>Schön!</p>" })).await;
    it.until("SELECT COUNT(*) FROM utterance WHERE kind = 'reply' AND text = 'Schön!'", 1).await;
    assert!(it.word("SELECT author_handle FROM utterance").await.starts_with(&format!("@{who}@127.0.0.1:")));
    it.tell("like", json!({ "as": who, "to": id, "about": post })).await;
    it.until("SELECT COUNT(*) FROM remote_object WHERE kind = 'like'", 1).await;
    it.tell("share", json!({ "as": who, "to": id, "about": post })).await;
    it.until("SELECT COUNT(*) FROM remote_object WHERE kind = 'share'", 1).await;
    let note = said["object"].clone();
    it.tell(
        "edit",
        json!({ "as": who, "to": id, "about": post, "note": note, "text": "<p>Sehr schön!</p>" }),
    )
    .await;
    it.until("SELECT COUNT(*) FROM utterance WHERE text = 'Sehr schön!'", 1).await;
    it.tell("remove", json!({ "as": who, "to": id, "note": note })).await;
    it.until("SELECT COUNT(*) FROM utterance WHERE removed_at IS NOT NULL AND text = ''", 1).await;
    it.tell("unfollow", json!({ "as": who, "to": id, "undo": follow["id"] })).await;
    it.until("SELECT COUNT(*) FROM follower", 0).await;
}

on_both! {
    async fn a_server_that_signs_by_rfc_9421_meets_a_house(stage: Stage) {
        meet(stage, "FEDIFY", "carol").await;
    }
}

on_both! {
    async fn a_server_that_signs_by_draft_cavage_meets_a_house(stage: Stage) {
        meet(stage, "FEDIFY_CAVAGE", "carol").await;
    }
}
