//! Where a person is signed in, and ending it.
use axum::extract::{Path, State};
use axum::response::Response;

use crate::base::app::App;
use crate::base::error::Result;
use crate::member::web_seat::Viewer;
use crate::member::{SessionId, store_session};
use crate::page::html;

/// Ends one session; the one in use leads to the door.
pub async fn end(State(app): State<App>, viewer: Viewer, Path(id): Path<SessionId>) -> Result<Response> {
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    store_session::end(&mut tx, &viewer.person.id, &id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(html::done("/me#sessions", "session-ended"))
}

/// Ends all sessions but the one in use.
pub async fn end_others(State(app): State<App>, viewer: Viewer) -> Result<Response> {
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    store_session::end_all(&mut tx, &viewer.person.id, Some(&viewer.session.id), app.clock.now()).await?;
    super::store::note(&mut tx, &app, &viewer.person.id, "sessions-ended").await?;
    tx.commit().await?;
    Ok(html::done("/me#sessions", "sessions-ended"))
}
