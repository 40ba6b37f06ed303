//! Saved replies: answers that are needed again and again, one list for the whole Verbund.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::store_saved::{self, Saved};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::base::sentence::Sentence;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

const LONGEST_TITLE: usize = 80;
const LONGEST_TEXT: usize = 2_000;

#[derive(Template)]
#[template(path = "conversation/desk/saved.html")]
struct SavedPage {
    desk: Desk,
    back: (String, String),
    here: String,
    saved: Vec<Saved>,
    /// What is being written: an existing one, or a new one.
    id: String,
    title: String,
    text: String,
    faults: Faults,
    may_write: bool,
}

fn page(app: &App, it: &Reading, saved: Vec<Saved>, open: Saved, faults: Faults) -> SavedPage {
    let w = it.lang();
    SavedPage {
        desk: desk(app, it, Here::Inbox, w.t("conversation-saved-title")),
        back: (desk_href(&it.consortium.slug, "inbox"), w.t("conversation-title")),
        here: desk_href(&it.consortium.slug, "inbox/replies"),
        saved,
        id: open.id,
        title: open.title,
        text: open.text,
        faults,
        may_write: it.may_write().is_ok(),
    }
}

fn blank() -> Saved {
    Saved { id: String::new(), title: String::new(), text: String::new() }
}

/// Shows the saved replies, and a form for a new one.
pub async fn list(State(app): State<App>, it: Reading, Query(was): Query<Told>) -> Result<Response> {
    let saved = store_saved::of(&mut *app.db.read().await?, &it.consortium.id).await?;
    let mut page = page(&app, &it, saved, blank(), Faults::default());
    page.desk.done = told(it.lang(), &was.done);
    html::page(&page, &page.desk.style)
}

/// Shows one to be changed.
pub async fn edit(
    State(app): State<App>,
    it: Writing,
    Path(params): Path<HashMap<String, String>>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let id = params.get("reply").cloned().unwrap_or_default();
    let open = store_saved::by_id(&mut conn, &it.consortium.id, &id).await?;
    let saved = store_saved::of(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let page = page(&app, &it, saved, open, Faults::default());
    html::page(&page, &page.desk.style)
}

/// Saves a reply: a new one, or another wording of one.
pub async fn save(State(app): State<App>, it: Writing, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let mut saved = Saved { id: form.text("id"), title: form.text("title"), text: form.text("text") };
    let mut faults = Faults::default();
    for (field, text, most) in [("title", &saved.title, LONGEST_TITLE), ("text", &saved.text, LONGEST_TEXT)] {
        match text.chars().count() {
            0 => faults.add(field, Sentence::new("conversation-saved-missing")),
            n if n > most => faults.add(field, Sentence::new("conversation-too-long").with("n", most)),
            _ => {}
        }
    }
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    if !faults.is_empty() {
        let all = store_saved::of(&mut tx, &it.consortium.id).await?;
        drop(tx);
        let page = page(&app, &it, all, saved, faults);
        return html::rejected(&page, &page.desk.style);
    }
    if saved.id.is_empty() {
        saved.id = new_id();
        store_saved::insert(&mut tx, &it.consortium.id, &saved, Some(&it.person.id), now).await?;
    } else {
        store_saved::by_id(&mut tx, &it.consortium.id, &saved.id).await?;
        store_saved::save(&mut tx, &it.consortium.id, &saved, now).await?;
    }
    tx.commit().await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "inbox/replies"), "inbox-saved"))
}

/// Ends a saved reply.
pub async fn end(
    State(app): State<App>,
    it: Writing,
    Path(params): Path<HashMap<String, String>>,
) -> Result<Response> {
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let id = params.get("reply").cloned().unwrap_or_default();
    store_saved::by_id(&mut tx, &it.consortium.id, &id).await?;
    store_saved::end(&mut tx, &it.consortium.id, &id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "inbox/replies"), "inbox-saved-ended"))
}
