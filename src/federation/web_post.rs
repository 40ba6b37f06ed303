//! Posts and the activities around them, for other servers.
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::actor::ActorId;
use super::reading::{Said, Spoken, find};
use super::web_actor::answer;
use super::{object, profile, saying, store_actor, store_public, store_spoken};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::page::html::Keep;
use crate::post::PostId;

/// Shows a post as an object; where one was, its stone.
pub async fn post(State(app): State<App>, Path(id): Path<PostId>) -> Result<Response> {
    Ok(match find(&app, &id).await? {
        Said::Here(it) => {
            let note = object::note(&app.config, &it.piece, &it.speakers);
            answer(StatusCode::OK, &object::alone(note), keep(&it))
        }
        Said::Gone { consortium } => {
            let keep = Keep { depends_on: consortium.to_string(), until: None };
            answer(StatusCode::GONE, &object::tombstone(&app.config, &id), keep)
        }
    })
}

/// Shows an activity around a post: that it is there, that it is shared, that it was taken back.
pub async fn activity(State(app): State<App>, Path((id, name)): Path<(PostId, String)>) -> Result<Response> {
    let it = match find(&app, &id).await? {
        Said::Here(it) => it,
        Said::Gone { consortium } if name == "delete" => {
            let spoken = store_spoken::of_post(&mut *app.db.read().await?, &id).await?;
            let deleted = object::delete(&app.config, &id, &spoken.ok_or(Error::NotFound)?);
            let keep = Keep { depends_on: consortium.to_string(), until: None };
            return Ok(answer(StatusCode::OK, &deleted, keep));
        }
        Said::Gone { .. } => return Err(Error::NotFound),
    };
    let (config, piece, speakers) = (&app.config, &it.piece, &it.speakers);
    let document: Option<Value> = match name.as_str() {
        "create" => Some(object::create(config, piece, speakers)),
        "announce" => object::announce(config, &id, piece.since, speakers),
        "replies" => {
            let count = store_public::count_replies(&mut *app.db.read().await?, &id).await?;
            Some(profile::counted(&format!("{}/replies", object::post_url(config, &id)), count))
        }
        _ => None,
    };
    Ok(answer(StatusCode::OK, &document.ok_or(Error::NotFound)?, keep(&it)))
}

/// Shows the activity by which another house whose post it is shares it.
pub async fn sharing(State(app): State<App>, Path((id, actor)): Path<(PostId, ActorId)>) -> Result<Response> {
    let Said::Here(it) = find(&app, &id).await? else { return Err(Error::NotFound) };
    let actor = store_actor::by_id(&mut *app.db.read().await?, &actor).await?;
    let is_named = it.piece.houses.iter().any(|house| actor.institution_id.as_ref() == Some(&house.id));
    if it.speakers.sharer.is_none() || !is_named || actor.id == it.speakers.speaker.id {
        return Err(Error::NotFound);
    }
    Ok(answer(StatusCode::OK, &saying::sharing_of(&app.config, &it.piece, &actor), keep(&it)))
}

/// Shows the activity by which the present text was told; that of an older text is not kept.
pub async fn update(State(app): State<App>, Path((id, name)): Path<(PostId, String)>) -> Result<Response> {
    match find(&app, &id).await? {
        Said::Here(it) if object::update_name(&it.piece) == name => {
            let update = object::update(&app.config, &it.piece, &it.speakers);
            Ok(answer(StatusCode::OK, &update, keep(&it)))
        }
        _ => Err(Error::NotFound),
    }
}

fn keep(it: &Spoken) -> Keep {
    Keep { depends_on: it.consortium.id.to_string(), until: it.until }
}
