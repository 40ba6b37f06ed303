//! Passkeys, as the browser's script asks for them: signing in, and adding one to oneself.
use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use super::address::Caller;
use super::passkey::{self, Question, Stored};
use super::{entering, store, web};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::web_seat::Viewer;
use crate::member::{PasskeyId, Person, PersonId, session, store as people};

const SIGN_IN: &str = "passkey-sign-in";
const ADD: &str = "passkey-add";

/// The most passkeys of one person.
const MOST: usize = 20;

/// A browser's answer, with the fields of the form beside it.
#[derive(Deserialize)]
pub struct Answer<C> {
    #[serde(flatten)]
    pub credential: C,
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

impl<C> Answer<C> {
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |text| text.trim())
    }
}

/// Tells the browser where to go on, and begins the session there.
pub fn let_in(app: &App, secret: &str, shared: bool, to: &str) -> Response {
    let cookie = session::cookie(secret, shared, app.config.is_secure());
    ([(header::SET_COOKIE, cookie)], Json(json!({ "location": to }))).into_response()
}

/// Remembers a question until it is answered, and gives what the browser needs to know.
pub async fn put<O: Serialize>(
    conn: &mut Conn,
    app: &App,
    kind: &str,
    person: Option<&PersonId>,
    question: Question<O>,
) -> Result<Response> {
    let until = app.clock.now().plus_minutes(passkey::MINUTES);
    store::begin(conn, &question.id, kind, person, &question.state, until).await?;
    Ok(Json(question.options).into_response())
}

/// Finds the question an answer belongs to; each is answered once.
pub async fn answered(
    conn: &mut Conn,
    app: &App,
    kind: &str,
    client_data: &[u8],
) -> Result<(Option<PersonId>, String)> {
    let id = passkey::question_of(client_data)?;
    let found = store::finish(conn, &id, kind, app.clock.now()).await?;
    found.ok_or_else(|| Error::Refused(Sentence::new("member-passkey-late")))
}

/// Keeps a new passkey of a person under the name of the device.
pub async fn keep(
    conn: &mut Conn,
    app: &App,
    person: &PersonId,
    caller: &Caller,
    answer: &RegisterPublicKeyCredential,
    state: &str,
) -> Result<()> {
    let (browser, system) = super::device::of_agent(&caller.agent);
    let name = [system, browser].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let stored = Stored {
        id: PasskeyId::new(),
        person_id: person.clone(),
        name,
        credential: passkey::made(&app.config, answer, state)?,
        created_at: app.clock.now(),
        last_used_at: None,
    };
    store::insert_passkey(conn, &stored).await
}

/// Begins to sign in: any passkey of this installation will do.
pub async fn ask_who(State(app): State<App>, caller: Caller) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let mut tx = app.db.begin(SIGN_IN).await?;
    let answer = put(&mut tx, &app, SIGN_IN, None, passkey::ask_who(&app.config)?).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Lets in whoever's passkey answers. It is two factors in one: the device, and what unlocks it.
pub async fn sign_in(
    State(app): State<App>,
    caller: Caller,
    Json(answer): Json<Answer<PublicKeyCredential>>,
) -> Result<Response> {
    let now = app.clock.now();
    let id = passkey::claimed_by(&app.config, &answer.credential)?;
    let mut tx = app.db.begin(id.as_str()).await?;
    let client_data: &[u8] = answer.credential.response.client_data_json.as_ref();
    let (_, state) = answered(&mut tx, &app, SIGN_IN, client_data).await?;
    let known = store::passkeys_of(&mut tx, &id).await?;
    let used = passkey::proven(&app.config, &answer.credential, &state, known)?;
    let person = people::by_id(&mut tx, &id).await?;
    if person.ended_at.is_some() {
        return Err(Error::Refused(Sentence::new("member-passkey-refused")));
    }
    store::use_passkey(&mut tx, &used, now).await?;
    let shared = answer.fields.contains_key("shared");
    let secret = entering::begin(&mut tx, &app, &id, &caller, shared).await?;
    tx.commit().await?;
    Ok(let_in(&app, &secret, shared, web::back_or_desk(answer.field("back"))))
}

/// Begins to add a passkey to oneself.
pub async fn ask_to_add(State(app): State<App>, viewer: Viewer) -> Result<Response> {
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    let known = store::passkeys_of(&mut tx, &viewer.person.id).await?;
    let question = question_for(&app, &viewer.person, &known)?;
    let answer = put(&mut tx, &app, ADD, Some(&viewer.person.id), question).await?;
    tx.commit().await?;
    Ok(answer)
}

fn question_for(
    app: &App,
    person: &Person,
    known: &[Stored],
) -> Result<Question<webauthn_rs::prelude::CreationChallengeResponse>> {
    if known.len() >= MOST {
        return Err(Error::Refused(Sentence::new("member-passkey-many").with("n", MOST)));
    }
    passkey::ask_to_make(&app.config, person, known)
}

/// Adds the passkey that the device has made.
pub async fn add(
    State(app): State<App>,
    viewer: Viewer,
    caller: Caller,
    Json(answer): Json<Answer<RegisterPublicKeyCredential>>,
) -> Result<Response> {
    let own = &viewer.person.id;
    let mut tx = app.db.begin(own.as_str()).await?;
    let client_data: &[u8] = answer.credential.response.client_data_json.as_ref();
    let (person, state) = answered(&mut tx, &app, ADD, client_data).await?;
    if person.as_ref() != Some(own) {
        return Err(Error::Refused(Sentence::new("member-passkey-refused")));
    }
    keep(&mut tx, &app, own, &caller, &answer.credential, &state).await?;
    crate::member::me::store::note(&mut tx, &app, own, "passkey-added").await?;
    tx.commit().await?;
    Ok(Json(json!({ "location": "/me?done=passkey-added#passkeys" })).into_response())
}
