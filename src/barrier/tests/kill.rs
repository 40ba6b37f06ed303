//! The program is killed at every named point of taking a report in, answering it and reminding;
//! then the same is done once more. Nothing may be half there, and no letter twice.
use std::process::Command;
use std::sync::Arc;

use axum::http::{HeaderValue, header};

use crate::barrier::{Standing, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::store_mail;
use crate::on_both;
use crate::page::place::Domains;
use crate::testing::{NOW, Stage, open_beside, server_of};

/// What the child does, as it is told by the environment.
const SCENE: &str = "VERBUND_TEST_BARRIER";

const RECEIVING: [&str; 3] =
    ["barrier.receive.after_report", "barrier.receive.before_commit", "barrier.receive.after_commit"];
const ANSWERING: [&str; 2] = ["barrier.answer.after_answer", "barrier.answer.before_commit"];
const REMINDING: [&str; 2] = ["barrier.remind.before_commit", "barrier.remind.after_commit"];

async fn perform(app: &App, scene: &str, cookie: &str) {
    let server = server_of(app, Arc::new(Domains::default()));
    match scene {
        "report" => {
            let form = [("body", "Zu klein."), ("reply_to", "gast@leserin.example")];
            server.post("/muebi/barriere-melden").form(&form).await;
        }
        "answer" => {
            let cookie = HeaderValue::from_str(cookie).expect("a cookie");
            let form = [("answer", "Geändert."), ("note", "Größer.")];
            server.post("/desk/muebi/barriers/1/answer").add_header(header::COOKIE, cookie).form(&form).await;
        }
        "job" => crate::testing::run_jobs(app).await,
        other => panic!("no scene is called {other}"),
    }
}

/// The child's part; without its environment there is nothing to play.
#[tokio::test]
async fn child() {
    let Ok(scene) = std::env::var(SCENE) else { return };
    let of = |key: &str| std::env::var(key).expect("the parent has said it");
    let now = Instant(of("SCENE_NOW").parse().expect("a number"));
    let app = open_beside(&of("SCENE_URL"), of("SCENE_FOLDER").as_ref(), now).await;
    perform(&app, &scene, &of("SCENE_COOKIE")).await;
    panic!("{} was never reached in {scene}", of("VERBUND_KILL_AT"));
}

/// Lets a child play a scene and die at a point; fails when it did not die there.
fn kill_at(stage: &Stage, point: &str, scene: &str, cookie: &str) {
    let output = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "barrier::tests::kill::child", "--nocapture"])
        .env(SCENE, scene)
        .env("VERBUND_KILL_AT", point)
        .env("SCENE_URL", &stage.url)
        .env("SCENE_FOLDER", stage.folder())
        .env("SCENE_NOW", stage.app.clock.now().millis().to_string())
        .env("SCENE_COOKIE", cookie)
        .output()
        .expect("the child starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("killed at {point}")), "{point}: {said}");
}

/// How many reports there are, and how many letters to coordination and to the reporter.
async fn counts(stage: &Stage) -> (usize, usize, usize) {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let reports = store::all(&mut conn, &stage.cast.muebi.id).await.expect("reports").len();
    let letters = store_mail::newest(&mut conn, 100).await.expect("letters");
    let to = |address: &str| letters.iter().filter(|letter| letter.recipient == address).count();
    (reports, to("anna@borken.example"), to("gast@leserin.example"))
}

on_both! {
    async fn killed_while_it_comes_in_a_report_is_there_with_its_letter_or_not_at_all(stage: Stage) {
        for (n, point) in RECEIVING.into_iter().enumerate() {
            let before = counts(&stage).await;
            kill_at(&stage, point, "report", "");
            let done = usize::from(point == "barrier.receive.after_commit");
            assert_eq!(counts(&stage).await, (before.0 + done, before.1 + done, 0), "{point}");
            perform(&stage.app, "report", "").await;
            assert_eq!(counts(&stage).await.0, n + 1 + done, "{point}");
        }
    }
}

on_both! {
    async fn killed_while_answering_one_letter_goes_out_and_the_case_is_closed(stage: Stage) {
        perform(&stage.app, "report", "").await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        for point in ANSWERING {
            kill_at(&stage, point, "answer", &anna);
            assert_eq!(counts(&stage).await, (1, 1, 0), "{point}: half an answer");
        }
        for _ in 0..2 {
            perform(&stage.app, "answer", &anna).await;
        }
        assert_eq!(counts(&stage).await, (1, 1, 1));
        let mut conn = stage.app.db.read().await.expect("a connection");
        let report = store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("the report");
        assert_eq!(report.standing(), Standing::Answered);
    }
}

on_both! {
    async fn killed_while_reminding_it_is_reminded_once(stage: Stage) {
        perform(&stage.app, "report", "").await;
        stage.run_jobs().await;
        for (n, point) in REMINDING.into_iter().enumerate() {
            let days = [11, 35][n];
            stage.app.clock.set(NOW.plus_hours(24 * days));
            kill_at(&stage, point, "job", "");
            stage.app.clock.set(NOW.plus_hours(24 * days).plus_seconds(90));
            stage.run_jobs().await;
            assert_eq!(counts(&stage).await, (1, 2 + n, 0), "{point}");
        }
    }
}
