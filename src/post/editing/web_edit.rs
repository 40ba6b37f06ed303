//! Writing: the editor, saving while somebody types, the preview.
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

pub use super::web_edit_save::{is_soon, save_from_form};

use super::store_revision::Saved;
use super::web_edit_page as edit_page;
use super::web_edit_page::{Asked, Due};
use super::web_edit_save as saving;
use super::web_edit_save::Kept;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::media::PictureId;
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::html;
use crate::page::style::Style;
use crate::post::acting::lacking::lacks;
use crate::post::showing::web_post::{self, number};
use crate::post::showing::web_post_text::{Shown, pictures, post_href};
use crate::post::signoff::verb::{Verb, may};
use crate::post::writing::content::Content;
use crate::post::{Post, store_names};

#[derive(Template)]
#[template(path = "post/editing/preview.html")]
struct Preview {
    w: Lang,
    shown: Shown,
}

/// Gathers the editor for a room below, which shows how the text looks in the channels; none for a
/// post that cannot be changed now: it is shown to be read.
pub async fn editor(
    app: &App,
    writing: &Writing,
    number: i64,
    query: &Form,
) -> Result<Option<edit_page::Page>> {
    let now = app.clock.now();
    let dossier = web_post::open(&mut *app.db.read().await?, writing, number, now).await?;
    if may(Verb::Edit, &dossier.standing, &dossier.roster, &writing.person.id, now).is_err() {
        return Ok(None);
    }
    let asked = Asked {
        before_proposal: query.has("check"),
        added: query.all("picture").into_iter().map(PictureId).collect(),
        ..Asked::default()
    };
    let mut page = edit_page::page(app, writing, number, asked).await?;
    page.desk.done = query.some("done").and_then(|done| web_post::said_done(&done, writing.lang()));
    Ok(Some(page))
}

/// Reads what stands in the form of a post, and the post itself; saves nothing.
pub async fn typed(
    conn: &mut Conn,
    writing: &Writing,
    number: i64,
    form: &Form,
    now: Instant,
) -> Result<(Post, Content)> {
    let dossier = web_post::open(conn, writing, number, now).await?;
    let content = saving::read(conn, writing, &dossier, form).await?;
    Ok((dossier.post, content))
}

/// Saves what stands in the editor, asked by its script or by its form.
pub async fn save(
    State(app): State<App>,
    writing: Writing,
    Path((_, number)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let number = self::number(&number)?;
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let client: String = header("x-verbund-sitting").chars().take(80).collect();
    let kept = saving::keep(&app, &writing, number, &form, &client).await?;
    if header(header::ACCEPT.as_str()).starts_with("application/json") {
        return for_script(&app, &writing, number, kept, is_soon(&form)).await;
    }
    let href = post_href(&writing.consortium, number);
    match kept.saved {
        Saved::Beside(copy) => Ok(html::see_other(&format!("{href}/merge/{copy}"))),
        Saved::Newest(_) if kept.problems.iter().any(|problem| problem.field == "date") => {
            // The text is saved; only the time that cannot be has to be kept in the form.
            let (date, time) = (form.text("date"), form.text("time"));
            let due = Due { date, time, was: form.text("date_was"), ..Due::default() };
            let problems = kept.problems.into_iter().filter(|problem| problem.field == "date").collect();
            let asked = Asked { due: Some(due), problems, ..Asked::default() };
            edit_page::rejected(&app, &writing, number, asked).await
        }
        Saved::Newest(_) if form.text("then") == "picture" => {
            Ok(html::see_other(&format!("{href}/pictures")))
        }
        Saved::Newest(_) if form.has("shift") => Ok(html::done(&format!("{href}/edit#pictures"), "kept")),
        Saved::Newest(_) => Ok(html::done(&format!("{href}/edit"), "kept")),
    }
}

async fn for_script(
    app: &App,
    reading: &Reading,
    number: i64,
    kept: Kept,
    is_soon: bool,
) -> Result<Response> {
    let (w, now) = (reading.lang(), app.clock.now());
    let version = match kept.saved {
        Saved::Newest(id) => id,
        Saved::Beside(copy) => {
            let merge_url = format!("{}/merge/{copy}", post_href(&reading.consortium, number));
            return Ok((StatusCode::CONFLICT, Json(json!({ "merge_url": merge_url }))).into_response());
        }
    };
    let zone = reading.consortium.time_zone();
    let state = kept.dossier.standing.state(now);
    let mut conn = app.db.read().await?;
    let wished = edit_page::wished(&mut conn, reading, &kept.dossier, &kept.content, now).await?;
    let pictures: Vec<_> = pictures(&mut conn, reading, &kept.content)
        .await?
        .into_iter()
        .map(|picture| json!({ "id": picture.id, "problem": picture.problem }))
        .collect();
    let lacks = lacks(&mut conn, &reading.consortium.id, &kept.content, now, w).await?;
    let wished = wished.filter(|_| !is_soon);
    let problems: Vec<String> = kept.problems.iter().map(|problem| w.say(&problem.why)).collect();
    Ok(Json(json!({
        "version": version,
        "saved_at_label": Local::new(&zone, w, now).time(now),
        "problems": problems,
        "pictures": pictures,
        "state": { "code": state.code(), "word": w.say(&state.sentence()) },
        "lacks": lacks,
        "next": edit_page::next(&kept.dossier, reading, wished, w),
    }))
    .into_response())
}

/// Shows what stands in the form as readers will see it, and saves nothing.
pub async fn preview(
    State(app): State<App>,
    writing: Writing,
    Path((_, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let w = writing.lang();
    let mut conn = app.db.read().await?;
    let dossier = web_post::open(&mut conn, &writing, self::number(&number)?, app.clock.now()).await?;
    let content = saving::read(&mut conn, &writing, &dossier, &form).await?;
    let names = store_names::read(&mut conn, &writing.consortium.id).await?;
    let pictures = pictures(&mut conn, &writing, &content).await?;
    let root = format!("/{}", writing.consortium.slug);
    let shown = Shown::new(&content, &names, pictures, &root, 4, w);
    html::page(&Preview { w, shown }, &Style::default())
}
