//! One reported barrier at the desk: who looks after it, word in between, the answer.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::web::{Said, frame, note};
use super::web_barrier::house_of;
use super::web_case_give::{Choice, choices};
use crate::barrier::{Report, Standing, store, store_statement, work};
use crate::base::app::App;
use crate::base::db::Tx;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::member::store as member_store;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Desk, html};

/// The parameters of the path.
pub type Params = Path<HashMap<String, String>>;

/// How much of an answer is taken, in characters.
const LONGEST: usize = 6_000;

#[derive(Template)]
#[template(path = "charter/case.html")]
struct CasePage {
    desk: Desk,
    back: (String, String),
    here: String,
    faults: Faults,
    report: Report,
    state: String,
    facts: Vec<(String, String)>,
    badge: Option<Badge>,
    is_open: bool,
    may_act: bool,
    /// How the answer reaches the reporter: by letter, otherwise, or not at all.
    way: String,
    choices: Vec<Choice>,
    may_take: bool,
    may_put_off: bool,
    answer: String,
    note: String,
    interim: String,
}

/// Finds the report of the path.
pub(super) async fn found(app: &App, it: &Reading, params: &Params) -> Result<Report> {
    let number = number(params)?;
    store::by_number(&mut *app.db.read().await?, &it.consortium.id, number).await
}

pub(super) fn number(params: &Params) -> Result<i64> {
    params.get("number").and_then(|number| number.parse().ok()).ok_or(Error::NotFound)
}

/// Begins to change a report that has no answer yet, as somebody who may.
pub(super) async fn begin(app: &App, it: &Reading, params: &Params) -> Result<(Tx, Report)> {
    let number = number(params)?;
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let report = store::by_number(&mut tx, &it.consortium.id, number).await?;
    if !report.may_act(it) {
        return Err(Error::NotAllowed(Sentence::new("charter-barrier-who")));
    }
    if report.standing() == Standing::Answered {
        return Err(Error::Refused(Sentence::new("charter-barrier-closed")));
    }
    Ok((tx, report))
}

pub(super) fn here(it: &Reading, report: &Report) -> String {
    desk_href(&it.consortium.slug, &format!("barriers/{}", report.number))
}

