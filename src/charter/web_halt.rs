//! "Hold everything": in a crisis nothing new becomes public until somebody lifts it.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::field::{Field, Fields};
use super::store;
use super::web::{Said, back, frame, is_halted, leads_a_house, note};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::store_halt;
use crate::member::store as member_store;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Keeping, Reading};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "charter/halt.html")]
struct HaltPage {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    here: String,
    /// Who stopped everything, when and why; none while everything runs.
    since: Option<String>,
    reason: String,
    /// What will appear at once when the halt is lifted, and what would wait if it began now.
    at_once: Vec<(String, String)>,
    later: Vec<(String, String)>,
    may_begin: bool,
    may_end: bool,
    field: Vec<Field>,
}

async fn build(
    app: &App,
    it: &Reading,
    typed: Option<&Form>,
    faults: Faults,
    said: &Said,
) -> Result<HaltPage> {
    let w = it.lang();
    let now = app.clock.now();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let halt = store_halt::current(&mut conn, &it.consortium.id).await?;
    let mut since = None;
    if let Some(halt) = &halt {
        let by = match &halt.begun_by {
            Some(by) => member_store::by_id(&mut conn, &by.as_str().into()).await.map(|person| person.name),
            None => Err(Error::NotFound),
        };
        let sentence = Sentence::new("charter-halt-since")
            .with("name", by.unwrap_or_default())
            .with("when", local.full(halt.from_at));
        since = Some(w.say(&sentence));
    }
    let (mut at_once, mut later) = (Vec::new(), Vec::new());
    for dossier in store::waiting(&mut conn, &it.consortium.id, now).await? {
        let when = dossier.standing.due(now).map_or(String::new(), |due| local.full(due));
        let list = if dossier.standing.is_halted(now) { &mut at_once } else { &mut later };
        list.push((dossier.post.title.clone(), when));
    }
    let mut fields = Fields::new(w, typed, &faults);
    fields.area("halt_reason", "", 3).needed();
    Ok(HaltPage {
        desk: frame(app, it, w.t("charter-halt-title"), said),
        back: back(it),
        here: desk_href(&it.consortium.slug, "halt"),
        reason: halt.as_ref().map(|halt| halt.reason.clone()).unwrap_or_default(),
        may_begin: halt.is_none() && it.may_change().is_ok(),
        may_end: halt.is_some() && may_end(it),
        field: fields.list,
        since,
        at_once,
        later,
        faults,
    })
}

fn may_end(it: &Reading) -> bool {
    it.may_change().is_ok() && (it.is_coordinator() || leads_a_house(it))
}

/// Shows whether everything is on hold, and what that keeps back.
pub async fn show(State(app): State<App>, it: Reading, said: Said) -> Result<Response> {
    let page = build(&app, &it, None, Faults::default(), &said).await?;
    html::page(&page, &page.desk.style)
}

/// Puts everything on hold, with the reason; whoever is no coach may do so, also while their house pauses.
pub async fn begin(State(app): State<App>, it: Keeping, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let reason = form.text("halt_reason");
    if reason.is_empty() {
        let mut faults = Faults::default();
        faults.add("halt_reason", Sentence::new("charter-halt-reason-missing"));
        let page = build(&app, &it, Some(&form), faults, &Said::default()).await?;
        return html::rejected(&page, &page.desk.style);
    }
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    if !is_halted(&mut tx, &it.consortium).await? {
        store_halt::begin(&mut tx, id, it.person.id.as_str(), &reason, now).await?;
        store::project_waiting(&mut tx, id, now).await?;
        note(&mut tx, &it, now, "halt-begun", &it.consortium.name, &reason).await?;
    }
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "halt"), "halted"))
}

/// Lifts the halt; what was due meanwhile appears at once.
pub async fn end(State(app): State<App>, it: Keeping) -> Result<Response> {
    if !may_end(&it) {
        return Err(Error::NotAllowed(Sentence::new("charter-halt-who-ends")));
    }
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    if is_halted(&mut tx, &it.consortium).await? {
        store_halt::end(&mut tx, id, it.person.id.as_str(), now).await?;
        store::project_waiting(&mut tx, id, now).await?;
        note(&mut tx, &it, now, "halt-ended", &it.consortium.name, "").await?;
    }
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "halt"), "halt-lifted"))
}
