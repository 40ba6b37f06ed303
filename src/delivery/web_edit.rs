//! The editor with what each channel will show: the same parts that are sent.
use askama::Template;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;

use super::dispatch;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::channel::piece::Piece;
use crate::channel::store_piece::{self, Version};
use crate::channel::{Channel, store};
use crate::member::web_seat::Writing;
use crate::page::form::Form;
use crate::page::html;
use crate::post::editing::web_edit;
use crate::post::showing::web_post;
use crate::post::showing::web_post_text::post_href;
use crate::post::writing::content::Content;
use crate::post::writing::wording;
use crate::post::{Post, RevisionId};

/// From here on it is said how much room is left.
const SAID_FROM: usize = 20_000;

#[derive(Template)]
#[template(path = "delivery/preview.html")]
struct Preview {
    w: Lang,
    name: String,
    lang: String,
    is_out: bool,
    /// What is lost on the way, and what stands against sending it.
    said: Vec<String>,
    parts: Vec<PartView>,
}

struct PartView {
    text: String,
    /// The address of a small size, and the description.
    pictures: Vec<(String, String)>,
    /// Where the card leads, and what it says.
    card: Option<(String, String)>,
    has_limit: bool,
    is_over: bool,
    left: String,
}

/// Shows the editor.
pub async fn edit(
    State(app): State<App>,
    writing: Writing,
    Path((_, number)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    let query = Form::parse(query.unwrap_or_default().as_bytes());
    let Some(mut page) = web_edit::editor(&app, &writing, number, &query).await? else {
        return Ok(html::see_other(&post_href(&writing.consortium, number)));
    };
    let mut conn = app.db.read().await?;
    let post = crate::post::store::by_number(&mut conn, &writing.consortium.id, number).await?;
    let mut shown = previews(&mut conn, &app, &writing, &post, &page.content).await?;
    drop(conn);
    for block in &mut page.channels {
        block.preview = shown.remove(&block.id).unwrap_or_default();
    }
    html::page(&page, &page.desk.style)
}

/// Shows how what stands in the form will look in each channel, for the editor's script; saves
/// nothing.
pub async fn preview(
    State(app): State<App>,
    writing: Writing,
    Path((_, number)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    let mut conn = app.db.read().await?;
    let (post, content) = web_edit::typed(&mut conn, &writing, number, &form, app.clock.now()).await?;
    Ok(Json(previews(&mut conn, &app, &writing, &post, &content).await?).into_response())
}

/// Renders, by the ids of the channels, how a text will look there.
async fn previews(
    conn: &mut Conn,
    app: &App,
    writing: &Writing,
    post: &Post,
    content: &Content,
) -> Result<BTreeMap<String, String>> {
    let now = app.clock.now();
    let revision = post.head_revision_id.clone().unwrap_or_else(RevisionId::new);
    let mut shown = BTreeMap::new();
    for channel in store::of_consortium(conn, &writing.consortium.id).await? {
        let version = Version { post, revision: &revision, updated: now };
        let own = wording::of(&content.wordings, channel.id.as_str());
        let is_out = own.is_left_out;
        let text = content.clone();
        let (it, network) = (&writing.consortium, channel.network());
        let piece = store_piece::of_content(conn, &app.config, it, version, text, network, now).await?;
        let piece = store_piece::worded(piece, own);
        let view = view(&channel, &piece, is_out, writing.lang());
        shown.insert(channel.id.to_string(), view.render().map_err(anyhow::Error::from)?);
    }
    Ok(shown)
}

fn view(channel: &Channel, piece: &Piece, is_out: bool, w: Lang) -> Preview {
    let composed = dispatch::compose(channel, piece);
    let picture = |at: &usize| {
        let picture = piece.pictures.get(*at)?;
        let small = picture.public.iter().min_by_key(|(width, _)| width.abs_diff(320));
        let src = small.map(|(_, url)| path_of(url)).unwrap_or_default();
        Some((src, picture.alt.clone()))
    };
    let parts = composed.parts.iter().map(|part| PartView {
        text: part.text.clone(),
        pictures: part.pictures.iter().filter_map(picture).collect(),
        card: part.card.as_ref().map(|url| (path_free(url), piece.title.clone())),
        has_limit: part.most < SAID_FROM,
        is_over: part.counted > part.most,
        left: w.n("channel-left", part.most.saturating_sub(part.counted)),
    });
    Preview {
        w,
        name: channel.name.clone(),
        lang: piece.language.clone(),
        is_out,
        said: composed.faults.iter().chain(&composed.losses).map(|it| w.say(it)).collect(),
        parts: parts.collect(),
    }
}

/// Gives the path of an address of this installation: the page may load pictures from nowhere else.
fn path_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map(|at| rest[at..].to_owned()).unwrap_or_default()
}

/// Gives the host of an address, as a card names it.
fn path_free(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().to_owned()
}
