//! The program is killed at every named point of saving, signing off, becoming public, of
//! pictures, consents and letters; then it is started again and does the same once more. Nothing
//! may be lost, nothing half done, nothing done twice.
//!
//! The child is this very test binary: it plays one scene against the same database and dies at
//! the point that the environment names. That no point is forgotten is a rule of the house.
use std::process::Command;
use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum_test::TestServer;
use serde::{Deserialize, Serialize};

use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::mail_tests::with_mail;
use crate::base::store_mail;
use crate::media::tests::acting::{photo, send as upload};
use crate::page::place::Domains;
use crate::post::signoff::step::Act;
use crate::post::{Post, store, store_dossier};
use crate::testing::{Stage, open_beside, run_jobs, server_of};

mod answering;
mod approving;
mod delivering;
mod federating;
mod merging;
mod networks;
mod newsletter;
mod pictures;
mod planning;
mod play;
mod publishing;
mod receiving;
mod saving;
mod sending;
mod soaking;
mod withdrawing;

/// What the child does, as the environment says it.
const SCENE: &str = "VERBUND_TEST_SCENE";

/// One thing that is done: by the child, which dies over it, and once more afterwards.
#[derive(Serialize, Deserialize)]
enum Scene {
    /// Somebody sends a form.
    Form { cookie: String, path: String, fields: Vec<(String, String)> },
    /// Somebody uploads a picture.
    Upload { cookie: String },
    /// A post is given to the newsletter, as a delivery does.
    Newsletter { channel: String, number: i64 },
    /// The worker does all that is due; letters go out where a mail server is named.
    Work { smtp: Option<String> },
    /// The pump does all that is due; the Graph API is reached here.
    Send { graph: Option<String> },
    /// Something is said in the Fediverse, or carried out there.
    Federation { act: String, number: i64 },
    /// Another server sends a message.
    Received { path: String, headers: Vec<(String, String)>, body: String },
}

const WORK: Scene = Scene::Work { smtp: None };

/// Says that somebody sends a form about a post.
fn about(cookie: &str, number: i64, verb: &str, fields: &[(&str, &str)]) -> Scene {
    form(cookie, &format!("posts/{number}/{verb}"), fields)
}

/// Says that somebody sends a form at the desk.
fn form(cookie: &str, path: &str, fields: &[(&str, &str)]) -> Scene {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Scene::Form { cookie: cookie.to_owned(), path: format!("/desk/muebi/{path}"), fields }
}

/// Plays a scene against an app. What the database holds afterwards counts, not the answer.
async fn perform(app: &App, scene: &Scene) {
    let server = server_of(app, Arc::new(Domains::default()));
    match scene {
        Scene::Form { cookie, path, fields } => {
            let cookie = HeaderValue::from_str(cookie).expect("a cookie");
            server.post(path).add_header(header::COOKIE, cookie).form(fields).await;
        }
        Scene::Upload { cookie } => {
            upload(&server, cookie, &[("IMG_1.JPG", photo(900, 600))]).await;
        }
        Scene::Newsletter { channel, number } => {
            crate::newsletter::tests::deliver_on(app, "muebi", channel, *number).await;
        }
        Scene::Work { smtp } => {
            let app = smtp.as_ref().map_or_else(|| app.clone(), |smtp| with_mail(app, smtp));
            run_jobs(&app).await;
        }
        Scene::Send { graph } => play::send(app, graph.as_deref()).await,
        Scene::Federation { act, number } => federating::perform(app, act, *number).await,
        Scene::Received { path, headers, body } => receiving::deliver(app, path, headers, body).await,
    }
}

/// The child's part; without its environment there is nothing to play.
#[tokio::test]
async fn child() {
    let Ok(scene) = std::env::var(SCENE) else { return };
    let of = |key: &str| std::env::var(key).expect("the parent has said it");
    let now = Instant(of("SCENE_NOW").parse().expect("a number"));
    let app = open_beside(&of("SCENE_URL"), of("SCENE_FOLDER").as_ref(), now).await;
    perform(&app, &serde_json::from_str(&scene).expect("a scene")).await;
    panic!("{} was never reached in {scene}", of("VERBUND_KILL_AT"));
}

