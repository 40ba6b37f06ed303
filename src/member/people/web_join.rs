//! Accepting an invitation: as a new person, with nothing but a name, or as one who is in already.
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use webauthn_rs::prelude::RegisterPublicKeyCredential;

use super::joining::Offer;
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::code::hash_code;
use crate::member::door::address::Caller;
use crate::member::door::web_passkey::{self, Answer};
use crate::member::door::{self, entering, passkey, password, web as door_web};
use crate::member::web_seat::{MaybeViewer, Viewer};
use crate::member::{Person, PersonId, me, store as people};
use crate::page::Plain;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::page::place::Place;

const MAKE: &str = "passkey-join";

#[derive(Template)]
#[template(path = "member/people/join_code.html")]
struct TypeCode {
    plain: Plain,
    prefix: &'static str,
    faults: Faults,
    code: String,
}

#[derive(Template)]
#[template(path = "member/people/join.html")]
struct Join {
    plain: Plain,
    prefix: &'static str,
    faults: Faults,
    code: String,
    /// Into what, as what.
    what: String,
    name: String,
    sign_in_name: String,
    is_shared: bool,
    passkeys: bool,
    /// Who is signed in here already.
    me: Option<String>,
}

fn code_page(app: &App, place: &Place, code: String, why: Option<Sentence>) -> Result<Response> {
    let mut faults = Faults::default();
    let rejected = why.is_some();
    if let Some(why) = why {
        faults.add("code", why);
    }
    let plain = Plain::inner(place.lang, place.lang.t("member-join-title"), app.demo);
    let page = TypeCode { plain, prefix: place.lang_prefix(), faults, code };
    if rejected { html::rejected(&page, &page.plain.style) } else { html::page(&page, &page.plain.style) }
}

/// Asks for the code.
pub async fn ask(State(app): State<App>, place: Place) -> Result<Response> {
    code_page(&app, &place, String::new(), None)
}

/// Finds the open offer of a code, or says why there is none.
async fn open(app: &App, code: &str) -> Result<std::result::Result<Offer, Sentence>> {
    let found = Offer::find(&mut *app.db.read().await?, &hash_code(code)).await?;
    let Some(offer) = found else { return Ok(Err(Sentence::new("member-code-unknown"))) };
    Ok(match offer.refusal(app.clock.now()) {
        Some(why) => Err(why),
        None => Ok(offer),
    })
}

fn page(app: &App, place: &Place, code: &str, offer: &Offer, form: &Form, faults: Faults) -> Join {
    let w = place.lang;
    let role = w.t(&format!("member-role-{}", offer.invitation.role));
    let house = offer.house.as_ref().map(|house| house.display_name.clone());
    let consortium = offer.consortium.as_ref().map(|it| it.name.clone());
    let what = [house, consortium].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Join {
        plain: Plain::inner(w, w.t("member-join-title"), app.demo),
        prefix: place.lang_prefix(),
        faults,
        code: code.to_owned(),
        what: if what.is_empty() { role } else { format!("{what}: {role}") },
        name: form.some("name").unwrap_or_else(|| offer.invitation.name.clone()),
        sign_in_name: form.text("sign_in_name"),
        is_shared: form.has("shared"),
        passkeys: passkey::are_possible(&app.config),
        me: None,
    }
}

/// Shows what one is invited to, and asks for a name and one way to sign in.
pub async fn show(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    MaybeViewer(viewer): MaybeViewer,
    Path(code): Path<String>,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let offer = match open(&app, &code).await? {
        Ok(offer) => offer,
        Err(why) => return code_page(&app, &place, code, Some(why)),
    };
    let mut page = page(&app, &place, &code, &offer, &Form::default(), Faults::default());
    page.me = viewer.map(|viewer| viewer.person.name);
    html::page(&page, &page.plain.style)
}

/// Lets a new person in with a name and a password of their own.
pub async fn join(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    Path(code): Path<String>,
    form: Form,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let offer = match open(&app, &code).await? {
        Ok(offer) => offer,
        Err(why) => return code_page(&app, &place, code, Some(why)),
    };
    let mut person = Person::named("", app.clock.now());
    let mut faults = Faults::default();
    person.language = place.lang.code().into();
    person.name = faults.take("name", door::person_name(&form.text("name")));
    let sign_in_name = faults.take("sign_in_name", door::sign_in_name(&form.text("sign_in_name")));
    let words = form.raw("password");
    if let Err(why) = password::check_new(&words, &[&person.name, &sign_in_name]) {
        faults.add("password", why);
    }
    if me::store::is_taken(&mut *app.db.read().await?, &sign_in_name, &person.id).await? {
        faults.add("sign_in_name", Sentence::new("member-sign-in-name-taken"));
    }
    if !faults.is_empty() {
        let page = page(&app, &place, &code, &offer, &form, faults);
        return html::rejected(&page, &page.plain.style);
    }
    person.password_hash = Some(password::hashed(words).await?);
    let mut tx = app.db.begin(me::NAMES).await?;
    people::insert(&mut tx, &person).await?;
    me::store::claim_name(&mut tx, &person.id, &sign_in_name).await?;
    offer.accept(&mut tx, &app, &person).await?;
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, form.has("shared")).await?;
    tx.commit().await?;
    Ok(door_web::let_in(&app, &secret, form.has("shared"), "/desk"))
}

/// Lets somebody who is signed in join a further Verbund or house.
pub async fn join_as_me(
    State(app): State<App>,
    viewer: Viewer,
    caller: Caller,
    Path(code): Path<String>,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let offer = open(&app, &code).await?.map_err(Error::Refused)?;
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    offer.accept(&mut tx, &app, &viewer.person).await?;
    tx.commit().await?;
    Ok(html::see_other("/desk"))
}

/// What the script sends along before a passkey is made.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    name: String,
}

/// Begins to make the passkey of a person who will be there once it is made.
pub async fn ask_passkey(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    Path(code): Path<String>,
    Json(asked): Json<Asked>,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    open(&app, &code).await?.map_err(Error::Refused)?;
    let mut person = Person::named(&door::person_name(&asked.name).map_err(Error::Refused)?, app.clock.now());
    person.language = place.lang.code().into();
    let question = passkey::ask_to_make(&app.config, &person, &[])?;
    let mut tx = app.db.begin(MAKE).await?;
    let answer = web_passkey::put(&mut tx, &app, MAKE, Some(&person.id), question).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Lets a new person in with the passkey that the device has made.
pub async fn with_passkey(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    Path(code): Path<String>,
    Json(answer): Json<Answer<RegisterPublicKeyCredential>>,
) -> Result<Response> {
    let offer = open(&app, &code).await?.map_err(Error::Refused)?;
    let mut tx = app.db.begin(me::NAMES).await?;
    let client_data: &[u8] = answer.credential.response.client_data_json.as_ref();
    let (asked, state) = web_passkey::answered(&mut tx, &app, MAKE, client_data).await?;
    let mut person =
        Person::named(&door::person_name(answer.field("name")).map_err(Error::Refused)?, app.clock.now());
    person.id = asked.unwrap_or_else(PersonId::new);
    person.language = place.lang.code().into();
    people::insert(&mut tx, &person).await?;
    offer.accept(&mut tx, &app, &person).await?;
    web_passkey::keep(&mut tx, &app, &person.id, &caller, &answer.credential, &state).await?;
    let shared = answer.fields.contains_key("shared");
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, shared).await?;
    tx.commit().await?;
    Ok(web_passkey::let_in(&app, &secret, shared, "/desk"))
}
