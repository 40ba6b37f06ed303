//! Handing out the files of pictures: to everybody what is public, to members what is theirs.
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::PictureId;
use super::made::Made;
use super::store_shown::{self, Delivery};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::consortium::store as consortium_store;
use crate::institution::store as institution_store;
use crate::member::seat::Seat;
use crate::member::web_seat::MaybeViewer;
use crate::member::{Person, store as member_store};

/// Hands out one file. Whether it may be seen is asked of the database every time and no bytes
/// are kept in memory, so a picture taken down is gone at once, whichever process is asked; a
/// browser that has it already only asks whether it still may show it.
pub async fn file(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let id = PictureId(id);
    let (mut parts, _) = request.into_parts();
    let found = store_shown::delivery(&mut *app.db.read().await?, &id, app.clock.now()).await?;
    if found.withdrawn_at.is_some() || found.lapsed > 0 {
        return Err(Error::NotFound);
    }
    let is_public = found.ready_at.is_some() && found.public_posts > 0;
    if !is_public {
        let MaybeViewer(viewer) = MaybeViewer::from_request_parts(&mut parts, &app).await?;
        let person = viewer.ok_or(Error::NotFound)?.person;
        check_member(&app, &found, person).await?;
    }
    let made = Made::read(&found.sizes);
    let (key, media_type) = made.find(&id, &name).ok_or(Error::NotFound)?;
    let fields = [
        (header::ETAG, format!("\"{id}-{}-{name}\"", made.folder)),
        (header::CACHE_CONTROL, if is_public { "no-cache".into() } else { "private, no-cache".into() }),
    ];
    if knows(&parts.headers, &fields[0].1) {
        return Ok((StatusCode::NOT_MODIFIED, fields).into_response());
    }
    let bytes = app.files.get(&key).await?;
    Ok((fields, [(header::CONTENT_TYPE, media_type)], bytes).into_response())
}

/// Lets those see it who have a seat in the picture's Verbund now: nobody of a house that has left.
async fn check_member(app: &App, found: &Delivery, person: Person) -> Result<()> {
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_id(&mut conn, &found.consortium_id).await?;
    let houses = institution_store::of_consortium(&mut conn, &found.consortium_id).await?;
    let memberships = member_store::memberships_of(&mut conn, &person.id).await?;
    // Why somebody has no seat is said at the desk; here there is simply no picture.
    Seat::take(person, consortium, houses, memberships, app.clock.now())
        .map(drop)
        .map_err(|_| Error::NotFound)
}

fn knows(headers: &HeaderMap, etag: &str) -> bool {
    let tags = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    tags.is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim() == "*" || tag.trim().trim_start_matches("W/") == etag)
    })
}
