//! A post as it is carried to a channel by hand: the text ready to copy, the pictures ready to save.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::dispatch;
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::channel::{ChannelId, Network, store, store_piece};
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Reading;
use crate::page::{Desk, html};
use crate::post::showing::web_post;
use crate::post::showing::web_post_text::post_href;

#[derive(Template)]
#[template(path = "delivery/carry.html")]
struct Carry {
    desk: Desk,
    back: (String, String),
    channel: String,
    lang: String,
    texts: Vec<String>,
    pictures: Vec<Picture>,
}

/// A picture to be saved, in the largest size that is made.
struct Picture {
    src: String,
    large: String,
    alt: String,
    credit: String,
}

/// Shows what is to be carried; only for channels that no program reaches.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path(params): Path<HashMap<String, String>>,
) -> Result<Response> {
    let (w, now) = (reading.lang(), app.clock.now());
    let param = |name: &str| params.get(name).map(String::as_str).ok_or(Error::NotFound);
    let number = web_post::number(param("number")?)?;
    let mut conn = app.db.read().await?;
    let post = crate::post::store::by_number(&mut conn, &reading.consortium.id, number).await?;
    let id = ChannelId::from(param("channel")?);
    let channel = store::by_id(&mut conn, &reading.consortium.id, &id).await?;
    if channel.network() != Network::ByHand {
        return Err(Error::NotFound);
    }
    let revision = post.live_revision_id.clone().or_else(|| post.next_revision_id.clone());
    let revision = revision.ok_or(Error::NotFound)?;
    let it = &reading.consortium;
    let piece = store_piece::read_for(&mut conn, &app.config, it, &post, &revision, &channel, now).await?;
    drop(conn);
    let pictures = piece.pictures.iter().filter_map(|picture| {
        let by = |most: u32| picture.public.iter().min_by_key(|(width, _)| width.abs_diff(most));
        let (small, large) = (by(320)?, by(u32::MAX)?);
        Some(Picture {
            src: small.1.clone(),
            large: large.1.clone(),
            alt: picture.alt.clone(),
            credit: picture.credit.clone(),
        })
    });
    let page = Carry {
        desk: desk(&app, &reading, Here::Posts, w.w("delivery-carry-title", "channel", &channel.name)),
        back: (post_href(it, number), piece.title.clone()),
        channel: channel.name.clone(),
        lang: piece.language.clone(),
        texts: dispatch::compose(&channel, &piece).parts.into_iter().map(|part| part.text).collect(),
        pictures: pictures.collect(),
    };
    html::page(&page, &page.desk.style)
}
