//! Which page of ours an address is: a Verbund, a house, or a post.
use url::Url;

use crate::base::config::Config;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::consortium::{self, Consortium};
use crate::institution::{self, Institution};
use crate::post::{self, PostId};
use crate::site;

/// A page that the Fediverse knows under an id of its own.
pub enum Place {
    Consortium(Box<Consortium>),
    House(Box<Consortium>, Box<Institution>),
    Post(PostId),
}

/// Finds the page of a whole address, on the installation's host or a Verbund's own.
pub async fn of_url(conn: &mut Conn, config: &Config, url: &Url) -> Result<Option<Place>> {
    if !matches!(url.scheme(), "https" | "http") {
        return Ok(None);
    }
    let path = url.path().strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let path = path.unwrap_or(url.path());
    let Some(host) = url.host_str() else { return Ok(None) };
    let host = url.port().map_or(host.to_owned(), |port| format!("{host}:{port}"));
    if host == config.public_host() {
        return of_path(conn, path).await;
    }
    let Some(id) = consortium::store::domain_owner(conn, &host).await? else { return Ok(None) };
    let it = consortium::store::by_id(conn, &id).await?;
    of_path(conn, &format!("/{}{path}", it.slug)).await
}

/// Finds the page of a path as `routes/` knows it, without language and domain.
pub async fn of_path(conn: &mut Conn, path: &str) -> Result<Option<Place>> {
    let mut parts = path.trim_matches('/').split('/');
    let (slug, kind, name) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if slug.is_empty() || parts.next().is_some() {
        return Ok(None);
    }
    match (kind, name) {
        (None, None) => reach(conn, slug, None).await,
        (Some("einrichtung"), Some(house)) => reach(conn, slug, Some(house)).await,
        (Some("beitrag"), Some(segment)) => {
            let Some(number) = site::address::number(segment) else { return Ok(None) };
            let Some(it) = found(consortium::store::by_slug(conn, slug).await)? else { return Ok(None) };
            let post = found(post::store::by_number(conn, &it.id, number).await)?;
            Ok(post.map(|post| Place::Post(post.id)))
        }
        _ => Ok(None),
    }
}

/// Finds a Verbund, or one of its houses, by slugs they have or ever had.
pub async fn reach(conn: &mut Conn, slug: &str, house: Option<&str>) -> Result<Option<Place>> {
    let Some(it) = found(consortium::store::by_slug(conn, slug).await)? else { return Ok(None) };
    let Some(house) = house else { return Ok(Some(Place::Consortium(Box::new(it)))) };
    let house = found(institution::store::by_slug(conn, &it.id, house).await)?;
    Ok(house.map(|house| Place::House(Box::new(it), Box::new(house))))
}

fn found<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(it) => Ok(Some(it)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
