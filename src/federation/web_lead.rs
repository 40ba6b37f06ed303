//! One address, two readers: a server that asks a page for its object is led to it, and a person who
//! opens an object is led to its page.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::actor::own_actor;
use super::address::{Place, of_path};
use super::reading::{self, Said};
use super::standing::{Found, Presence, ensure, find, of_consortium};
use super::{object, store_actor};
use crate::base::app::App;
use crate::base::error::Result;
use crate::consortium::Consortium;
use crate::institution::Institution;

/// Leads whoever asks at the wrong one of two addresses. Stands before the stored pages, which know
/// only one answer for each address.
pub async fn lead(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return next.run(request).await;
    }
    let path = request.uri().path().to_owned();
    let is_object = path.starts_with("/ap/");
    let to = match (wants_object(request.headers()), is_object) {
        (true, false) => object_of(&app, &path).await,
        (false, true) if wants_page(request.headers()) => page_of(&app, &path).await,
        _ => Ok(None),
    };
    match to {
        Ok(Some(to)) => led(&to),
        Ok(None) => next.run(request).await,
        Err(error) => {
            tracing::debug!(%error, path, "leads nowhere else");
            next.run(request).await
        }
    }
}

/// Gives the id of what a page shows, if it is to be found in the Fediverse.
async fn object_of(app: &App, path: &str) -> Result<Option<String>> {
    let place = of_path(&mut *app.db.read().await?, path).await?;
    match place {
        Some(Place::Consortium(it)) => of_actor(app, &it, None).await,
        Some(Place::House(it, house)) => of_actor(app, &it, Some(&house)).await,
        Some(Place::Post(id)) => Ok(match reading::find(app, &id).await? {
            Said::Here(_) | Said::Gone { .. } => Some(object::post_url(&app.config, &id)),
        }),
        None => Ok(None),
    }
}

async fn of_actor(app: &App, it: &Consortium, house: Option<&Institution>) -> Result<Option<String>> {
    let presence = of_consortium(&mut *app.db.read().await?, &it.id, app.clock.now()).await?;
    match presence {
        Presence::Speaks(..) => Ok(Some(ensure(app, it, house).await?.url(&app.config))),
        _ => Ok(None),
    }
}

/// Gives the page for people of an actor or a post.
async fn page_of(app: &App, path: &str) -> Result<Option<String>> {
    let whole = format!("{}{path}", app.config.public_url);
    if let Some(id) = object::own_post(&app.config, &whole) {
        return Ok(match reading::find(app, &id).await? {
            Said::Here(it) => Some(it.piece.url),
            Said::Gone { .. } => None,
        });
    }
    let Some(id) = own_actor(&app.config, &whole) else { return Ok(None) };
    let mut conn = app.db.read().await?;
    store_actor::by_id(&mut conn, &id).await?;
    Ok(match find(&mut conn, &id, app.clock.now()).await? {
        Found::Here(shown) => Some(shown.profile(app).url),
        Found::Gone(_) => None,
    })
}

fn accepts(headers: &HeaderMap, kinds: &[&str]) -> bool {
    let said = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|value| value.split(',')).any(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kinds.iter().any(|wanted| kind.eq_ignore_ascii_case(wanted))
    })
}

fn wants_object(headers: &HeaderMap) -> bool {
    accepts(headers, &["application/activity+json", "application/ld+json"])
}

fn wants_page(headers: &HeaderMap) -> bool {
    accepts(headers, &["text/html"]) && !wants_object(headers)
}

fn led(to: &str) -> Response {
    let Ok(to) = HeaderValue::from_str(to) else { return StatusCode::NOT_FOUND.into_response() };
    let vary = HeaderValue::from_static("accept");
    (StatusCode::SEE_OTHER, [(header::LOCATION, to), (header::VARY, vary)]).into_response()
}
