use crate::barrier::{KEPT_DAYS, Report, store, work};
use crate::base::clock::Instant;
use crate::base::mail::Letter;
use crate::base::store_mail;
use crate::base::text::Lang;
use crate::on_both;
use crate::testing::{NOW, Stage};

/// Lets a report come in now.
async fn receive(stage: &Stage, reply_to: &str) -> Report {
    let mut report = Report::received(&stage.cast.muebi.id, Lang::De, stage.app.clock.now());
    (report.body, report.reply_to) = ("Der Knopf ist zu klein.".into(), reply_to.into());
    let mut tx = stage.app.db.begin(stage.cast.muebi.id.as_str()).await.expect("a transaction");
    work::receive(&mut tx, &stage.app, &stage.cast.muebi, &mut report).await.expect("received");
    tx.commit().await.expect("committed");
    report
}

async fn answer(stage: &Stage, report: &Report) {
    let now = stage.app.clock.now();
    let report = Report { answer: "Geändert.".into(), answered_at: Some(now), ..report.clone() };
    let mut tx = stage.app.db.begin(stage.cast.muebi.id.as_str()).await.expect("a transaction");
    work::answer(&mut tx, &stage.app, &stage.cast.muebi, &report).await.expect("answered");
    tx.commit().await.expect("committed");
}

async fn letters(stage: &Stage) -> Vec<Letter> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store_mail::newest(&mut conn, 100).await.expect("letters")
}

/// The letters so far, by what they are about.
async fn subjects(stage: &Stage) -> Vec<String> {
    letters(stage).await.into_iter().rev().map(|it| format!("{}: {}", it.recipient, it.subject)).collect()
}

async fn at(stage: &Stage, days: i64) {
    stage.app.clock.set(days_later(days));
    stage.run_jobs().await;
}

fn days_later(days: i64) -> Instant {
    NOW.plus_hours(24 * days)
}

const ARRIVED: &str = "anna@borken.example: Jemand hat eine Barriere gemeldet (Nr. 1)";
const DUE: &str = "anna@borken.example: Eine gemeldete Barriere wartet auf Antwort (Nr. 1)";

on_both! {
    async fn coordination_is_told_at_once_and_once_before_each_day_on_which_an_answer_is_due(stage: Stage) {
        receive(&stage, "").await;
        assert_eq!(subjects(&stage).await, [ARRIVED]);
        at(&stage, 10).await;
        assert_eq!(subjects(&stage).await.len(), 1);
        at(&stage, 11).await;
        assert_eq!(subjects(&stage).await, [ARRIVED, DUE]);
        at(&stage, 34).await;
        assert_eq!(subjects(&stage).await.len(), 2);
        at(&stage, 35).await;
        at(&stage, 80).await;
        assert_eq!(subjects(&stage).await, [ARRIVED, DUE, DUE]);
    }
}

on_both! {
    async fn a_reminder_that_runs_twice_is_written_once(stage: Stage) {
        let report = receive(&stage, "").await;
        stage.app.clock.set(days_later(11));
        for _ in 0..2 {
            work::remind(&stage.app, &format!("{}/0", report.id)).await.expect("reminded");
        }
        assert_eq!(subjects(&stage).await, [ARRIVED, DUE]);
    }
}

on_both! {
    async fn nobody_is_reminded_of_what_is_answered_or_put_off(stage: Stage) {
        let report = receive(&stage, "").await;
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        work::interim(&mut tx, &stage.app, &stage.cast.muebi, &report, "Es dauert.").await.expect("put off");
        tx.commit().await.expect("committed");
        at(&stage, 11).await;
        assert_eq!(subjects(&stage).await, [ARRIVED]);
        answer(&stage, &report).await;
        at(&stage, 60).await;
        assert_eq!(subjects(&stage).await, [ARRIVED]);
    }
}

on_both! {
    async fn the_reporters_address_is_gone_some_time_after_the_answer(stage: Stage) {
        let report = receive(&stage, "gast@leserin.example").await;
        answer(&stage, &report).await;
        let to_them = |letters: Vec<Letter>| letters.iter().filter(|it| it.recipient.starts_with("gast")).count();
        at(&stage, KEPT_DAYS - 1).await;
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(store::by_id(&mut conn, &report.id).await.expect("it").reply_to, "gast@leserin.example");
        assert_eq!(to_them(letters(&stage).await), 1);
        at(&stage, KEPT_DAYS).await;
        let kept = store::by_id(&mut conn, &report.id).await.expect("it");
        assert_eq!((kept.reply_to.as_str(), kept.forgotten_at), ("", Some(days_later(KEPT_DAYS))));
        assert_eq!(kept.body, "Der Knopf ist zu klein.", "what was wrong is still known");
        assert_eq!(to_them(letters(&stage).await), 0, "the letters that went there are gone too");
    }
}

on_both! {
    async fn an_address_stays_as_long_as_there_is_no_answer(stage: Stage) {
        let report = receive(&stage, "gast@leserin.example").await;
        stage.app.clock.set(days_later(KEPT_DAYS + 10));
        work::forget(&stage.app, report.id.as_str()).await.expect("looked at");
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(store::by_id(&mut conn, &report.id).await.expect("it").reply_to, "gast@leserin.example");
    }
}

on_both! {
    async fn numbers_count_within_a_verbund(stage: Stage) {
        for number in 1..=3 {
            assert_eq!(receive(&stage, "").await.number, number);
        }
        let mut report = Report::received(&stage.cast.foreign.id, Lang::De, NOW);
        let mut tx = stage.app.db.begin("fremde").await.expect("a transaction");
        work::receive(&mut tx, &stage.app, &stage.cast.foreign, &mut report).await.expect("received");
        assert_eq!(report.number, 1);
        assert_eq!(store::all(&mut tx, &stage.cast.foreign.id).await.expect("reports").len(), 1);
    }
}
