//! What the worker promises: no job holds up the others, whatever it does.
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::base::clock::{Clock, Instant};
use crate::base::config::{Config, MailConfig, PER_MINUTE};
use crate::base::files::Files;
use crate::base::{job, mail};
use crate::on_both;
use crate::testing::{NOW, Stage};

const SHORT: Duration = Duration::from_millis(20);

async fn enqueue(stage: &Stage, kind: &str, at: Instant) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    job::enqueue(&mut tx, kind, "nobody", at).await.expect("written");
    tx.commit().await.expect("committed");
}

async fn claim(stage: &Stage, worker: &str, lane: Lane) -> Option<Job> {
    let mut tx = stage.app.db.begin("job").await.expect("a transaction");
    let job = store::claim_job(&mut tx, stage.app.clock.now(), worker, lane).await.expect("asked");
    tx.commit().await.expect("committed");
    job
}

#[tokio::test]
async fn a_job_that_never_ends_has_failed_when_its_time_is_over() {
    let outcome = attempt(SHORT, std::future::pending()).await;
    assert!(outcome.is_err_and(|error| error.to_string().contains("longer than 20ms")));
}

#[tokio::test]
async fn a_job_that_panics_has_failed_and_says_why() {
    let outcome = attempt(Duration::from_secs(60), async { panic!("the picture is upside down") }).await;
    assert!(outcome.is_err_and(|error| error.to_string().contains("upside down")));
}

#[tokio::test]
async fn a_worker_that_dies_is_begun_again() {
    let begun = AtomicUsize::new(0);
    keep_running("a test".into(), || async {
        assert!(begun.fetch_add(1, Ordering::Relaxed) > 0, "the first time it dies");
    })
    .await;
    assert_eq!(begun.load(Ordering::Relaxed), 2);
}

#[test]
fn a_letter_gets_a_minute_and_a_picture_some() {
    assert_eq!(schedule::longest(mail::JOB), Duration::from_secs(60));
    assert!(schedule::longest(crate::media::work::SIZES) >= Duration::from_secs(300));
}

on_both! {
    async fn letters_that_wait_hold_up_nothing_else(stage: Stage) {
        enqueue(&stage, mail::JOB, NOW.plus_minutes(-5)).await;
        enqueue(&stage, "another", NOW).await;
        let letter = claim(&stage, "letters", Lane::Letters).await.expect("the letter");
        assert_eq!(letter.kind, mail::JOB);
        enqueue(&stage, mail::JOB, NOW.plus_minutes(-5)).await;
        let other = claim(&stage, "rest", Lane::Rest).await.expect("the other job");
        assert_eq!(other.kind, "another");
        assert!(claim(&stage, "rest", Lane::Rest).await.is_none(), "a letter is not its business");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let next = store::next_job_at(&mut conn, Lane::Rest).await.expect("asked");
        assert_eq!(next, Some(NOW.plus_seconds(LEASE_SECONDS)), "a due letter keeps nobody else awake");
    }
}

on_both! {
    async fn a_job_that_kills_the_program_is_given_up_and_counted(stage: Stage) {
        enqueue(&stage, "another", NOW).await;
        let mut at = NOW;
        for _ in 0..MAX_LOST {
            assert!(claim(&stage, "dies", Lane::Rest).await.is_some(), "it is tried again");
            at = at.plus_seconds(LEASE_SECONDS + 1);
            stage.app.clock.set(at);
        }
        assert!(work_once(&stage.app, "lives", Lane::Rest).await.expect("looked at"));
        stage.app.clock.set(at.plus_hours(24));
        assert!(!work_once(&stage.app, "lives", Lane::Rest).await.expect("looked at"), "it is over");
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(store::troubles(&mut conn).await.expect("counted"), (1, 0));
        let given_up = store::given_up(&mut conn).await.expect("asked");
        assert!(given_up[0].last_error.contains("never ended"), "{given_up:?}");
    }
}

on_both! {
    async fn a_job_that_takes_long_is_not_begun_by_another(stage: Stage) {
        enqueue(&stage, "another", NOW).await;
        let job = claim(&stage, "slow", Lane::Rest).await.expect("a job");
        stage.app.clock.set(NOW.plus_seconds(LEASE_SECONDS - 1));
        let mut tx = stage.app.db.begin("job").await.expect("a transaction");
        store::renew_lease(&mut tx, &job.id, "slow", stage.app.clock.now()).await.expect("renewed");
        tx.commit().await.expect("committed");
        stage.app.clock.set(NOW.plus_seconds(LEASE_SECONDS + 1));
        assert!(claim(&stage, "quick", Lane::Rest).await.is_none());
    }
}

on_both! {
    async fn what_nobody_takes_up_for_minutes_is_told(stage: Stage) {
        enqueue(&stage, mail::JOB, NOW).await;
        for (minutes, late) in [(0, None), (4, None), (7, Some(7)), (600, Some(600))] {
            let now = NOW.plus_minutes(minutes);
            let mut conn = stage.app.db.read().await.expect("a connection");
            assert_eq!(job::minutes_late(&mut conn, now).await.expect("asked"), late, "{minutes}");
        }
        assert!(claim(&stage, "a", Lane::Letters).await.is_some());
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(job::minutes_late(&mut conn, NOW.plus_minutes(5)).await.expect("asked"), None, "in hand");
    }
}

on_both! {
    async fn a_mail_server_that_stays_silent_costs_an_attempt_and_no_more(stage: Stage) {
        // The system takes the connection; nobody ever says a word on it.
        let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let smtp = format!("smtp://{}", silent.local_addr().expect("its address"));
        let from = "verbund@verbund.example".into();
        let mail = Some(MailConfig { smtp, from, bounces: None, per_minute: PER_MINUTE });
        let config = Config { mail, ..stage.app.config.clone() };
        let files = Files::in_folder(&stage.folder().join("files")).expect("a folder for files");
        let app = App::new(stage.app.db.clone(), Clock::frozen(NOW), config, files, stage.app.seal.clone(), false);
        let letter = mail::Letter::new("anna@borken.example", "Bitte".into(), "Hallo".into(), NOW);
        let mut tx = app.db.begin("test").await.expect("a transaction");
        mail::write(&mut tx, &letter).await.expect("written");
        tx.commit().await.expect("committed");
        let outcome = attempt(Duration::from_millis(300), mail::send(&app, &letter.id)).await;
        assert!(outcome.is_err_and(|error| error.to_string().contains("longer than")));
    }
}

on_both! {
    async fn who_runs_the_installation_sees_what_lies_untouched_and_what_was_given_up(stage: Stage) {
        let olaf = stage.sign_in(&stage.cast.olaf).await;
        let server = stage.server();
        let look = || async { server.get("/operate").add_header("cookie", olaf.as_str()).await.text() };
        let calm = look().await;
        assert!(!calm.contains("hat niemand nach den") && !calm.contains("Zuletzt aufgegeben"));
        enqueue(&stage, "another", NOW.plus_minutes(-9)).await;
        assert!(look().await.contains("Seit 9 Minuten hat niemand nach den"));
        let job = claim(&stage, "a", Lane::Rest).await.expect("a job");
        let mut tx = stage.app.db.begin("job").await.expect("a transaction");
        store::put_job_back(&mut tx, &job.id, "a", None, NOW, "upside down").await.expect("given up");
        tx.commit().await.expect("committed");
        let page = look().await;
        assert!(!page.contains("hat niemand nach den") && page.contains("upside down"));
    }
}
