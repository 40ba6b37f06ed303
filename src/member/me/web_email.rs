//! The e-mail address: it counts once its owner has confirmed it.
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::store;
use super::web::{self, without_email};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::door::{self, PER_MAIL, Ways, entering, store as door_store};
use crate::member::session::{hash_secret, new_secret};
use crate::member::web_seat::Viewer;
use crate::member::{letter, store as people};
use crate::page::Plain;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::page::place::Place;

const KIND: &str = "email";

/// How long an address may wait for being confirmed, in hours.
const HOURS: i64 = 48;

/// Sends a link to a new address. Until it is opened, nothing changes; whether somebody else has
/// the address, nobody learns.
pub async fn change(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let address = match door::email(&form.text("email")) {
        Ok(address) => address,
        Err(why) => {
            let mut faults = Faults::default();
            faults.add("email", why);
            return web::refused(&app, &viewer, &form, faults).await;
        }
    };
    let own = &viewer.person;
    attempt::count(&app, &format!("mail-{}", entering::account(&address)), PER_MAIL).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin(own.id.as_str()).await?;
    door_store::drop_begun(&mut tx, &own.id, KIND).await?;
    if !store::is_taken(&mut tx, &address, &own.id).await? {
        let secret = new_secret();
        door_store::begin(
            &mut tx,
            &hash_secret(&secret),
            KIND,
            Some(&own.id),
            &address,
            now.plus_hours(HOURS),
        )
        .await?;
        let said = (
            &Sentence::new("member-letter-email-subject"),
            &Sentence::new("member-letter-email").with("n", HOURS),
        );
        letter::write_about_sign_in(&mut tx, &app, own, &address, said, &format!("/confirm/{secret}"))
            .await?;
    }
    tx.commit().await?;
    app.waker.wake();
    Ok(html::done("/me#mail", "email-asked"))
}

#[derive(Template)]
#[template(path = "member/me/confirm.html")]
struct Confirm {
    plain: Plain,
    prefix: &'static str,
    secret: String,
    address: Option<String>,
}

/// Shows the button that confirms: programs that only look at mails must not confirm.
pub async fn show(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let now = app.clock.now();
    let found = door_store::begun(&mut *app.db.read().await?, &hash_secret(&secret), KIND, now).await?;
    answer(&app, &place, secret, found.map(|(_, address)| address))
}

/// Asks whether an address is theirs; of a link that was used or is too old it says so, and where
/// to ask for a new one.
fn answer(app: &App, place: &Place, secret: String, address: Option<String>) -> Result<Response> {
    let plain = Plain::inner(place.lang, place.lang.t("member-confirm-title"), app.demo);
    let status = if address.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let page = Confirm { plain, prefix: place.lang_prefix(), secret, address };
    html::with_status(status, &page, &page.plain.style)
}

/// Confirms the address; the old one is told, so that nobody's is exchanged in silence.
pub async fn confirm(State(app): State<App>, place: Place, Path(secret): Path<String>) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(super::NAMES).await?;
    let found = door_store::finish(&mut tx, &hash_secret(&secret), KIND, now).await?;
    let Some((Some(person), address)) = found else { return answer(&app, &place, secret, None) };
    let person = people::by_id(&mut tx, &person).await?;
    if store::is_taken(&mut tx, &address, &person.id).await? {
        return Err(Error::Refused(Sentence::new("member-email-taken")));
    }
    if let Some(old) = person.confirmed_email().filter(|old| *old != address) {
        let said = (
            &Sentence::new("member-letter-moved-subject"),
            &Sentence::new("member-letter-moved").with("address", &address),
        );
        letter::write_about_sign_in(&mut tx, &app, &person, old, said, "/me").await?;
    }
    store::set_email(&mut tx, &person.id, Some(&address), Some(now)).await?;
    store::note(&mut tx, &app, &person.id, "email-confirmed").await?;
    tx.commit().await?;
    app.waker.wake();
    Ok(html::done("/me#mail", "email-confirmed"))
}

/// Removes the address, unless it is the last way in.
pub async fn remove(State(app): State<App>, viewer: Viewer) -> Result<Response> {
    let own = &viewer.person;
    let mut tx = app.db.begin(super::NAMES).await?;
    let person = people::by_id(&mut tx, &own.id).await?;
    let ways =
        Ways::of(&person, door_store::passkeys_of(&mut tx, &own.id).await?.len(), &app.config, app.demo);
    ways.may_lose(without_email(&person, ways))?;
    store::set_email(&mut tx, &own.id, None, None).await?;
    store::note(&mut tx, &app, &own.id, "email-removed").await?;
    tx.commit().await?;
    Ok(html::done("/me#mail", "saved"))
}
