//! The code with which somebody comes in again whom no coordination alone may let in.
use axum::extract::{Path, State};
use axum::response::Response;

use super::noting::note;
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::member::door::RESCUE_HOURS;
use crate::member::me::web_frame::{frame, seats};
use crate::member::people::web_issued::sheet;
use crate::member::people::web_rescue;
use crate::member::web_seat::Operating;
use crate::member::{PersonId, store as people};

/// Issues a one-time code for a person of any Verbund, but for nobody who runs the installation.
pub async fn issue(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    let mut tx = app.db.begin(id.as_str()).await?;
    let person = people::by_id(&mut tx, &id).await?;
    if person.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let code = web_rescue::issued(&mut tx, &app, &viewer.person, &person).await?;
    note(&mut tx, &app, &viewer, "rescue-issued", &person).await?;
    tx.commit().await?;
    app.waker.wake();
    let w = viewer.lang();
    let title = w.w("member-rescue-issued", "name", &person.name);
    let desk = frame(&app, &viewer, seats(&app, &viewer).await?, title);
    let facts = vec![person.name, w.n("member-valid-hours", RESCUE_HOURS)];
    sheet(&web_rescue::handed(&app, desk, facts, code, format!("/operate/people/{id}")))
}
