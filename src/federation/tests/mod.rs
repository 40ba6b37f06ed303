//! What our actors promise to other servers, and what they take from them.
use axum_test::{TestResponse, TestServer};
use serde_json::{Value, json};

use crate::base::app::App;
use crate::channel::{Channel, Network, store as channel_store};
use crate::consortium::Consortium;
use crate::federation::actor::Actor;
use crate::federation::standing::ensure;
use crate::institution::Institution;
use crate::page::place::Domains;
use crate::testing::{NOW, Stage, run_jobs, server_of};
use neighbour::Neighbour;

mod documents;
mod fuzz;
mod hostile;
mod incoming;
mod moving;
pub mod neighbour;
mod pasture;
pub mod peer;
mod voice;

/// A Verbund that speaks in the Fediverse, and a server out there.
pub struct Meeting {
    pub stage: Stage,
    /// The program, allowed to reach the servers of a test.
    pub app: App,
    server: TestServer,
    pub there: Neighbour,
}

impl Meeting {
    pub async fn of(stage: Stage) -> Meeting {
        let mut config = stage.app.config.clone();
        config.outgoing.is_private = true;
        let from = &stage.app;
        let (db, clock, files, seal) =
            (from.db.clone(), from.clock.clone(), from.files.clone(), from.seal.clone());
        let app = App::new(db, clock, config, files, seal, false);
        let server = server_of(&app, std::sync::Arc::new(Domains::default()));
        let there = Neighbour::open().await;
        let it = Meeting { stage, app, server, there };
        it.speak(&it.stage.cast.muebi.clone(), "{}").await;
        it
    }

    /// Switches a Verbund's channel in the Fediverse on.
    async fn speak(&self, it: &Consortium, settings: &str) {
        let mut tx = self.app.db.begin(it.id.as_str()).await.expect("a transaction");
        channel_store::insert(&mut tx, &channel(it, settings)).await.expect("a channel");
        self.app.commit(tx, it.id.as_str()).await.expect("committed");
    }

    async fn verbund(&self) -> Actor {
        ensure(&self.app, &self.stage.cast.muebi, None).await.expect("an actor")
    }

    async fn house(&self, house: &Institution) -> Actor {
        ensure(&self.app, &self.stage.cast.muebi, Some(house)).await.expect("an actor")
    }

    /// Asks as another server does.
    async fn ask(&self, path: &str) -> TestResponse {
        self.server.get(path).add_header("accept", "application/activity+json").await
    }

    async fn document(&self, path: &str) -> Value {
        let answer = self.ask(path).await;
        answer.assert_status_ok();
        answer.json()
    }

    /// Sends an activity of somebody out there, signed as they do, and reads it.
    pub async fn hear(&self, activity: &Value) {
        let answer = self.there.send(self, "mia", "/ap/inbox", activity).await;
        assert_eq!(answer.status_code(), 202, "{}", answer.text());
        run_jobs(&self.app).await;
    }

    /// Tells what became of the message that came last.
    pub async fn outcome(&self) -> String {
        let sql = "SELECT outcome FROM received ORDER BY received_at DESC, id DESC LIMIT 1";
        self.word(sql).await
    }

    async fn word(&self, sql: &'static str) -> String {
        let mut conn = self.app.db.read().await.expect("a connection");
        let found: Option<(String,)> = sqlx::query_as(sql).fetch_optional(&mut *conn).await.expect("asked");
        found.map(|(word,)| word).unwrap_or_default()
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        let mut conn = self.app.db.read().await.expect("a connection");
        let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a number");
        count
    }

    /// Publishes a post of Borken and gives the id of its object.
    pub async fn post(&self, title: &str) -> String {
        let content = crate::post::writing::content::Content {
            title: title.into(),
            body: "Ein *Satz*.".into(),
            byline: vec![self.stage.cast.borken.id.clone()],
            ..Default::default()
        };
        let number = self.stage.publish(content, None).await;
        format!("{}/ap/post/{}", self.app.config.public_url, self.stage.id_of(number).await)
    }
}

pub fn channel(it: &Consortium, settings: &str) -> Channel {
    Channel {
        settings: settings.into(),
        on_at: Some(NOW),
        ..Channel::new(&it.id, Network::Fediverse, "Fediverse", NOW)
    }
}

/// A note of Mia's.
pub fn note(there: &Neighbour, name: &str, to: &str, html: &str) -> Value {
    json!({
        "id": there.url(&format!("/n/{name}")),
        "type": "Note",
        "attributedTo": there.url("/u/mia"),
        "inReplyTo": to,
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "content": html,
        "contentMap": { "de": html },
        "published": "2026-11-25T10:00:00Z",
    })
}

/// Something that Mia does.
pub fn does(there: &Neighbour, name: &str, kind: &str, object: Value) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": there.url(&format!("/a/{name}")),
        "type": kind,
        "actor": there.url("/u/mia"),
        "object": object,
    })
}