/// Lets a child play a scene and die at a point; fails when it did not die there.
async fn kill_at(stage: &Stage, point: &str, scene: &Scene) {
    if let Err(said) = dies_at(stage, point, scene).await {
        panic!("{point}: {said}");
    }
}

/// Lets a child play a scene; gives what it said if it did not die at the point. The parent goes on
/// meanwhile, for the lines to the servers around are held by it.
async fn dies_at(stage: &Stage, point: &str, scene: &Scene) -> Result<(), String> {
    let mut child = Command::new(std::env::current_exe().expect("this binary"));
    child
        .args(["--exact", "kill_tests::child", "--nocapture"])
        .env(SCENE, serde_json::to_string(scene).expect("a scene"))
        .env("VERBUND_KILL_AT", point)
        .env("SCENE_URL", &stage.url)
        .env("SCENE_FOLDER", stage.folder())
        .env("SCENE_NOW", stage.app.clock.now().millis().to_string());
    let output = tokio::task::spawn_blocking(move || child.output());
    let output = output.await.expect("it is waited for").expect("the child starts");
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains(&format!("killed at {point}")) { Ok(()) } else { Err(said.into_owned()) }
}

/// Starts the program again: the same database and files, nothing else remembered.
async fn started_again(stage: &Stage) -> TestServer {
    let app = open_beside(&stage.url, stage.folder(), stage.app.clock.now()).await;
    server_of(&app, Arc::new(Domains::default()))
}

/// Lets time pass until the dead process's leases have run out, and does what was left.
async fn recover(stage: &Stage) {
    stage.app.clock.set(stage.app.clock.now().plus_seconds(90));
    stage.run_jobs().await;
}

/// Makes a post with a first version by Anna of Borken, and proposes it if asked to. Gives its
/// number, Anna's cookie and the version.
async fn prepare(stage: &Stage, proposed: bool) -> (i64, String, String) {
    let anna = stage.sign_in(&stage.cast.anna).await;
    perform(&stage.app, &form(&anna, "posts", &[("new", "1")])).await;
    let mut conn = stage.app.db.read().await.expect("a connection");
    let posts = store::latest(&mut conn, &stage.cast.muebi.id, 50).await.expect("posts");
    let number = posts.iter().map(|post| post.number).max().expect("a post");
    drop(conn);
    let house = stage.cast.borken.id.as_str();
    let first = [("title", "Erste Fassung"), ("body", "Alt."), ("byline", house), ("language", "de")];
    perform(&stage.app, &about(&anna, number, "save", &first)).await;
    let revision = head(stage, number).await;
    if proposed {
        perform(&stage.app, &proposal(&anna, number, &revision)).await;
    }
    (number, anna, revision)
}

/// Proposes a version for Friday at ten.
fn proposal(cookie: &str, number: i64, revision: &str) -> Scene {
    let fields = [("revision", revision), ("date", "2026-11-27"), ("time", "10:00")];
    about(cookie, number, "proposal", &fields)
}

async fn post(stage: &Stage, number: i64) -> Post {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post")
}

async fn head(stage: &Stage, number: i64) -> String {
    post(stage, number).await.head_revision_id.map(|id| id.0).unwrap_or_default()
}

/// Counts the steps of a kind, and checks that lists say what the history says.
async fn count(stage: &Stage, number: i64, is: impl Fn(&Act) -> bool) -> usize {
    let now = stage.app.clock.now();
    let mut conn = stage.app.db.read().await.expect("a connection");
    let post = store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
    let listed = post.state(now);
    let dossier = store_dossier::open(&mut conn, post, now).await.expect("the dossier");
    assert_eq!(dossier.standing.state(now), listed, "the list says another state than the history");
    dossier.steps.iter().filter(|step| is(&step.act)).count()
}

async fn letters(stage: &Stage) -> Vec<String> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let letters = store_mail::newest(&mut conn, 100).await.expect("letters");
    let mut about: Vec<String> =
        letters.into_iter().map(|it| format!("{} {}", it.recipient, it.subject)).collect();
    about.sort();
    about
}

/// Counts what a question to the database finds.
async fn rows(stage: &Stage, sql: &'static str) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a number");
    count
}
