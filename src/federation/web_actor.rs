//! Our actors for other servers: who they are, what they have said, how many follow.
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::actor::ActorId;
use super::standing::{Found, Shown, find};
use super::{icon, key, object, profile, reading, store_public};
use crate::base::app::App;
use crate::base::cache;
use crate::base::error::{Error, Result};
use crate::institution;
use crate::page::html::Keep;

/// How many activities stand on one page of an outbox.
const ON_A_PAGE: i64 = 20;

/// How far back an outbox can be leafed.
const PAGES_MOST: i64 = 500;

/// The media type of what we give to other servers.
pub const ACTIVITY: &str = "application/activity+json; charset=utf-8";

/// Gives a document to another server, to be kept for everybody.
pub fn answer(status: StatusCode, document: &Value, keep: Keep) -> Response {
    let mut response = (status, [(header::CONTENT_TYPE, ACTIVITY)], document.to_string()).into_response();
    response.extensions_mut().insert(keep);
    response
}

/// Shows who an actor is.
pub async fn actor(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    let shown = match here(&app, &id).await? {
        Ok(shown) => shown,
        Err(gone) => return Ok(gone),
    };
    let pem = key::public_pem(&app, &shown.actor).await?;
    let document = profile::document(&app.config, &shown.actor, &shown.profile(&app), &pem);
    Ok(answer(StatusCode::OK, &document, keep(&shown)))
}

/// Tells what an actor has said: how much, and where the pages begin.
pub async fn outbox(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    let shown = match here(&app, &id).await? {
        Ok(shown) => shown,
        Err(gone) => return Ok(gone),
    };
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let total = store_public::count_said(&mut conn, &id, now).await?;
    let until = reading::until(&mut conn, shown.consortium.as_ref(), now).await?;
    let document = profile::paged(&shown.actor.outbox_url(&app.config), total);
    Ok(answer(StatusCode::OK, &document, Keep { until, ..keep(&shown) }))
}

/// Shows one page of what an actor has said, the newest first.
pub async fn outbox_page(State(app): State<App>, Path((id, page)): Path<(ActorId, i64)>) -> Result<Response> {
    let shown = match here(&app, &id).await? {
        Ok(shown) => shown,
        Err(gone) => return Ok(gone),
    };
    let Some(consortium) = &shown.consortium else { return Err(Error::NotFound) };
    if !(1..=PAGES_MOST).contains(&page) {
        return Err(Error::NotFound);
    }
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let offset = (page - 1) * ON_A_PAGE;
    let mut posts = store_public::said(&mut conn, &id, now, ON_A_PAGE + 1, offset).await?;
    let has_more = posts.len() > ON_A_PAGE as usize;
    posts.truncate(ON_A_PAGE as usize);
    let mut items = Vec::with_capacity(posts.len());
    for post in &posts {
        items.extend(reading::said_by(&mut conn, &app.config, consortium, post, &shown.actor, now).await?);
    }
    let until = reading::until(&mut conn, Some(consortium), now).await?;
    let document = profile::page(&shown.actor.outbox_url(&app.config), page, &items, has_more);
    Ok(answer(StatusCode::OK, &document, Keep { until, ..keep(&shown) }))
}

/// Tells how many follow an actor. Who they are is nobody's business.
pub async fn followers(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    let shown = match here(&app, &id).await? {
        Ok(shown) => shown,
        Err(gone) => return Ok(gone),
    };
    let total = store_public::count_followers(&mut *app.db.read().await?, &id).await?;
    let document = profile::counted(&shown.actor.followers_url(&app.config), total);
    Ok(answer(StatusCode::OK, &document, keep(&shown)))
}

/// Our actors follow nobody.
pub async fn following(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    empty(&app, &id, |shown, app| shown.actor.following_url(&app.config)).await
}

/// Nothing is pinned to the top of a profile.
pub async fn featured(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    empty(&app, &id, |shown, app| shown.actor.featured_url(&app.config)).await
}

/// Shows the picture of an actor: the mark of the house, or those of all houses.
pub async fn picture(State(app): State<App>, Path(id): Path<ActorId>) -> Result<Response> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let Found::Here(shown) = find(&mut conn, &id, now).await? else { return Err(Error::NotFound) };
    let Some(consortium) = &shown.consortium else { return Err(Error::NotFound) };
    let houses = match &shown.house {
        Some(house) => vec![house.clone()],
        None => {
            let mut houses = institution::store::of_consortium(&mut conn, &consortium.id).await?;
            houses.retain(|house| house.joined_at <= now && !house.has_left(now));
            houses
        }
    };
    drop(conn);
    let png =
        tokio::task::spawn_blocking(move || icon::draw(&houses)).await.map_err(anyhow::Error::from)??;
    let headers = [(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((headers, png).into_response())
}

async fn empty(app: &App, id: &ActorId, url: fn(&Shown, &App) -> String) -> Result<Response> {
    let shown = match here(app, id).await? {
        Ok(shown) => shown,
        Err(gone) => return Ok(gone),
    };
    let list =
        json!({ "id": url(&shown, app), "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
    Ok(answer(StatusCode::OK, &object::alone(list), keep(&shown)))
}

/// Finds an actor, or gives what stands where it was.
async fn here(app: &App, id: &ActorId) -> Result<std::result::Result<Shown, Response>> {
    match find(&mut *app.db.read().await?, id, app.clock.now()).await? {
        Found::Here(shown) => Ok(Ok(*shown)),
        Found::Gone(actor) => {
            let depends_on = actor.consortium_id.as_ref().map_or(cache::ALL, |id| id.as_str()).to_owned();
            let stone = profile::tombstone(&app.config, &actor);
            Ok(Err(answer(StatusCode::GONE, &stone, Keep { depends_on, until: None })))
        }
    }
}

fn keep(shown: &Shown) -> Keep {
    let consortium = shown.consortium.as_ref();
    let depends_on = consortium.map_or(cache::ALL, |it| it.id.as_str()).to_owned();
    Keep { depends_on, until: consortium.and_then(|it| it.ends_at) }
}

/// Says that pages of other origins may read what everybody may read.
pub fn for_all_origins(mut response: Response) -> Response {
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
