//! The pictures of a post in its editor: added, described while somebody writes.
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::media::{PictureId, store as media_store};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::{Desk, html};
use crate::post::showing::web_post::{self, number};
use crate::post::showing::web_post_text::post_href;
use crate::post::store_names;
use crate::post::writing::content::Content;

#[derive(Template)]
#[template(path = "post/editing/picture_add.html")]
struct Add {
    desk: Desk,
    w: Lang,
    post: String,
    action: String,
    back_to: String,
}

/// Shows a form for pictures alone, for browsers without script; it leads back to the editor.
pub async fn add(
    State(app): State<App>,
    writing: Writing,
    Path((_, number)): Path<(String, String)>,
) -> Result<Response> {
    let number = self::number(&number)?;
    web_post::open(&mut *app.db.read().await?, &writing, number, app.clock.now()).await?;
    let w = writing.lang();
    let post = post_href(&writing.consortium, number);
    let page = Add {
        desk: desk(&app, &writing, Here::Posts, w.t("post-picture-add")),
        w,
        action: desk_href(&writing.consortium.slug, "pictures"),
        back_to: format!("{post}/edit#pictures"),
        post,
    };
    html::page(&page, &page.desk.style)
}

/// Adds to a text the pictures that somebody has just brought; tells whether one was new. They
/// are saved with the form in which they now stand.
pub async fn join(
    conn: &mut Conn,
    reading: &Reading,
    content: &mut Content,
    added: &[PictureId],
) -> Result<bool> {
    let known = store_names::pictures(conn, &reading.consortium.id, added).await?;
    let before = content.pictures.len();
    for (id, _) in known {
        if !content.pictures.contains(&id) {
            content.pictures.push(id);
        }
    }
    Ok(content.pictures.len() > before)
}

/// Moves a picture one place, as a button of its line says it: `<id> up` or `<id> down`.
pub fn shift(pictures: &mut [PictureId], wish: &str) {
    let Some((id, way)) = wish.split_once(' ') else { return };
    let Some(at) = pictures.iter().position(|picture| picture.as_str() == id) else { return };
    match way {
        "up" if at > 0 => pictures.swap(at, at - 1),
        "down" if at + 1 < pictures.len() => pictures.swap(at, at + 1),
        _ => {}
    }
}

/// Notes the descriptions that somebody has typed beside the text (fields `alt-<id>`, and
/// `alt_was-<id>` for what stood there). Tells whether one was changed.
pub async fn describe(conn: &mut Conn, reading: &Reading, form: &Form, ids: &[PictureId]) -> Result<bool> {
    let mut changed = false;
    for id in ids {
        let (field, alt) = (format!("alt-{id}"), form.text(&format!("alt-{id}")));
        if !form.has(&field) || alt == form.text(&format!("alt_was-{id}")) {
            continue;
        }
        let mut picture = media_store::of_consortium(conn, &reading.consortium.id, id).await?;
        if picture.alt != alt {
            // Whoever describes a picture says that it is more than decoration.
            picture.decorative_at = picture.decorative_at.filter(|_| alt.is_empty());
            picture.alt = alt;
            media_store::update(conn, &picture).await?;
            changed = true;
        }
    }
    Ok(changed)
}
