//! Uploading pictures: one or several in one go, each taken or refused by itself.
use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::multipart::{Field, Multipart, MultipartRejection};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::intake::{self, MOST_BYTES};
use super::work_intake::{Origin, take_in};
use super::{PictureId, store};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::{Desk, html};

/// How many files one upload may bring.
const MOST_FILES: usize = 20;
/// The largest upload as a whole, in bytes; one file after the other is held in memory.
pub const MOST_BODY: usize = MOST_FILES * 30 * 1024 * 1024;

/// What became of an upload.
#[derive(Debug, Default)]
struct Outcome {
    taken: Vec<(PictureId, String)>,
    refused: Vec<(String, Sentence)>,
    form: Form,
}

#[derive(Template)]
#[template(path = "media/upload_refused.html")]
struct Refused {
    desk: Desk,
    w: Lang,
    action: String,
    back: String,
    onward: String,
    taken: Vec<(String, String)>,
    refused: Vec<(String, String)>,
}

/// Takes pictures in. Those that can be taken are taken, the others are named with the reason.
/// `back` leads to where they are wanted, with `?picture=<id>` for each.
pub async fn upload(
    State(app): State<App>,
    writing: Writing,
    headers: HeaderMap,
    multipart: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Response> {
    let multipart = multipart.map_err(|_| Error::Refused(Sentence::new("page-form-kind")))?;
    let outcome = receive(&app, &writing, multipart).await?;
    let as_json =
        headers.get(header::ACCEPT).is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
    if as_json { json(&app, &writing, outcome).await } else { answer(&app, &writing, outcome) }
}

async fn receive(app: &App, reading: &Reading, mut multipart: Multipart) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let cut = |_| Error::Refused(Sentence::new("media-upload-cut"));
    while let Some(mut field) = multipart.next_field().await.map_err(cut)? {
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_none() {
            let value = text(&mut field).await?;
            outcome.form.set(&name, value);
            continue;
        }
        let file_name = field.file_name().map(bare).unwrap_or_default();
        let (bytes, length) = file(&mut field).await?;
        if file_name.is_empty() && length == 0 {
            continue;
        }
        let refusal = match outcome.taken.len() + outcome.refused.len() {
            MOST_FILES.. => Some(Sentence::new("media-too-many-files").with("n", MOST_FILES)),
            _ if length > bytes.len() => Some(intake::refused_unread(&bytes, length)),
            _ => None,
        };
        let result = match refusal {
            Some(why) => Err(why),
            None => take_in(app, origin(reading, &file_name), bytes).await?,
        };
        match result {
            Ok(id) => outcome.taken.push((id, file_name)),
            Err(why) => outcome.refused.push((file_name, why)),
        }
    }
    if outcome.taken.is_empty() && outcome.refused.is_empty() {
        outcome.refused.push((String::new(), Sentence::new("media-none-chosen")));
    }
    Ok(outcome)
}

fn origin(reading: &Reading, file_name: &str) -> Origin {
    let house = reading.first_house();
    let credit = house.map_or(&reading.consortium.name, |house| &house.display_name);
    Origin {
        consortium: reading.consortium.id.clone(),
        house: house.map(|house| house.id.clone()),
        by: Some(reading.person.id.clone()),
        file_name: file_name.to_owned(),
        credit: credit.clone(),
    }
}

/// Reads a file to its end, but keeps no more of it than may be taken.
async fn file(field: &mut Field<'_>) -> Result<(Bytes, usize)> {
    let (mut kept, mut length) = (Vec::new(), 0);
    let cut = |_| Error::Refused(Sentence::new("media-upload-cut"));
    while let Some(chunk) = field.chunk().await.map_err(cut)? {
        length += chunk.len();
        let room = MOST_BYTES.saturating_sub(kept.len());
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok((kept.into(), length))
}

async fn text(field: &mut Field<'_>) -> Result<String> {
    let (bytes, _) = file(field).await?;
    Ok(String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned())
}

/// Some browsers send the whole path.
fn bare(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// Gives where to go on: only within this installation.
fn back(reading: &Reading, form: &Form) -> Option<String> {
    let slug = &reading.consortium.slug;
    let within = |to: &String| to.starts_with(&format!("/desk/{slug}/")) && !to.contains(['\\', '\n']);
    form.some("back").filter(within).or_else(|| {
        let number: i64 = form.text("post").parse().ok()?;
        Some(desk_href(slug, &format!("posts/{number}")))
    })
}

fn with_pictures(back: &str, taken: &[(PictureId, String)]) -> String {
    let (path, fragment) = back.split_once('#').map_or((back, None), |(path, rest)| (path, Some(rest)));
    let mut to = path.to_owned();
    for (id, _) in taken {
        to.push(if to.contains('?') { '&' } else { '?' });
        to.push_str(&format!("picture={id}"));
    }
    fragment.map_or(to.clone(), |rest| format!("{to}#{rest}"))
}

fn answer(app: &App, reading: &Reading, outcome: Outcome) -> Result<Response> {
    let slug = &reading.consortium.slug;
    let back = back(reading, &outcome.form);
    let onward = match (&back, outcome.taken.as_slice()) {
        (Some(back), taken) => with_pictures(back, taken),
        (None, [(id, _)]) => desk_href(slug, &format!("pictures/{id}")),
        (None, _) => desk_href(slug, "pictures"),
    };
    if outcome.refused.is_empty() {
        return Ok(match back {
            Some(_) => html::see_other(&onward),
            None => html::done(&onward, "uploaded"),
        });
    }
    let w = reading.lang();
    let href = |id: &PictureId| desk_href(slug, &format!("pictures/{id}"));
    let page = Refused {
        desk: desk(app, reading, Here::Pictures, w.t("media-refused-title")),
        w,
        action: desk_href(slug, "pictures"),
        back: back.unwrap_or_default(),
        onward,
        taken: outcome.taken.iter().map(|(id, name)| (href(id), name.clone())).collect(),
        refused: outcome.refused.iter().map(|(name, why)| (name.clone(), w.say(why))).collect(),
    };
    html::rejected(&page, &page.desk.style)
}

/// The same for the editor's script.
async fn json(app: &App, reading: &Reading, outcome: Outcome) -> Result<Response> {
    let w = reading.lang();
    let ids: Vec<PictureId> = outcome.taken.iter().map(|(id, _)| id.clone()).collect();
    let shown = store::lines(&mut *app.db.read().await?, &ids, app.clock.now()).await?;
    let pictures: Vec<_> = shown
        .iter()
        .map(|it| {
            let src = it.whole().map(|size| it.href(size, "jpg"));
            serde_json::json!({ "id": it.id, "src": src, "width": it.width, "height": it.height })
        })
        .collect();
    let refused: Vec<_> = outcome
        .refused
        .iter()
        .map(|(name, why)| serde_json::json!({ "file": name, "why": w.say(why) }))
        .collect();
    let status = if refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let body = serde_json::json!({ "pictures": pictures, "refused": refused });
    Ok((status, axum::Json(body)).into_response())
}
