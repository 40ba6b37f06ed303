//! The program is killed at every named point of saving, proposing, signing off, asking and
//! becoming due; then it is started again and does the same once more. Nothing may be lost,
//! nothing half done, nothing done twice.
//!
//! The child is this very test binary: it plays one scene against the same database and dies at
//! the point that the environment names.
use std::process::Command;
use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum_test::TestServer;

use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::store_mail;
use crate::on_both;
use crate::page::place::Domains;
use crate::post::editing::store_revision;
use crate::post::signoff::state::State;
use crate::post::signoff::step::Act;
use crate::post::{RevisionId, store, store_dossier};
use crate::testing::{NOW, Stage, open_beside, run_jobs, server_of};

/// What the child does, as it is told by the environment.
const SCENE: &str = "VERBUND_TEST_SCENE";

const SAVING: [&str; 6] = [
    "post.save.before_write",
    "post.save.after_revision",
    "post.save.after_step",
    "post.save.after_write",
    "post.save.before_commit",
    "post.save.after_commit",
];
const ACTING: [&str; 3] = ["post.act.after_step", "post.act.before_commit", "post.act.after_commit"];
const ASKING: [&str; 3] = ["post.ask.after_step", "post.ask.before_commit", "post.ask.after_commit"];
const MISSING: [&str; 3] = ["post.due.after_step", "post.due.before_commit", "post.due.after_commit"];

/// One thing that is done, by whom, in the child and again afterwards.
struct Scene<'a> {
    name: &'a str,
    cookie: &'a str,
    number: i64,
    revision: &'a str,
}

async fn send(server: &TestServer, cookie: &str, path: &str, form: &[(&str, &str)]) -> u16 {
    let cookie = HeaderValue::from_str(cookie).expect("a cookie");
    server.post(path).add_header(header::COOKIE, cookie).form(form).await.status_code().as_u16()
}

/// Plays a scene against an app; the answer does not matter, what the database holds does.
async fn perform(app: &App, scene: &Scene<'_>) {
    let server = server_of(app, Arc::new(Domains::default()));
    let post = format!("/desk/muebi/posts/{}", scene.number);
    match scene.name {
        "save" => {
            let form =
                [("title", "Zweite Fassung"), ("body", "Neu."), ("base", scene.revision), ("sitting", "s")];
            send(&server, scene.cookie, &format!("{post}/save"), &form).await;
        }
        "propose" => {
            let form = [("revision", scene.revision), ("date", "2026-11-27"), ("time", "10:00")];
            send(&server, scene.cookie, &format!("{post}/proposal"), &form).await;
        }
        "approve" => {
            send(&server, scene.cookie, &format!("{post}/approval"), &[("revision", scene.revision)]).await;
        }
        "job" => run_jobs(app).await,
        other => panic!("no scene is called {other}"),
    }
}

/// The child's part; without its environment there is nothing to play.
#[tokio::test]
async fn child() {
    let Ok(name) = std::env::var(SCENE) else { return };
    let of = |key: &str| std::env::var(key).expect("the parent has said it");
    let now = Instant(of("SCENE_NOW").parse().expect("a number"));
    let app = open_beside(&of("SCENE_URL"), of("SCENE_FOLDER").as_ref(), now).await;
    let (cookie, revision) = (of("SCENE_COOKIE"), of("SCENE_REVISION"));
    let number = of("SCENE_NUMBER").parse().expect("a number");
    perform(&app, &Scene { name: &name, cookie: &cookie, number, revision: &revision }).await;
    panic!("{} was never reached in {name}", of("VERBUND_KILL_AT"));
}

/// Lets a child play a scene and die at a point; fails when it did not die there.
fn kill_at(stage: &Stage, point: &str, scene: &Scene<'_>) {
    let output = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "kill_tests::child", "--nocapture"])
        .env(SCENE, scene.name)
        .env("VERBUND_KILL_AT", point)
        .env("SCENE_URL", &stage.url)
        .env("SCENE_FOLDER", stage.folder())
        .env("SCENE_NOW", stage.app.clock.now().millis().to_string())
        .env("SCENE_COOKIE", scene.cookie)
        .env("SCENE_NUMBER", scene.number.to_string())
        .env("SCENE_REVISION", scene.revision)
        .output()
        .expect("the child starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("killed at {point}")), "{point}: {said}");
}

/// Makes a post with a first version by Anna of Borken, and proposes it if asked to.
async fn prepare(stage: &Stage, proposed: bool) -> (i64, String, String) {
    let anna = stage.sign_in(&stage.cast.anna).await;
    let server = stage.server();
    send(&server, &anna, "/desk/muebi/posts", &[]).await;
    let mut conn = stage.app.db.read().await.expect("a connection");
    let posts = store::latest(&mut conn, &stage.cast.muebi.id, 50).await.expect("posts");
    let number = posts.iter().map(|post| post.number).max().expect("a post");
    drop(conn);
    let house = stage.cast.borken.id.as_str();
    let path = format!("/desk/muebi/posts/{number}/save");
    let form = [("title", "Erste Fassung"), ("body", "Alt."), ("byline", house), ("language", "de")];
    send(&server, &anna, &path, &form).await;
    let revision = head(stage, number).await;
    if proposed {
        perform(&stage.app, &Scene { name: "propose", cookie: &anna, number, revision: &revision }).await;
    }
    (number, anna, revision)
}

