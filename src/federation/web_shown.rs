//! The pages for people, which say where machines find the same.
use axum::extract::Path;
use axum::response::Response;

use super::object::post_url;
use super::standing::{Presence, of_consortium};
use super::store_actor;
use crate::base::error::{Error, Result};
use crate::site::web_visit::Visit;
use crate::site::{self, address};
use crate::{institution, post};

/// Shows a Verbund.
pub async fn front(visit: Visit) -> Result<Response> {
    let visit = with(visit, None, None).await?;
    site::web::front(visit).await
}

/// Shows a house.
pub async fn house(visit: Visit, path: Path<(String, String)>) -> Result<Response> {
    let visit = with(visit, Some(&path.0.1), None).await?;
    site::web_house::house(visit, path).await
}

/// Shows a post.
pub async fn post(visit: Visit, path: Path<(String, String)>) -> Result<Response> {
    let number = address::number(&path.0.1);
    let visit = with(visit, None, number).await?;
    site::web_post::post(visit, path).await
}

/// Notes where machines find what is shown, if it is to be found in the Fediverse.
async fn with(mut visit: Visit, house: Option<&str>, number: Option<i64>) -> Result<Visit> {
    if visit.is_preview {
        return Ok(visit);
    }
    let mut conn = visit.app.db.read().await?;
    let id = &visit.consortium.id;
    if !matches!(of_consortium(&mut conn, id, visit.now).await?, Presence::Speaks(..)) {
        return Ok(visit);
    }
    let config = &visit.app.config;
    let found = match (house, number) {
        (_, Some(number)) => match post::store::by_number(&mut conn, id, number).await {
            Ok(post) => Some(post_url(config, &post.id)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        (Some(slug), _) => match institution::store::by_slug(&mut conn, id, slug).await {
            Ok(house) => store_actor::of_house(&mut conn, &house.id).await?.map(|it| it.url(config)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        _ => store_actor::of_consortium(&mut conn, id).await?.map(|it| it.url(config)),
    };
    drop(conn);
    visit.activity = found;
    Ok(visit)
}
