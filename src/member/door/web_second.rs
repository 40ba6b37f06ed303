//! The second step of signing in, for those who have a second factor.
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::address::Caller;
use super::{PER_ACCOUNT, entering, local_path, second_factor, store, web};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::member::session::{hash_secret, new_secret};
use crate::member::{PersonId, store as people};
use crate::page::Plain;
use crate::page::form::{Faults, Form};
use crate::page::html;
use crate::page::place::Place;

/// The kind of what is begun here.
const KIND: &str = "second";

/// How long the second step may take, in minutes.
const MINUTES: i64 = 10;

/// What was said at the first step.
#[derive(Serialize, Deserialize)]
struct First {
    back: String,
    shared: bool,
}

#[derive(Template)]
#[template(path = "member/door/second.html")]
struct Second {
    plain: Plain,
    prefix: &'static str,
    faults: Faults,
    begun: String,
}

fn page(app: &App, place: &Place, begun: String, faults: Faults) -> Second {
    let plain = Plain::inner(place.lang, place.lang.t("member-second-title"), app.demo);
    Second { plain, prefix: place.lang_prefix(), faults, begun }
}

/// Asks a person who has passed the first step for the digits.
pub async fn ask(app: &App, place: &Place, person: &PersonId, back: &str, shared: bool) -> Result<Response> {
    let secret = new_secret();
    let state = serde_json::to_string(&First { back: back.to_owned(), shared })?;
    let until = app.clock.now().plus_minutes(MINUTES);
    let mut tx = app.db.begin(person.as_str()).await?;
    store::begin(&mut tx, &hash_secret(&secret), KIND, Some(person), &state, until).await?;
    tx.commit().await?;
    let page = page(app, place, secret, Faults::default());
    html::page(&page, &page.plain.style)
}

/// Lets in whoever has the digits as well; digits are good once.
pub async fn sign_in(State(app): State<App>, place: Place, caller: Caller, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let begun = form.text("begun");
    entering::count_address(&app, &caller).await?;
    let found = store::begun(&mut *app.db.read().await?, &hash_secret(&begun), KIND, now).await?;
    let Some((Some(id), state)) = found else {
        return web::refused(&app, &place, &form, "name", Sentence::new("member-second-late")).await;
    };
    let account = format!("second:{id}");
    attempt::count(&app, &account, PER_ACCOUNT).await?;
    let first: First = serde_json::from_str(&state)?;
    let mut tx = app.db.begin(id.as_str()).await?;
    let person = people::by_id(&mut tx, &id).await?;
    let step = match &person.totp_secret {
        Some(sealed) => {
            let secret = second_factor::open(&app.seal, &id, sealed)?;
            second_factor::step_of(&secret, &form.text("digits"), person.totp_last_step, now)?
        }
        None => None,
    };
    let is_right = match step {
        Some(step) => store::use_step(&mut tx, &id, step).await?,
        None => false,
    };
    if !is_right {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("digits", Sentence::new("member-second-wrong"));
        let page = page(&app, &place, begun, faults);
        return html::rejected(&page, &page.plain.style);
    }
    store::finish(&mut tx, &hash_secret(&begun), KIND, now).await?;
    let secret = entering::begin(&mut tx, &app, &id, &caller, first.shared).await?;
    tx.commit().await?;
    attempt::succeeded(&app, &account).await?;
    Ok(web::let_in(&app, &secret, first.shared, local_path(&first.back).unwrap_or("/desk")))
}
