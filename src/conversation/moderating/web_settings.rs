//! What a Verbund decides about its Eingang: within how many working days, and for what reasons
//! something may be hidden.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::store_reason;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::conversation::store_route;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

/// The working days that can be chosen.
const DAYS: [i64; 5] = [1, 2, 3, 4, 5];
const MOST_REASONS: usize = 20;
const LONGEST_REASON: usize = 120;

#[derive(Template)]
#[template(path = "conversation/moderating/settings.html")]
struct SettingsPage {
    desk: Desk,
    back: (String, String),
    here: String,
    days: Vec<(i64, String, bool)>,
    reasons: String,
    netiquette: String,
    faults: Faults,
}

fn page(app: &App, it: &Coordinating, days: i64, reasons: String, faults: Faults) -> SettingsPage {
    let w = it.lang();
    SettingsPage {
        desk: desk(app, it, Here::Inbox, w.t("conversation-settings-title")),
        back: (desk_href(&it.consortium.slug, "inbox"), w.t("conversation-title")),
        here: desk_href(&it.consortium.slug, "inbox/settings"),
        days: DAYS.iter().map(|n| (*n, w.n("conversation-days", *n), *n == days)).collect(),
        reasons,
        netiquette: format!("/{}/netiquette", it.consortium.slug),
        faults,
    }
}

/// Shows what was decided.
pub async fn show(State(app): State<App>, it: Coordinating, Query(was): Query<Told>) -> Result<Response> {
    let w = it.lang();
    let mut conn = app.db.read().await?;
    let days = store_route::days(&mut conn, &it.consortium.id).await?;
    let reasons = store_reason::of(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let reasons: Vec<String> = reasons.iter().map(|reason| reason.said(w)).collect();
    let mut page = page(&app, &it, days, reasons.join("\n"), Faults::default());
    page.desk.done = told(w, &was.done);
    html::page(&page, &page.desk.style)
}

/// Decides anew. What is due already stays due when it was.
pub async fn save(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let w = it.lang();
    let days = form.text("days").parse().ok().filter(|days| DAYS.contains(days)).unwrap_or(1);
    let lines = form.text("reasons");
    let names: Vec<String> =
        lines.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let mut faults = Faults::default();
    if names.len() > MOST_REASONS {
        faults.add("reasons", Sentence::new("conversation-reasons-many").with("n", MOST_REASONS));
    }
    if names.iter().any(|name| name.chars().count() > LONGEST_REASON) {
        faults.add("reasons", Sentence::new("conversation-reason-long").with("n", LONGEST_REASON));
    }
    if !faults.is_empty() {
        let page = page(&app, &it, days, form.raw("reasons"), faults);
        return html::rejected(&page, &page.desk.style);
    }
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    store_route::decide_days(&mut tx, &it.consortium.id, days).await?;
    let known = store_reason::of(&mut tx, &it.consortium.id).await?;
    let is_same = known.iter().map(|reason| reason.said(w)).eq(names.iter().cloned());
    if !is_same {
        store_reason::decide(&mut tx, &it.consortium.id, &names, app.clock.now()).await?;
    }
    tx.commit().await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "inbox/settings"), "inbox-settings"))
}
