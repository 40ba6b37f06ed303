//! Signing in with a name and a password, and signing out.
use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::address::Caller;
use super::store::DemoDoor;
use super::{PER_ACCOUNT, entering, local_path, passkey, password, store, web_second};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::member::session::{self, secret_in};
use crate::member::web_seat::MaybeViewer;
use crate::member::{store as people, store_session};
use crate::page::Plain;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::page::place::Place;

/// What the door was asked for: where to go on, and what has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub back: String,
    pub done: String,
}

/// One of the people whom the demo lets in with one click.
struct Role {
    code: String,
    word: String,
    first: DemoDoor,
}

#[derive(Template)]
#[template(path = "member/door/sign_in.html")]
struct SignIn {
    plain: Plain,
    prefix: &'static str,
    faults: Faults,
    back: String,
    name: String,
    is_shared: bool,
    done: Option<String>,
    passkeys: bool,
    mail: bool,
    demo: Vec<Role>,
}

/// Gives the page that was asked for before, or the first page of the editors' face.
pub fn back_or_desk(back: &str) -> &str {
    local_path(back).unwrap_or("/desk")
}

async fn door(app: &App, place: &Place, form: &Form, faults: Faults) -> Result<SignIn> {
    let w = place.lang;
    let demo = if app.demo { demo_roles(app, place).await? } else { Vec::new() };
    Ok(SignIn {
        plain: Plain::inner(w, w.t("member-sign-in"), app.demo),
        prefix: place.lang_prefix(),
        faults,
        back: local_path(&form.text("back")).unwrap_or_default().to_owned(),
        name: form.text("name"),
        is_shared: form.has("shared"),
        done: None,
        passkeys: passkey::are_possible(&app.config),
        mail: app.config.mail.is_some() || app.demo,
        demo,
    })
}

async fn demo_roles(app: &App, place: &Place) -> Result<Vec<Role>> {
    let mut roles: Vec<Role> = Vec::new();
    for one in store::demo_doors(&mut *app.db.read().await?).await? {
        if roles.iter().all(|role| role.code != one.role) {
            let word = place.lang.t(&format!("member-role-{}", one.role));
            roles.push(Role { code: one.role.clone(), word, first: one });
        }
    }
    Ok(roles)
}

/// Shows every way in; who is in already goes on.
pub async fn show(
    State(app): State<App>,
    place: Place,
    MaybeViewer(viewer): MaybeViewer,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    if viewer.is_some() {
        return Ok(html::see_other(back_or_desk(&asked.back)));
    }
    let mut form = Form::default();
    form.set("back", asked.back);
    let mut page = door(&app, &place, &form, Faults::default()).await?;
    page.done = crate::member::web_desk::told(place.lang, &asked.done);
    html::page(&page, &page.plain.style)
}

/// Lets in whoever knows name and password; whether there is such a person, nobody learns.
pub async fn sign_in(State(app): State<App>, place: Place, caller: Caller, form: Form) -> Result<Response> {
    let name = form.text("name");
    let account = entering::account(&name);
    entering::count_address(&app, &caller).await?;
    attempt::count(&app, &account, PER_ACCOUNT).await?;
    let person = people::by_sign_in(&mut *app.db.read().await?, &name).await?;
    let stored = person.as_ref().and_then(|person| person.password_hash.clone());
    let is_right = password::is_right(form.raw("password"), stored).await?;
    let Some(person) = person.filter(|_| is_right) else {
        let mut faults = Faults::default();
        faults.add("name", Sentence::new("member-sign-in-wrong"));
        let page = door(&app, &place, &form, faults).await?;
        return html::rejected(&page, &page.plain.style);
    };
    attempt::succeeded(&app, &account).await?;
    let back = back_or_desk(&form.text("back")).to_owned();
    if person.totp_secret.is_some() {
        return web_second::ask(&app, &place, &person.id, &back, form.has("shared")).await;
    }
    let mut tx = app.db.begin(person.id.as_str()).await?;
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, form.has("shared")).await?;
    tx.commit().await?;
    Ok(let_in(&app, &secret, form.has("shared"), &back))
}

/// Hands out the session's cookie and leads on.
pub fn let_in(app: &App, secret: &str, shared: bool, to: &str) -> Response {
    let cookie = session::cookie(secret, shared, app.config.is_secure());
    ([(header::SET_COOKIE, cookie)], html::see_other(to)).into_response()
}

/// Shows the door again with what was wrong with one of its smaller forms.
pub async fn refused(
    app: &App,
    place: &Place,
    form: &Form,
    field: &'static str,
    why: Sentence,
) -> Result<Response> {
    let mut faults = Faults::default();
    faults.add(field, why);
    let page = door(app, place, form, faults).await?;
    html::rejected(&page, &page.plain.style)
}

/// Ends the session in this browser, and asks it to forget what it kept of us, pages too.
pub async fn sign_out(
    State(app): State<App>,
    MaybeViewer(viewer): MaybeViewer,
    headers: HeaderMap,
) -> Result<Response> {
    let cookies = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let (Some(viewer), Some(_)) = (viewer, secret_in(cookies)) {
        let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
        store_session::end(&mut tx, &viewer.person.id, &viewer.session.id, app.clock.now()).await?;
        tx.commit().await?;
    }
    let forget = [("clear-site-data", "\"cache\", \"storage\"")];
    Ok((forget, let_in(&app, "", false, "/sign-in?done=signed-out")).into_response())
}
