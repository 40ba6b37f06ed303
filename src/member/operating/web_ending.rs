//! Ending a person's access to the installation, giving it back, and ending that somebody runs it.
use axum::extract::{Path, State};
use axum::response::Response;

use super::ending::may_stop_operating;
use super::noting::{note, note_everywhere};
use super::store;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::member::door::store as door_store;
use crate::member::web_seat::Operating;
use crate::member::{Person, PersonId, store as people, store_session};
use crate::page::html;

/// The scope of all that changes who runs the installation: of two who end each other at the same
/// time, one stays.
const OPERATORS: &str = "operator";

/// Ends a person's access, at once and everywhere, and with it that they run the installation. What
/// they wrote stays; roles stay too, so that access can be given back.
pub async fn end(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(OPERATORS).await?;
    let person = people::by_id(&mut tx, &id).await?;
    may_stop_operating(&person, store::operators(&mut tx).await?)?;
    if person.ended_at.is_none() {
        store::end_person(&mut tx, &id, now).await?;
        close(&mut tx, &app, &person).await?;
        note_everywhere(&mut tx, &app, &viewer, "person-ended", &person).await?;
    }
    tx.commit().await?;
    Ok(html::done(&format!("/operate/people/{id}"), "person-ended"))
}

async fn close(conn: &mut Conn, app: &App, person: &Person) -> Result<()> {
    let now = app.clock.now();
    store_session::end_all(conn, &person.id, None, now).await?;
    door_store::void_begun(conn, &person.id, now).await
}

/// Gives a person their access back, with the ways in they had; not the running of the installation.
pub async fn give_back(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    let mut tx = app.db.begin(OPERATORS).await?;
    let person = people::by_id(&mut tx, &id).await?;
    if person.ended_at.is_some() {
        store::return_person(&mut tx, &id).await?;
        note_everywhere(&mut tx, &app, &viewer, "person-returned", &person).await?;
    }
    tx.commit().await?;
    Ok(html::done(&format!("/operate/people/{id}"), "person-returned"))
}

/// Ends that somebody runs the installation; their places in Verbünde stay.
pub async fn end_operating(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    let mut tx = app.db.begin(OPERATORS).await?;
    let person = people::by_id(&mut tx, &id).await?;
    may_stop_operating(&person, store::operators(&mut tx).await?)?;
    if person.is_operator() {
        store::end_operating(&mut tx, &id).await?;
        note(&mut tx, &app, &viewer, "operating-ended", &person).await?;
    }
    tx.commit().await?;
    let to = if id == viewer.person.id { "/desk".to_owned() } else { format!("/operate/people/{id}") };
    Ok(html::done(&to, "operating-ended"))
}
