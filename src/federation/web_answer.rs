//! Answers of ours, for servers that read a conversation.
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::object::{self, PUBLIC};
use super::web_actor::answer;
use super::{answering, outgoing};
use crate::base::app::App;
use crate::base::cache;
use crate::base::error::{Error, Result};
use crate::page::html::Keep;

/// Shows an answer that everybody may read; one that was meant for one person is not found.
pub async fn note(State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    let create = said(&app, &id).await?;
    Ok(answer(StatusCode::OK, &object::alone(create["object"].clone()), keep()))
}

/// Shows the activity by which it was said.
pub async fn create(State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    Ok(answer(StatusCode::OK, &said(&app, &id).await?, keep()))
}

async fn said(app: &App, id: &str) -> Result<Value> {
    let activity = format!("{}/create", answering::note_url(&app.config, id));
    let body = outgoing::store::body_of(&mut *app.db.read().await?, &activity).await?;
    let create: Value = serde_json::from_str(&body.ok_or(Error::NotFound)?)?;
    let is_open = create["to"].as_array().is_some_and(|to| to.iter().any(|it| it == PUBLIC));
    if is_open { Ok(create) } else { Err(Error::NotFound) }
}

fn keep() -> Keep {
    Keep { depends_on: cache::ALL.to_owned(), until: None }
}
