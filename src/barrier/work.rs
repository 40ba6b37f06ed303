//! What happens to a reported barrier: it comes in, is answered, is brought to mind, is forgotten.
//! Whatever follows from an act (letters, jobs) is written in the same transaction.
use super::telling::{News, tell, write_to_reporter};
use super::{ANSWER_DAYS, BarrierId, KEPT_DAYS, LATEST_DAYS, Report, WARNING_DAYS, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::base::{job, kill};
use crate::calendar::local::Local;
use crate::consortium::{Consortium, store as consortium_store};

/// The kind of the job that reminds those responsible; its payload is `<id>/<reminders before>`.
pub const REMIND: &str = "remind-of-barrier";
/// The kind of the job that deletes a reporter's address; its payload is the report's id.
pub const FORGET: &str = "forget-reporter";

/// Hours after midnight at which a reminder goes out.
const MORNING: i64 = 8;

/// Writes a new report down, tells those responsible, and plans their first reminder.
pub async fn receive(conn: &mut Conn, app: &App, it: &Consortium, report: &mut Report) -> Result<()> {
    store::insert(conn, report).await?;
    kill::point("barrier.receive.after_report");
    plan_reminder(conn, it, report, 0).await?;
    tell(conn, app, it, report, (News::Arrived, None)).await?;
    kill::point("barrier.receive.before_commit");
    Ok(())
}

/// Plans a reminder: the first before the two weeks are over, the second before the six are.
pub async fn plan_reminder(conn: &mut Conn, it: &Consortium, report: &Report, before: i64) -> Result<()> {
    let at = reminder_at(it, report, before);
    let payload = format!("{}/{before}", report.id);
    job::enqueue_once(conn, REMIND, &format!("{REMIND}:{payload}"), &payload, at).await
}

/// Tells when a reminder goes out.
pub fn reminder_at(it: &Consortium, report: &Report, before: i64) -> Instant {
    let zone = it.time_zone();
    let local = Local::new(&zone, Lang::De, report.received_at);
    let days = if before == 0 { ANSWER_DAYS - WARNING_DAYS[0] } else { LATEST_DAYS - WARNING_DAYS[1] };
    local.start_of(report.day_after(days, &local)).plus_hours(MORNING)
}

/// Reminds those responsible of a report that has no answer yet, each time once.
pub async fn remind(app: &App, payload: &str) -> Result<()> {
    let (id, before) = payload.split_once('/').ok_or(Error::NotFound)?;
    let before: i64 = before.parse().map_err(anyhow::Error::from)?;
    let report = store::by_id(&mut *app.db.read().await?, &BarrierId::from(id)).await?;
    let mut tx = app.db.begin(report.consortium_id.as_str()).await?;
    // As it is now that nobody else can change it.
    let report = store::by_id(&mut tx, &report.id).await?;
    if report.answered_at.is_some() || !store::count_reminder(&mut tx, &report.id, before).await? {
        return Ok(());
    }
    let it = consortium_store::by_id(&mut tx, &report.consortium_id).await?;
    // Who has told the reporter that it takes longer need not be told that two weeks are over.
    if before > 0 || report.interim_at.is_none() {
        tell(&mut tx, app, &it, &report, (News::DueSoon, None)).await?;
    }
    if before == 0 {
        plan_reminder(&mut tx, &it, &report, 1).await?;
    }
    kill::point("barrier.remind.before_commit");
    tx.commit().await?;
    kill::point("barrier.remind.after_commit");
    Ok(())
}

/// Tells the reporter that it takes longer. Where they left no e-mail address, somebody has told
/// them in another way, or nobody can.
pub async fn interim(conn: &mut Conn, app: &App, it: &Consortium, report: &Report, text: &str) -> Result<()> {
    store::mark_interim(conn, &report.id, app.clock.now()).await?;
    write_to_reporter(conn, app, it, report, text).await?;
    Ok(())
}

/// Writes the answer down, sends it where that can be done by letter, and plans when the reporter's
/// address is deleted.
pub async fn answer(conn: &mut Conn, app: &App, it: &Consortium, report: &Report) -> Result<()> {
    let answered = report.answered_at.ok_or(Error::NotFound)?;
    store::answer(conn, report).await?;
    kill::point("barrier.answer.after_answer");
    write_to_reporter(conn, app, it, report, &report.answer).await?;
    plan_forgetting(conn, report, answered).await?;
    kill::point("barrier.answer.before_commit");
    Ok(())
}

/// Plans when the reporter's address is deleted.
pub async fn plan_forgetting(conn: &mut Conn, report: &Report, answered: Instant) -> Result<()> {
    if report.reply_to.is_empty() {
        return Ok(());
    }
    let key = format!("{FORGET}:{}", report.id);
    job::enqueue_once(conn, FORGET, &key, report.id.as_str(), answered.plus_hours(24 * KEPT_DAYS)).await
}

/// Deletes the address of somebody whose report was answered long ago.
pub async fn forget(app: &App, id: &str) -> Result<()> {
    let report = store::by_id(&mut *app.db.read().await?, &BarrierId::from(id)).await?;
    let now = app.clock.now();
    let over = report.answered_at.is_some_and(|at| at.plus_hours(24 * KEPT_DAYS) <= now);
    if !over || report.forgotten_at.is_some() {
        return Ok(());
    }
    let mut tx = app.db.begin(report.consortium_id.as_str()).await?;
    store::forget(&mut tx, &report, report.reply_email().as_deref(), now).await?;
    tx.commit().await
}

/// Proposes the words of the answer, in the reporter's language. The law wants the way to the ombuds
/// office named in it.
pub fn proposal(report: &Report, it: &Consortium, office: &str) -> String {
    written("barrier-answer-draft", report, it, office)
}

/// Proposes the words of the notice that it takes longer.
pub fn interim_proposal(report: &Report, it: &Consortium, office: &str) -> String {
    written("barrier-interim-draft", report, it, office)
}

fn written(key: &'static str, report: &Report, it: &Consortium, office: &str) -> String {
    let w = report.reader();
    let zone = it.time_zone();
    let local = Local::new(&zone, w, report.received_at);
    let sentence = Sentence::new(key)
        .with("number", report.number)
        .with("consortium", &it.name)
        .with("received", local.date_long(local.day(report.received_at)))
        .with("latest", local.date_long(report.day_after(LATEST_DAYS, &local)))
        .with("office", office_of(office, w));
    w.say(&sentence)
}

/// Names the office for those who get no good answer: that of the Land, where no other is named.
pub fn office_of(office: &str, w: Lang) -> String {
    if office.trim().is_empty() { w.t("barrier-office") } else { office.trim().to_owned() }
}
