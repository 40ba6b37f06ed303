//! Coming in with a code that was handed over: from the coordination, when all else is lost, or of
//! an invitation.
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use webauthn_rs::prelude::RegisterPublicKeyCredential;

use super::address::Caller;
use super::web_passkey::{self, Answer};
use super::{entering, passkey, password, store, web};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::code::hash_code;
use crate::member::people::rescue::may_rescue;
use crate::member::people::store as invitations;
use crate::member::{Person, me, store as people, store_session};
use crate::page::Plain;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::page::place::Place;

pub const KIND: &str = "rescue";
const MAKE: &str = "passkey-rescue";

#[derive(Template)]
#[template(path = "member/door/rescue.html")]
struct NewWay {
    plain: Plain,
    prefix: &'static str,
    faults: Faults,
    code: String,
    person: Person,
    sign_in_name: String,
    is_shared: bool,
    passkeys: bool,
}

fn page(app: &App, place: &Place, form: &Form, person: Person, faults: Faults) -> NewWay {
    let known = person.sign_in_name.clone().unwrap_or_default();
    NewWay {
        plain: Plain::inner(place.lang, place.lang.t("member-rescue-title"), app.demo),
        prefix: place.lang_prefix(),
        faults,
        code: form.text("code"),
        sign_in_name: form.some("sign_in_name").unwrap_or(known),
        person,
        is_shared: form.has("shared"),
        passkeys: passkey::are_possible(&app.config),
    }
}

async fn owner(app: &App, code: &str) -> Result<Option<Person>> {
    holder(&mut *app.db.read().await?, app, code).await
}

/// Finds whose open code this is, as long as whoever issued it might still do so: meanwhile the
/// person may have joined a Verbund to which that one has no key.
async fn holder(conn: &mut Conn, app: &App, code: &str) -> Result<Option<Person>> {
    let now = app.clock.now();
    let Some(person) = store::owner_of_code(conn, KIND, &hash_code(code), now).await? else {
        return Ok(None);
    };
    let Some(by) = store::issuer_of_code(conn, KIND, &hash_code(code)).await? else { return Ok(None) };
    let own = people::memberships_of(conn, &by.id).await?;
    let theirs = people::memberships_of(conn, &person.id).await?;
    Ok(may_rescue((&by, &own), (&person, &theirs), now).is_ok().then_some(person))
}

/// Takes a code and leads on: to a new way in, or to what the code invites to.
pub async fn take_code(State(app): State<App>, place: Place, caller: Caller, form: Form) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let code = form.text("code");
    if let Some(person) = owner(&app, &code).await? {
        let page = page(&app, &place, &form, person, Faults::default());
        return html::page(&page, &page.plain.style);
    }
    let now = app.clock.now();
    let invitation = invitations::by_code(&mut *app.db.read().await?, &hash_code(&code)).await?;
    match invitation.filter(|invitation| invitation.refusal(now).is_none()) {
        Some(_) => {
            let plain: String = code.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            Ok(html::see_other(&format!("{}/join/{plain}", place.lang_prefix())))
        }
        None => web::refused(&app, &place, &form, "code", Sentence::new("member-code-unknown")).await,
    }
}

/// Sets a new password in exchange for the code, and lets in.
pub async fn with_password(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    form: Form,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let Some(person) = owner(&app, &form.text("code")).await? else {
        return web::refused(&app, &place, &form, "code", Sentence::new("member-code-unknown")).await;
    };
    let mut faults = Faults::default();
    let typed = form.some("sign_in_name");
    let needs_name = person.email.is_none() || typed.is_some();
    let name =
        needs_name.then(|| faults.take("sign_in_name", super::sign_in_name(&typed.unwrap_or_default())));
    let words = form.raw("password");
    if let Err(why) = password::check_new(&words, &[&person.name, name.as_deref().unwrap_or_default()]) {
        faults.add("password", why);
    }
    if let Some(name) = &name
        && me::store::is_taken(&mut *app.db.read().await?, name, &person.id).await?
    {
        faults.add("sign_in_name", Sentence::new("member-sign-in-name-taken"));
    }
    if !faults.is_empty() {
        let page = page(&app, &place, &form, person, faults);
        return html::rejected(&page, &page.plain.style);
    }
    let hash = password::hashed(words).await?;
    let mut tx = app.db.begin(me::NAMES).await?;
    let person = use_up(&mut tx, &app, &form.text("code")).await?;
    store::set_password(&mut tx, &person.id, Some(&hash)).await?;
    if let Some(name) = &name {
        me::store::claim_name(&mut tx, &person.id, name).await?;
    }
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, form.has("shared")).await?;
    tx.commit().await?;
    Ok(web::let_in(&app, &secret, form.has("shared"), "/me?done=rescued"))
}

/// The code, as the script sends it along.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    code: String,
}

/// Begins to make a new passkey in exchange for the code.
pub async fn ask_passkey(
    State(app): State<App>,
    caller: Caller,
    Json(asked): Json<Asked>,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let unknown = || Error::Refused(Sentence::new("member-code-unknown"));
    let person = owner(&app, &asked.code).await?.ok_or_else(unknown)?;
    let mut tx = app.db.begin(person.id.as_str()).await?;
    // Those there are go with the code, so a device that holds one may make its new one.
    let question = passkey::ask_to_make(&app.config, &person, &[])?;
    let answer = web_passkey::put(&mut tx, &app, MAKE, Some(&person.id), question).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Takes the new passkey in exchange for the code, and lets in.
pub async fn with_passkey(
    State(app): State<App>,
    caller: Caller,
    Json(answer): Json<Answer<RegisterPublicKeyCredential>>,
) -> Result<Response> {
    let mut tx = app.db.begin(me::NAMES).await?;
    let client_data: &[u8] = answer.credential.response.client_data_json.as_ref();
    let (asked, state) = web_passkey::answered(&mut tx, &app, MAKE, client_data).await?;
    let person = use_up(&mut tx, &app, answer.field("code")).await?;
    if asked.as_ref() != Some(&person.id) {
        return Err(Error::Refused(Sentence::new("member-passkey-refused")));
    }
    web_passkey::keep(&mut tx, &app, &person.id, &caller, &answer.credential, &state).await?;
    let shared = answer.fields.contains_key("shared");
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, shared).await?;
    tx.commit().await?;
    Ok(web_passkey::let_in(&app, &secret, shared, "/me?done=rescued"))
}

/// Uses up the code. Whatever was lost opens nothing any more: all sessions end, passkeys, password
/// and second factor are void, and so is everything that was begun; every Verbund of the person
/// keeps it in its trail.
pub async fn use_up(conn: &mut Conn, app: &App, code: &str) -> Result<Person> {
    let now = app.clock.now();
    let unknown = || Error::Refused(Sentence::new("member-code-unknown"));
    holder(conn, app, code).await?.ok_or_else(unknown)?;
    let id = store::use_code(conn, KIND, &hash_code(code), now).await?.ok_or_else(unknown)?;
    store_session::end_all(conn, &id, None, now).await?;
    store::void_ways(conn, &id, now).await?;
    let person = people::by_id(conn, &id).await?;
    for consortium in me::store::consortia_of(conn, &id).await? {
        let entry = Entry {
            consortium: Some(consortium.as_str()),
            at: now,
            person: Some(id.as_str()),
            act: "rescue-used",
            subject: &person.name,
            detail: "",
        };
        audit::write(conn, entry).await?;
    }
    Ok(person)
}
