//! The list of a Verbund's pictures.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::shown::Shown;
use super::store::{self, Filter, LAST_PAGE, PAGE};
use super::{Picture, PictureId};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Reading;
use crate::page::{Desk, html};

/// A picture as a small piece of a list: its address, and in words what is on it.
#[derive(Debug, Clone)]
pub struct Tile {
    pub id: PictureId,
    pub href: String,
    /// Address, width and height; none while it is being made or when it was taken down.
    pub image: Option<(String, u32, u32)>,
    pub text: String,
    /// What is still missing, or that it was taken down.
    pub notes: Vec<String>,
}

/// What the address of a list or page may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub done: Option<String>,
    pub show: String,
    pub page: i64,
    pub age: String,
    pub picture: String,
}

impl Asked {
    /// Says what has just been done.
    pub fn done(&self, w: Lang) -> Option<String> {
        let key = format!("media-done-{}", self.done.as_deref()?);
        w.has(&key).then(|| w.t(&key))
    }
}

#[derive(Template)]
#[template(path = "media/pictures.html")]
struct Pictures {
    desk: Desk,
    w: Lang,
    action: String,
    consents: Option<String>,
    may_write: bool,
    filters: Vec<(String, String, bool)>,
    tiles: Vec<Tile>,
    is_filtered: bool,
    newer: Option<String>,
    older: Option<String>,
}

/// Shows the pictures of a Verbund, the newest first.
pub async fn list(State(app): State<App>, reading: Reading, Query(asked): Query<Asked>) -> Result<Response> {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let filter = Filter::from_code(&asked.show);
    let nth = asked.page.clamp(0, LAST_PAGE);
    let mut conn = app.db.read().await?;
    let mut pictures = store::page(&mut conn, &reading.consortium.id, filter, nth).await?;
    let has_more = pictures.len() as i64 > PAGE;
    pictures.truncate(PAGE as usize);
    let tiles = tiles(&mut conn, &pictures, &reading).await?;
    let href = |filter: Filter, page: i64| match (filter, page) {
        (Filter::All, 0) => desk_href(slug, "pictures"),
        (filter, 0) => desk_href(slug, &format!("pictures?show={}", filter.code())),
        (filter, page) => desk_href(slug, &format!("pictures?show={}&page={page}", filter.code())),
    };
    let mut frame = desk(&app, &reading, Here::Pictures, w.t("media-pictures"));
    frame.done = asked.done(w);
    let page = Pictures {
        w,
        action: desk_href(slug, "pictures"),
        consents: (!reading.is_only_coach()).then(|| desk_href(slug, "consents")),
        may_write: reading.may_write().is_ok(),
        filters: Filter::ALL
            .iter()
            .map(|it| (href(*it, 0), w.t(&format!("media-filter-{}", it.code())), *it == filter))
            .collect(),
        tiles,
        is_filtered: filter != Filter::All,
        newer: (nth > 0).then(|| href(filter, nth - 1)),
        older: has_more.then(|| href(filter, nth + 1)),
        desk: frame,
    };
    html::page(&page, &page.desk.style)
}

/// Makes the pieces of a list.
pub async fn tiles(
    conn: &mut crate::base::db::Conn,
    pictures: &[Picture],
    reading: &Reading,
) -> Result<Vec<Tile>> {
    let ids: Vec<PictureId> = pictures.iter().map(|picture| picture.id.clone()).collect();
    let shown = store::lines(conn, &ids, reading.now).await?;
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    Ok(pictures.iter().zip(&shown).map(|(picture, shown)| tile(picture, shown, slug, w)).collect())
}

fn tile(picture: &Picture, shown: &Shown, slug: &str, w: Lang) -> Tile {
    let size = shown.teaser().or_else(|| shown.whole()).filter(|_| !shown.withdrawn);
    let undescribed = picture.alt.is_empty() && picture.decorative_at.is_none();
    let mut notes = Vec::new();
    if shown.withdrawn {
        notes.push(w.t("media-note-withdrawn"));
    } else if undescribed {
        notes.push(w.t("media-note-undescribed"));
    }
    if picture.decorative_at.is_some() {
        notes.push(w.t("media-note-decorative"));
    }
    Tile {
        id: picture.id.clone(),
        href: desk_href(slug, &format!("pictures/{}", picture.id)),
        image: size.map(|size| (shown.href(size, "jpg"), size.width, size.height)),
        text: if picture.alt.is_empty() { name_of(picture, w) } else { picture.alt.clone() },
        notes,
    }
}

/// Names a picture that nobody has described yet.
pub fn name_of(picture: &Picture, w: Lang) -> String {
    match picture.file_name.is_empty() {
        true => w.t("media-nameless"),
        false => picture.file_name.clone(),
    }
}
