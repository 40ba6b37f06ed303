//! A person's own page: everything they decide about themselves.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::web_frame::{frame, seats};
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::member::door::{Ways, device, passkey, store as door_store};
use crate::member::session::Session;
use crate::member::web_desk::{Told, told};
use crate::member::web_seat::Viewer;
use crate::member::{Person, store_session};
use crate::page::Desk;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// A passkey in the list.
struct Key {
    id: String,
    name: String,
    meta: String,
    may_go: bool,
}

/// A session in the list.
struct Place {
    id: String,
    device: String,
    meta: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "member/me/me.html")]
pub struct Me {
    pub desk: Desk,
    faults: Faults,
    person: Person,
    name: String,
    sign_in_name: String,
    language: String,
    email: String,
    away: String,
    is_away: bool,
    has_password: bool,
    password_may_go: bool,
    email_may_go: bool,
    passkeys_possible: bool,
    keys: Vec<Key>,
    sessions: Vec<Place>,
    ways: usize,
    mail: bool,
}

/// Builds the page; `form` is what was typed into one of its forms and not taken.
pub async fn page(app: &App, viewer: &Viewer, form: &Form, faults: Faults) -> Result<Me> {
    let w = viewer.lang();
    let now = app.clock.now();
    let person = viewer.person.clone();
    let seats = seats(app, viewer).await?;
    let zone = seats
        .first()
        .map_or(jiff::tz::TimeZone::get("Europe/Berlin").unwrap_or(jiff::tz::TimeZone::UTC), |seat| {
            seat.consortium.time_zone()
        });
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let keys = door_store::passkeys_of(&mut conn, &person.id).await?;
    let sessions = store_session::live_of(&mut conn, &person.id, now).await?;
    drop(conn);
    let ways = Ways::of(&person, keys.len(), &app.config, app.demo);
    let away = person.away_until.filter(|_| person.is_away(now));
    Ok(Me {
        desk: frame(app, viewer, seats, w.t("page-me")),
        name: form.some("name").unwrap_or_else(|| person.name.clone()),
        sign_in_name: form.some("sign_in_name").or_else(|| person.sign_in_name.clone()).unwrap_or_default(),
        language: form.some("language").unwrap_or_else(|| person.language.clone()),
        email: form.some("email").or_else(|| person.email.clone()).unwrap_or_default(),
        away: form
            .some("away")
            .or_else(|| away.map(|until| local.form_date(until.plus_seconds(-1))))
            .unwrap_or_default(),
        is_away: away.is_some(),
        has_password: person.password_hash.is_some(),
        password_may_go: ways.may_lose(Ways { password: false, ..ways }).is_ok(),
        email_may_go: ways.may_lose(without_email(&person, ways)).is_ok(),
        passkeys_possible: passkey::are_possible(&app.config),
        keys: keys.iter().map(|key| shown_key(key, &local, ways)).collect(),
        sessions: sessions.iter().map(|session| shown_session(session, viewer, &local)).collect(),
        ways: ways.count(),
        mail: app.config.mail.is_some() || app.demo,
        faults,
        person,
    })
}

/// Gives the ways that remain without the e-mail address; a password needs a name to go with it.
pub fn without_email(person: &Person, ways: Ways) -> Ways {
    Ways { mail: false, password: ways.password && person.sign_in_name.is_some(), ..ways }
}

fn shown_key(key: &passkey::Stored, local: &Local<'_>, ways: Ways) -> Key {
    let w = local.lang;
    let used = key.last_used_at.map(|at| w.w("member-last-used", "date", local.near(at)));
    let made = w.w("member-made", "date", local.near(key.created_at));
    Key {
        id: key.id.to_string(),
        name: if key.name.is_empty() { w.t("member-passkey") } else { key.name.clone() },
        meta: [Some(made), used].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        may_go: ways.may_lose(Ways { passkeys: ways.passkeys.saturating_sub(1), ..ways }).is_ok(),
    }
}

fn shown_session(session: &Session, viewer: &Viewer, local: &Local<'_>) -> Place {
    let w = local.lang;
    let device = match device::of_agent(&session.agent) {
        (Some(browser), Some(system)) => {
            w.words("member-device", &[("browser", browser), ("system", system)])
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => w.t("member-device-unknown"),
    };
    let shared = session.shared_at.map(|_| w.t("member-session-shared"));
    let since = w.w("member-session-since", "date", local.near(session.created_at));
    let seen = w.w("member-session-seen", "date", local.near(session.seen_at));
    Place {
        id: session.id.to_string(),
        device,
        meta: [Some(since), Some(seen), shared].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        is_here: session.id == viewer.session.id,
    }
}

/// Shows the page.
pub async fn show(State(app): State<App>, viewer: Viewer, Query(query): Query<Told>) -> Result<Response> {
    let mut page = page(&app, &viewer, &Form::default(), Faults::default()).await?;
    page.desk.done = told(viewer.lang(), &query.done);
    html::page(&page, &page.desk.style)
}

/// Shows the page again with what was wrong in one of its forms.
pub async fn refused(app: &App, viewer: &Viewer, form: &Form, faults: Faults) -> Result<Response> {
    let page = page(app, viewer, form, faults).await?;
    html::rejected(&page, &page.desk.style)
}
