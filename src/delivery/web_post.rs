//! The page of a post, with the section on where it stands.
use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use crate::base::app::App;
use crate::base::error::Result;
use crate::member::web_seat::Reading;
use crate::post::showing::web_post;

/// Shows a post.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let number = web_post::number(&number)?;
    web_post::show(&app, &reading, number, &query, String::new()).await
}