async fn head(stage: &Stage, number: i64) -> String {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let post = store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
    post.head_revision_id.map(|id| id.0).unwrap_or_default()
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

/// Lets time pass until the dead process's leases have run out, and does what was left.
async fn recover(stage: &Stage) {
    stage.app.clock.set(stage.app.clock.now().plus_seconds(90));
    stage.run_jobs().await;
}

on_both! {
    async fn killed_while_saving_nothing_typed_is_lost_and_nothing_is_there_twice(stage: Stage) {
        for point in SAVING {
            let (number, anna, revision) = prepare(&stage, false).await;
            let scene = Scene { name: "save", cookie: &anna, number, revision: &revision };
            kill_at(&stage, point, &scene);
            let after = head(&stage, number).await;
            assert_eq!(after != revision, point == "post.save.after_commit", "{point}: half a save");
            perform(&stage.app, &scene).await;
            let mut conn = stage.app.db.read().await.expect("a connection");
            let post = store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
            let all = store_revision::all(&mut conn, &post.id).await.expect("versions");
            let titles: Vec<String> = all.iter().map(|it| it.content().expect("a text").title).collect();
            assert_eq!(titles, ["Zweite Fassung", "Erste Fassung"], "{point}");
            assert!(store_revision::by_id(&mut conn, &post.id, &RevisionId(revision)).await.is_ok());
        }
    }
}

on_both! {
    async fn killed_while_proposing_it_is_proposed_once_and_somebody_is_asked(stage: Stage) {
        for point in ACTING {
            let (number, anna, revision) = prepare(&stage, false).await;
            let scene = Scene { name: "propose", cookie: &anna, number, revision: &revision };
            kill_at(&stage, point, &scene);
            let proposed = |act: &Act| matches!(act, Act::Proposed { .. });
            let done = usize::from(point == "post.act.after_commit");
            assert_eq!(count(&stage, number, proposed).await, done, "{point}: half a proposal");
            perform(&stage.app, &scene).await;
            recover(&stage).await;
            assert_eq!(count(&stage, number, proposed).await, 1, "{point}");
            let asked = |act: &Act| matches!(act, Act::Asked { .. });
            assert_eq!(count(&stage, number, asked).await, 1, "{point}: nobody, or somebody twice, is asked");
        }
    }
}

on_both! {
    async fn killed_while_signing_off_it_is_signed_off_once_and_public_when_due(stage: Stage) {
        for point in ACTING {
            let (number, _, revision) = prepare(&stage, true).await;
            let bernd = stage.sign_in(&stage.cast.bernd).await;
            let scene = Scene { name: "approve", cookie: &bernd, number, revision: &revision };
            kill_at(&stage, point, &scene);
            let approved = |act: &Act| matches!(act, Act::Approved(_));
            let done = usize::from(point == "post.act.after_commit");
            assert_eq!(count(&stage, number, approved).await, done, "{point}: half an approval");
            perform(&stage.app, &scene).await;
            assert_eq!(count(&stage, number, approved).await, 1, "{point}");
            let mut conn = stage.app.db.read().await.expect("a connection");
            let post = store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
            let due = post.due_at.expect("a time");
            assert_eq!(post.public_revision(due.plus_seconds(-1)), None, "{point}");
            assert_eq!(post.public_revision(due), Some(&RevisionId(revision)), "{point}");
        }
    }
}

on_both! {
    async fn killed_while_asking_one_house_is_asked_and_each_letter_is_written_once(stage: Stage) {
        let mut before = letters(&stage).await.len();
        for point in ASKING {
            let (number, _, _) = prepare(&stage, true).await;
            kill_at(&stage, point, &Scene { name: "job", cookie: "", number, revision: "" });
            recover(&stage).await;
            let asked = |act: &Act| matches!(act, Act::Asked { .. });
            assert_eq!(count(&stage, number, asked).await, 1, "{point}");
            let now = letters(&stage).await.len();
            assert!(now - before <= 1, "{point}: {:?}", letters(&stage).await);
            before = now;
        }
    }
}

on_both! {
    async fn killed_while_telling_that_a_time_was_missed_it_is_told_once_and_never_published(stage: Stage) {
        for point in MISSING {
            stage.app.clock.set(NOW);
            let (number, _, _) = prepare(&stage, true).await;
            stage.run_jobs().await;
            stage.app.clock.set(NOW.plus_hours(30));
            kill_at(&stage, point, &Scene { name: "job", cookie: "", number, revision: "" });
            recover(&stage).await;
            let missed = |act: &Act| matches!(act, Act::Missed { .. });
            assert_eq!(count(&stage, number, missed).await, 1, "{point}");
            let mut conn = stage.app.db.read().await.expect("a connection");
            let post = store::by_number(&mut conn, &stage.cast.muebi.id, number).await.expect("the post");
            let now = stage.app.clock.now();
            assert_eq!((post.state(now), post.public_revision(now)), (State::Missed, None), "{point}");
        }
    }
}