async fn build(
    app: &App,
    it: &Reading,
    report: Report,
    typed: Option<&Form>,
    faults: Faults,
    said: &Said,
) -> Result<CasePage> {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let mut conn = app.db.read().await?;
    let people = member_store::people_in(&mut conn, &it.consortium.id).await?;
    let memberships = member_store::memberships_in(&mut conn, &it.consortium.id).await?;
    let statement = store_statement::statement(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let office = statement.map(|it| it.office).unwrap_or_default();
    let kept = |field: &str, else_: String| match typed {
        Some(form) if form.has(field) => form.raw(field),
        _ => else_,
    };
    let may_act = report.may_act(it);
    let is_open = report.standing() != Standing::Answered;
    let way = match (report.reply_to.is_empty(), report.reply_email().is_some()) {
        (true, _) => "charter-barrier-way-none",
        (false, true) => "charter-barrier-way-letter",
        (false, false) => "charter-barrier-way-other",
    };
    let name = |id: &crate::member::PersonId| people.iter().find(|it| it.id == *id).map(|it| it.name.clone());
    Ok(CasePage {
        desk: frame(app, it, w.n("charter-barrier-number", report.number), said),
        back: (desk_href(&it.consortium.slug, "barriers"), w.t("charter-barriers-title")),
        here: here(it, &report),
        state: w.t(report.standing().key()),
        facts: facts(&report, &local, may_act, name),
        badge: house_of(&report, it),
        may_act,
        is_open,
        way: w.t(way),
        choices: choices(&report, it, &people, &memberships, app.clock.now()),
        may_take: report.person_id.as_ref() != Some(&it.person.id),
        may_put_off: report.interim_at.is_none(),
        answer: kept("answer", work::proposal(&report, &it.consortium, &office)),
        note: kept("note", String::new()),
        interim: kept("interim", work::interim_proposal(&report, &it.consortium, &office)),
        faults,
        report,
    })
}

fn facts(
    report: &Report,
    local: &Local<'_>,
    may_act: bool,
    name: impl Fn(&crate::member::PersonId) -> Option<String>,
) -> Vec<(String, String)> {
    let w = local.lang;
    let mut facts = vec![(w.t("charter-barrier-received"), local.full(report.received_at))];
    match report.answered_at {
        Some(at) => facts.push((w.t("charter-barrier-answered-at"), local.full(at))),
        None => {
            let left = w.say(&report.time_left(local));
            facts.push((w.t("charter-barrier-until"), format!("{}. {left}", local.date(report.due(local)))));
        }
    }
    if let Some(by) = report.answered_by.as_ref().and_then(&name) {
        facts.push((w.t("charter-barrier-answered-by"), by));
    }
    if let Some(at) = report.interim_at {
        facts.push((w.t("charter-barrier-interim-at"), local.full(at)));
    }
    if !report.page.is_empty() {
        facts.push((w.t("charter-barrier-page"), report.page.clone()));
    }
    if let Some(person) = report.person_id.as_ref().and_then(&name) {
        facts.push((w.t("charter-barrier-person"), person));
    }
    let reply = match (report.reply_to.is_empty(), report.forgotten_at.is_some(), may_act) {
        (_, true, _) => w.t("charter-barrier-reply-forgotten"),
        (true, _, _) => w.t("charter-barrier-reply-none"),
        (false, _, true) => report.reply_to.clone(),
        (false, _, false) => w.t("charter-barrier-reply-hidden"),
    };
    facts.push((w.t("charter-barrier-reply"), reply));
    facts
}

/// Shows one report; how its reporter can be reached is shown to those who may answer alone.
pub async fn show(State(app): State<App>, it: Reading, params: Params, said: Said) -> Result<Response> {
    let report = found(&app, &it, &params).await?;
    let page = build(&app, &it, report, None, Faults::default(), &said).await?;
    html::page(&page, &page.desk.style)
}

/// Tells the reporter that it takes longer; from then on there are six weeks in all.
pub async fn put_off(State(app): State<App>, it: Reading, params: Params, form: Form) -> Result<Response> {
    let (mut tx, report) = begin(&app, &it, &params).await?;
    if report.interim_at.is_some() {
        return Err(Error::Stale);
    }
    let text = form.text("interim");
    let faults = checked("interim", &text);
    if !faults.is_empty() {
        drop(tx);
        let page = build(&app, &it, report, Some(&form), faults, &Said::default()).await?;
        return html::rejected(&page, &page.desk.style);
    }
    work::interim(&mut tx, &app, &it.consortium, &report, &text).await?;
    let now = app.clock.now();
    note(&mut tx, &it, now, "report-put-off", &report.number.to_string(), "").await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &report), "report-put-off"))
}

/// Answers, and closes the case.
pub async fn answer(State(app): State<App>, it: Reading, params: Params, form: Form) -> Result<Response> {
    let (mut tx, report) = begin(&app, &it, &params).await?;
    let (answer, done) = (form.text("answer"), form.text("note"));
    let mut faults = checked("answer", &answer);
    if done.is_empty() {
        faults.add("note", Sentence::new("charter-barrier-note-missing"));
    }
    faults.0.extend(checked_length("note", &done).0);
    if !faults.is_empty() {
        drop(tx);
        let page = build(&app, &it, report, Some(&form), faults, &Said::default()).await?;
        return html::rejected(&page, &page.desk.style);
    }
    let now = app.clock.now();
    let report = Report {
        answer,
        note: done,
        answered_at: Some(now),
        answered_by: Some(it.person.id.clone()),
        ..report
    };
    work::answer(&mut tx, &app, &it.consortium, &report).await?;
    note(&mut tx, &it, now, "report-answered", &report.number.to_string(), "").await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &report), "report-answered"))
}

fn checked(field: &'static str, text: &str) -> Faults {
    let mut faults = checked_length(field, text);
    if text.is_empty() {
        faults.add(field, Sentence::new("charter-barrier-words-missing"));
    }
    faults
}

fn checked_length(field: &'static str, text: &str) -> Faults {
    let mut faults = Faults::default();
    if text.chars().count() > LONGEST {
        faults.add(field, Sentence::new("barrier-too-long").with("n", LONGEST));
    }
    faults
}
