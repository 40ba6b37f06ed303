//! A person's own password and passkeys.
use axum::extract::{Path, State};
use axum::response::Response;

use super::{store, web};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::member::door::{PER_ACCOUNT, Ways, password, store as door_store};
use crate::member::web_seat::Viewer;
use crate::member::{PasskeyId, Person, PersonId, store as people, store_session};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// Tells whether the present password was typed; who has none needs none.
pub async fn knows_password(app: &App, person: &Person, typed: String) -> Result<bool> {
    if person.password_hash.is_none() {
        return Ok(true);
    }
    let subject = format!("own:{}", person.id);
    attempt::count(app, &subject, PER_ACCOUNT).await?;
    let is_right = password::is_right(typed, person.password_hash.clone()).await?;
    if is_right {
        attempt::succeeded(app, &subject).await?;
    }
    Ok(is_right)
}

/// Sets or changes the password; all other sessions end, in case the old one was known to others.
pub async fn set_password(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let own = &viewer.person;
    let mut faults = Faults::default();
    if !knows_password(&app, own, form.raw("current")).await? {
        faults.add("current", Sentence::new("member-password-wrong"));
    }
    let words = form.raw("password");
    let sign_in_name = own.sign_in_name.as_deref().unwrap_or_default();
    if let Err(why) = password::check_new(&words, &[&own.name, sign_in_name]) {
        faults.add("password", why);
    }
    if own.email.is_none() && own.sign_in_name.is_none() {
        faults.add("sign_in_name", Sentence::new("member-sign-in-name-first"));
    }
    if !faults.is_empty() {
        return web::refused(&app, &viewer, &form, faults).await;
    }
    let hash = password::hashed(words).await?;
    let mut tx = app.db.begin(own.id.as_str()).await?;
    door_store::set_password(&mut tx, &own.id, Some(&hash)).await?;
    store_session::end_all(&mut tx, &own.id, Some(&viewer.session.id), app.clock.now()).await?;
    store::note(&mut tx, &app, &own.id, "password-set").await?;
    tx.commit().await?;
    Ok(html::done("/me#password-title", "password-set"))
}

async fn ways(conn: &mut Conn, app: &App, id: &PersonId) -> Result<Ways> {
    let person = people::by_id(conn, id).await?;
    let keys = door_store::passkeys_of(conn, id).await?.len();
    Ok(Ways::of(&person, keys, &app.config, app.demo))
}

/// Removes the password, unless it is the last way in.
pub async fn remove_password(State(app): State<App>, viewer: Viewer) -> Result<Response> {
    let own = &viewer.person.id;
    let mut tx = app.db.begin(own.as_str()).await?;
    let ways = ways(&mut tx, &app, own).await?;
    ways.may_lose(Ways { password: false, ..ways })?;
    door_store::set_password(&mut tx, own, None).await?;
    store::note(&mut tx, &app, own, "password-removed").await?;
    tx.commit().await?;
    Ok(html::done("/me#password-title", "saved"))
}

/// Gives a passkey another name.
pub async fn name_passkey(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<PasskeyId>,
    form: Form,
) -> Result<Response> {
    let name: String = form.text("name").chars().take(60).collect();
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    door_store::name_passkey(&mut tx, &viewer.person.id, &id, &name).await?;
    tx.commit().await?;
    Ok(html::done("/me#passkeys", "saved"))
}

/// Removes a passkey, unless it is the last way in.
pub async fn remove_passkey(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<PasskeyId>,
) -> Result<Response> {
    let own = &viewer.person.id;
    let mut tx = app.db.begin(own.as_str()).await?;
    let ways = ways(&mut tx, &app, own).await?;
    ways.may_lose(Ways { passkeys: ways.passkeys.saturating_sub(1), ..ways })?;
    door_store::remove_passkey(&mut tx, own, &id).await?;
    store::note(&mut tx, &app, own, "passkey-removed").await?;
    tx.commit().await?;
    Ok(html::done("/me#passkeys", "saved"))
}
