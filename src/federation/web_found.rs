//! How other servers find us: who has a handle, and what this installation is.
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use super::actor::{Actor, own_actor};
use super::address::{Place, of_url, reach};
use super::standing::{Found, Presence, ensure, find, of_consortium};
use super::web_actor::for_all_origins;
use super::{profile, store_actor, store_public};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::{consortium, institution};

/// The longest name that is looked up, in bytes.
const LONGEST: usize = 500;

#[derive(Debug, Deserialize)]
pub struct Asked {
    resource: Option<String>,
}

/// Answers who has a handle, or stands behind an address.
pub async fn webfinger(State(app): State<App>, Query(asked): Query<Asked>) -> Result<Response> {
    let resource = asked.resource.unwrap_or_default();
    if resource.is_empty() || resource.len() > LONGEST {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    }
    let Some(actor) = behind(&app, &resource).await? else { return Err(Error::NotFound) };
    let shown = match find(&mut *app.db.read().await?, &actor.id, app.clock.now()).await? {
        Found::Here(shown) => shown,
        Found::Gone(_) => return Ok(gone()),
    };
    let found = profile::found(&app.config, &shown.actor, &shown.profile(&app).url);
    Ok(document("application/jrd+json", found.to_string()))
}

/// Finds the actor that is meant. One that nobody has asked for before is made now.
async fn behind(app: &App, resource: &str) -> Result<Option<Actor>> {
    if let Some(acct) = resource.strip_prefix("acct:") {
        let (name, host) = acct.trim_start_matches('@').rsplit_once('@').unwrap_or_default();
        let (name, host) = (name.to_ascii_lowercase(), host.to_ascii_lowercase());
        return named(app, &name, &host).await;
    }
    if let Some(id) = own_actor(&app.config, resource) {
        return Ok(Some(store_actor::by_id(&mut *app.db.read().await?, &id).await?));
    }
    let Ok(url) = Url::parse(resource) else { return Ok(None) };
    let place = of_url(&mut *app.db.read().await?, &app.config, &url).await?;
    match place {
        Some(Place::Consortium(it)) => Ok(Some(ensure_public(app, &it, None).await?)),
        Some(Place::House(it, house)) => Ok(Some(ensure_public(app, &it, Some(&house)).await?)),
        _ => Ok(None),
    }
}

/// Finds by handle; a slug that is no handle leads to the same actor.
async fn named(app: &App, name: &str, host: &str) -> Result<Option<Actor>> {
    let mut conn = app.db.read().await?;
    let Some(only) = spoken_for(&mut conn, app, host).await? else { return Ok(None) };
    let is_meant = |actor: &Actor| only.as_ref().is_none_or(|id| actor.consortium_id.as_ref() == Some(id));
    if let Some(actor) = store_actor::by_handle(&mut conn, name).await? {
        return Ok(Some(actor).filter(is_meant));
    }
    let (slug, house) = match name.split_once('.') {
        Some((slug, house)) => (slug, Some(house)),
        None => (name, None),
    };
    let place = reach(&mut conn, slug, house).await?;
    drop(conn);
    let actor = match place {
        Some(Place::Consortium(it)) => ensure_public(app, &it, None).await?,
        Some(Place::House(it, house)) => ensure_public(app, &it, Some(&house)).await?,
        _ => return Ok(None),
    };
    Ok(Some(actor).filter(is_meant))
}

/// Tells for whom a host speaks: the public host for all (`Some(None)`), a domain for its Verbund.
async fn spoken_for(
    conn: &mut Conn,
    app: &App,
    host: &str,
) -> Result<Option<Option<consortium::ConsortiumId>>> {
    if host == app.config.public_host() {
        return Ok(Some(None));
    }
    Ok(consortium::store::domain_owner(conn, host).await?.map(Some))
}

async fn ensure_public(
    app: &App,
    it: &consortium::Consortium,
    house: Option<&institution::Institution>,
) -> Result<Actor> {
    let presence = of_consortium(&mut *app.db.read().await?, &it.id, app.clock.now()).await?;
    match presence {
        Presence::Speaks(..) => ensure(app, it, house).await,
        _ => Err(Error::NotFound),
    }
}

/// Leads to the two descriptions of the installation.
pub async fn nodeinfo_links(State(app): State<App>) -> Response {
    let link = |version: &str| {
        let rel = format!("http://nodeinfo.diaspora.software/ns/schema/{version}");
        json!({ "rel": rel, "href": format!("{}/nodeinfo/{version}", app.config.public_url) })
    };
    document("application/json", json!({ "links": [link("2.1"), link("2.0")] }).to_string())
}

/// Describes the installation (NodeInfo 2.0).
pub async fn nodeinfo_2_0(State(app): State<App>) -> Result<Response> {
    describe(&app, "2.0").await
}

/// Describes the installation (NodeInfo 2.1).
pub async fn nodeinfo_2_1(State(app): State<App>) -> Result<Response> {
    describe(&app, "2.1").await
}

async fn describe(app: &App, version: &str) -> Result<Response> {
    let figures = store_public::figures(&mut *app.db.read().await?, app.clock.now()).await?;
    let it: Value = json!({
        "version": version,
        "software": { "name": "verbund", "version": env!("CARGO_PKG_VERSION") },
        "protocols": ["activitypub"],
        "services": { "inbound": [], "outbound": ["atom1.0", "rss2.0"] },
        "openRegistrations": false,
        "usage": { "users": { "total": figures.people }, "localPosts": figures.posts },
        "metadata": {},
    });
    let kind =
        format!("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/{version}#\"");
    Ok(for_all_origins(([(header::CONTENT_TYPE, kind)], it.to_string()).into_response()))
}

/// Tells old servers where handles are looked up.
pub async fn host_meta(State(app): State<App>) -> Response {
    let template = format!("{}/.well-known/webfinger?resource={{uri}}", app.config.public_url);
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">\n\
         <Link rel=\"lrdd\" template=\"{}\"/>\n</XRD>\n",
        super::content::escaped(&template)
    );
    document("application/xrd+xml; charset=utf-8", body)
}

fn gone() -> Response {
    (StatusCode::GONE, [(header::CONTENT_TYPE, "application/json")], "{}").into_response()
}

fn document(kind: &'static str, body: String) -> Response {
    for_all_origins(([(header::CONTENT_TYPE, kind)], body).into_response())
}
