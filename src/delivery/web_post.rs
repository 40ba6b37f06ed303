//! The page of a post, with the section on where it stands.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::web_line::{Line, line};
use super::{store, store_due};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::channel::store_piece;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::post::showing::web_post;
use crate::post::{Post, store as post_store};
use crate::site;

/// The class, the sentence, and the address of the own site's line.
type Own = (&'static str, String, Option<String>);

#[derive(Template)]
#[template(path = "delivery/section.html")]
struct Section {
    w: Lang,
    own: Own,
    lines: Vec<Line>,
    back: String,
}

/// Shows a post.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    let mut conn = app.db.read().await?;
    let post = post_store::by_number(&mut conn, &reading.consortium.id, number).await?;
    let section = section(&app, &mut conn, &reading, &post).await?;
    drop(conn);
    web_post::show(&app, &reading, number, &query, section).await
}

/// Says where a post stands, as HTML; nothing while it was never public.
async fn section(app: &App, conn: &mut Conn, reading: &Reading, post: &Post) -> Result<String> {
    let now = app.clock.now();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, reading.lang(), now);
    let turns = store::of_post(conn, &post.id).await?;
    let is_public = post.public_revision(now).is_some() && reading.consortium.is_public(now);
    if !is_public && turns.is_empty() {
        return Ok(String::new());
    }
    let mut lines = Vec::new();
    for channel in store_due::channels(conn, &reading.consortium.id).await? {
        let own: Vec<_> = turns.iter().filter(|turn| turn.row.channel_id == channel.id).cloned().collect();
        lines.extend(line(reading, post.number, &channel, &own, is_public, &local));
    }
    let section = Section {
        w: local.lang,
        own: own_site(app, reading, post, is_public, &local),
        lines,
        back: desk_href(&reading.consortium.slug, &format!("posts/{}", post.number)),
    };
    section.render().map_err(|error| Error::Broken(error.into()))
}

fn own_site(app: &App, reading: &Reading, post: &Post, is_public: bool, local: &Local<'_>) -> Own {
    let w = local.lang;
    match post.public_since(local.now).filter(|_| is_public) {
        Some(since) => {
            let root = store_piece::root(&app.config, &reading.consortium);
            let href = format!("{root}/beitrag/{}", site::address::post(post.number, &post.title));
            ("there", w.w("delivery-own-since", "at", local.near(since)), Some(href))
        }
        None => ("there", w.t("delivery-own-gone"), None),
    }
}
