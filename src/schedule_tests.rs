//! What the timers promise.
use super::*;
use crate::base::clock::Instant;
use crate::base::id::new_id;
use crate::on_both;
use crate::testing::{NOW, Stage};

async fn waiting(stage: &Stage, kind: &str) -> i64 {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE kind = $1 AND done_at IS NULL";
    let (count,): (i64,) = sqlx::query_as(sql).bind(kind).fetch_one(&mut *conn).await.expect("a number");
    count
}

on_both! {
    async fn tomorrows_forgetting_is_set_once_though_todays_was_done_twice(stage: Stage) {
        set_timers(&stage.app).await.expect("set");
        for _ in 0..2 {
            forget(&stage.app).await.expect("forgotten");
        }
        set_timers(&stage.app).await.expect("set");
        assert_eq!(waiting(&stage, FORGET).await, 1);
    }
}

async fn run_sql(stage: &Stage, sql: &'static str, at: Instant) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let person = stage.cast.anna.id.as_str();
    sqlx::query(sql).bind(new_id()).bind(at).bind(person).execute(&mut *tx).await.expect("written");
    tx.commit().await.expect("committed");
}

async fn left(stage: &Stage) -> Vec<i64> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let mut all = Vec::new();
    for sql in [
        "SELECT CAST(COUNT(*) AS BIGINT) FROM session",
        "SELECT CAST(COUNT(*) AS BIGINT) FROM sign_in_code",
        "SELECT CAST(COUNT(*) AS BIGINT) FROM mail",
        "SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE failed_at IS NOT NULL",
    ] {
        let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await.expect("a number");
        all.push(count);
    }
    all
}

on_both! {
    async fn what_says_something_about_people_is_gone_after_a_quarter_of_a_year(stage: Stage) {
        for days in [PERSONAL_DAYS - 1, PERSONAL_DAYS + 1] {
            for sql in [
                "INSERT INTO session (id, token_hash, person_id, created_at, seen_at, expires_at, ended_at)
                 VALUES ($1, $1, $3, $2, $2, $2 + 999999999999, $2)",
                "INSERT INTO session (id, token_hash, person_id, created_at, seen_at, expires_at)
                 VALUES ($1, $1, $3, $2, $2, $2)",
                "INSERT INTO sign_in_code (id, person_id, kind, code_hash, created_at, expires_at, used_at)
                 VALUES ($1, $3, 'mail', $1, $2, $2 + 999999999999, $2)",
                "INSERT INTO mail (id, recipient, subject, body, created_at, sent_at)
                 VALUES ($1, $3, 'Anmelden', 'https://…', $2, $2)",
                "INSERT INTO job (id, kind, payload, run_at, failed_at) VALUES ($1, 'mail', $3, $2, $2)",
            ] {
                run_sql(&stage, sql, NOW.plus_hours(-24 * days)).await;
            }
        }
        let cookie = stage.sign_in(&stage.cast.anna).await;
        assert_eq!(left(&stage).await, [5, 2, 2, 2]);
        forget(&stage.app).await.expect("forgotten");
        assert_eq!(left(&stage).await, [3, 1, 1, 1]);
        stage.server().get("/me").add_header("cookie", cookie.as_str()).await.assert_status_ok();
    }
}

on_both! {
    async fn a_letter_that_is_out_keeps_no_secrets_here(stage: Stage) {
        let letters = [("sent", Some(NOW)), ("not sent", None)];
        for (subject, sent_at) in letters {
            let letter = mail::Letter::new("anna@borken.example", subject.into(), "https://…".into(), NOW);
            let mut tx = stage.app.db.begin("test").await.expect("a transaction");
            mail::write(&mut tx, &letter).await.expect("written");
            store_mail::mark(&mut tx, &letter.id, sent_at, None, 1, "").await.expect("marked");
            tx.commit().await.expect("committed");
            send_letter(&stage.app, &letter.id).await.expect("nothing is left to do");
        }
        let mut conn = stage.app.db.read().await.expect("a connection");
        for letter in store_mail::newest(&mut conn, 10).await.expect("letters") {
            assert_eq!(letter.body.is_empty(), letter.subject == "sent");
        }
    }
}
