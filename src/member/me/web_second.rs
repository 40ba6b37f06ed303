//! Setting up the second factor, and giving it up.
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::web_frame::{frame, seats};
use super::{store, web, web_ways};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::door::{PER_ACCOUNT, second_factor, store as door_store};
use crate::member::qr;
use crate::member::web_seat::Viewer;
use crate::page::Desk;
use crate::page::form::{Faults, Form};
use crate::page::html;

const KIND: &str = "second-set-up";

/// How long setting up may take, in minutes.
const MINUTES: i64 = 30;

#[derive(Template)]
#[template(path = "member/me/second.html")]
struct SetUp {
    desk: Desk,
    faults: Faults,
    secret: String,
    qr: String,
}

async fn page(app: &App, viewer: &Viewer, secret: String, faults: Faults) -> Result<SetUp> {
    let person = &viewer.person;
    let account = person.email.as_deref().or(person.sign_in_name.as_deref()).unwrap_or(&person.name);
    let address = second_factor::address(&secret, account, app.config.public_host())?;
    let title = viewer.lang().t("member-second-title");
    let groups: Vec<&str> =
        (0..secret.len()).step_by(4).map(|at| &secret[at..(at + 4).min(secret.len())]).collect();
    Ok(SetUp {
        desk: frame(app, viewer, seats(app, viewer).await?, title),
        faults,
        qr: qr::drawn(&address)?,
        secret: groups.join(" "),
    })
}

fn not_kept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Makes a secret and shows it; it counts once digits of it were typed.
pub async fn show(State(app): State<App>, viewer: Viewer) -> Result<Response> {
    let own = &viewer.person;
    if own.totp_secret.is_some() {
        return Ok(html::see_other("/me#second"));
    }
    let secret = second_factor::new_secret();
    let until = app.clock.now().plus_minutes(MINUTES);
    let mut tx = app.db.begin(own.id.as_str()).await?;
    door_store::drop_begun(&mut tx, &own.id, KIND).await?;
    let sealed = second_factor::close(&app.seal, &own.id, &secret)?;
    door_store::begin(&mut tx, &format!("{KIND}-{}", own.id), KIND, Some(&own.id), &sealed, until).await?;
    tx.commit().await?;
    let page = page(&app, &viewer, secret, Faults::default()).await?;
    Ok(not_kept(html::page(&page, &page.desk.style)?))
}

/// Takes the second factor into use.
pub async fn set_up(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let own = &viewer.person;
    let now = app.clock.now();
    let id = format!("{KIND}-{}", own.id);
    let mut tx = app.db.begin(own.id.as_str()).await?;
    let Some((_, sealed)) = door_store::begun(&mut tx, &id, KIND, now).await? else {
        return Err(Error::Refused(Sentence::new("member-second-late")));
    };
    let secret = second_factor::open(&app.seal, &own.id, &sealed)?;
    let Some(step) = second_factor::step_of(&secret, &form.text("digits"), None, now)? else {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("digits", Sentence::new("member-second-wrong"));
        let page = page(&app, &viewer, secret, faults).await?;
        return Ok(not_kept(html::rejected(&page, &page.desk.style)?));
    };
    door_store::finish(&mut tx, &id, KIND, now).await?;
    door_store::set_second_factor(&mut tx, &own.id, Some(&sealed), Some(step)).await?;
    store::note(&mut tx, &app, &own.id, "second-set").await?;
    tx.commit().await?;
    Ok(html::done("/me#second", "second-set"))
}

/// Gives the second factor up, with digits of it or the password: an open session is not enough.
pub async fn remove(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let own = &viewer.person;
    let now = app.clock.now();
    let Some(sealed) = &own.totp_secret else {
        return Ok(html::see_other("/me#second"));
    };
    let secret = second_factor::open(&app.seal, &own.id, sealed)?;
    let typed = form.text("digits");
    attempt::count(&app, &format!("second:{}", own.id), PER_ACCOUNT).await?;
    let by_digits = second_factor::step_of(&secret, &typed, own.totp_last_step, now)?.is_some();
    let by_password = !by_digits
        && own.password_hash.is_some()
        && web_ways::knows_password(&app, own, form.raw("digits")).await?;
    if !by_digits && !by_password {
        let mut faults = Faults::default();
        faults.add("digits", Sentence::new("member-second-wrong"));
        return web::refused(&app, &viewer, &Form::default(), faults).await;
    }
    let mut tx = app.db.begin(own.id.as_str()).await?;
    door_store::set_second_factor(&mut tx, &own.id, None, None).await?;
    store::note(&mut tx, &app, &own.id, "second-removed").await?;
    tx.commit().await?;
    Ok(html::done("/me#second", "saved"))
}
