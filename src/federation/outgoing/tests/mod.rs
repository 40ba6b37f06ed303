//! What going out promises: once to each server, in order, patiently, and nobody waits for the dead.
use serde_json::{Value, json};

use super::pump::run_due;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::consortium::Consortium;
use crate::federation::actor::Actor;
use crate::federation::store_actor;
use crate::testing::Stage;

mod failing;
mod fetching;
mod meeting;
mod pacing;
mod sending;
pub mod sink;

/// The same program, allowed to reach the servers of a test.
pub fn reaching_tests(app: &App) -> App {
    let mut config = app.config.clone();
    config.outgoing.is_private = true;
    App::new(app.db.clone(), app.clock.clone(), config, app.files.clone(), app.seal.clone(), app.demo)
}

/// Gives the actor of a Verbund.
pub async fn verbund(stage: &Stage, consortium: &Consortium) -> Actor {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let now = stage.app.clock.now();
    let actor = store_actor::ensure_for_consortium(&mut tx, consortium, now).await.expect("an actor");
    tx.commit().await.expect("committed");
    actor
}

/// Lets somebody follow an actor of ours, behind an inbox they share or their own.
pub async fn follows(stage: &Stage, actor: &Actor, who: &str, inbox: &str, shared: &str) {
    let host = super::host_of(&inbox.parse().expect("an address"));
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    sqlx::query(
        "INSERT INTO remote_actor (id, host, handle, inbox, shared_inbox, read_at) VALUES ($1, $2, $3, $4, $5, 0)
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(who)
    .bind(host)
    .bind("@leserin@dort.example")
    .bind(inbox)
    .bind(shared)
    .execute(&mut *tx)
    .await
    .expect("known");
    sqlx::query("INSERT INTO follower (actor_id, remote_id, follow_id, since_at) VALUES ($1, $2, $3, 0)")
        .bind(&actor.id)
        .bind(who)
        .bind(format!("{who}/follow/{}", actor.id))
        .execute(&mut *tx)
        .await
        .expect("follows");
    tx.commit().await.expect("committed");
}

/// An activity about a post.
pub fn activity(kind: &str, name: &str) -> Value {
    let post = "http://verbund.example/ap/post/1";
    json!({ "id": format!("{post}/{name}"), "type": kind, "object": { "id": post, "type": "Note" } })
}

/// Says something to the followers of an actor.
pub async fn say(stage: &Stage, actor: &Actor, activity: &Value) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let now = stage.app.clock.now();
    super::send_to_followers(&mut tx, actor, activity, now).await.expect("said");
    tx.commit().await.expect("committed");
}

/// Lets the pump do what is due.
pub async fn pump(stage: &Stage) {
    run_due(&reaching_tests(&stage.app)).await.expect("the pump works");
}

pub async fn progress(stage: &Stage) -> super::Progress {
    let mut conn = stage.app.db.read().await.expect("a connection");
    super::progress(&mut conn, "http://verbund.example/ap/post/1").await.expect("told")
}

pub async fn count(stage: &Stage, sql: &'static str) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a count");
    count
}

pub fn later(stage: &Stage, seconds: i64) -> Instant {
    let at = stage.app.clock.now().plus_seconds(seconds);
    stage.app.clock.set(at);
    at
}
