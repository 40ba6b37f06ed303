//! The first screen, with what waits of the sendings.
use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Response;

use crate::base::app::App;
use crate::base::error::Result;
use crate::member::web_seat::Reading;
use crate::post::today::web_today;

/// `GET /desk/{verbund}/today`
pub async fn today(
    State(app): State<App>,
    reading: Reading,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    web_today::today(&app, &reading, &query, Vec::new()).await
}
