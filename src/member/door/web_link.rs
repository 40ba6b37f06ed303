//! Signing in by a link that comes by e-mail.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::address::Caller;
use super::web::Asked;
use super::{LINK_MINUTES, PER_MAIL, entering, local_path, store, web, web_second};
use crate::base::app::App;
use crate::base::attempt;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::member::session::{hash_secret, new_secret};
use crate::member::{letter, store as people};
use crate::page::Plain;
use crate::page::form::Form;
use crate::page::html;
use crate::page::place::Place;

const KIND: &str = "link";

/// Sends a link to a known address; the answer is the same for every address.
pub async fn ask(State(app): State<App>, place: Place, caller: Caller, form: Form) -> Result<Response> {
    let address = match super::email(&form.text("email")) {
        Ok(address) => address,
        Err(why) => return web::refused(&app, &place, &form, "email", why).await,
    };
    entering::count_address(&app, &caller).await?;
    attempt::count(&app, &format!("mail-{}", entering::account(&address)), PER_MAIL).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin(&entering::account(&address)).await?;
    let person = people::by_email(&mut tx, &address).await?;
    if let Some(person) = person.filter(|person| person.confirmed_email().is_some()) {
        let secret = new_secret();
        let until = now.plus_minutes(LINK_MINUTES);
        store::insert_code(&mut tx, &person.id, KIND, &hash_secret(&secret), None, (now, until)).await?;
        let back: String = local_path(&form.text("back"))
            .map(|back| form_urlencoded::byte_serialize(back.as_bytes()).collect::<String>())
            .map_or(String::new(), |back| format!("?back={back}"));
        let said = (
            &Sentence::new("member-letter-link-subject"),
            &Sentence::new("member-letter-link").with("n", LINK_MINUTES),
        );
        letter::write_about_sign_in(
            &mut tx,
            &app,
            &person,
            &address,
            said,
            &format!("/sign-in/link/{secret}{back}"),
        )
        .await?;
    }
    tx.commit().await?;
    app.waker.wake();
    Ok(html::done(&format!("{}/sign-in", place.lang_prefix()), "link-sent"))
}

#[derive(Template)]
#[template(path = "member/door/link.html")]
struct Opened {
    plain: Plain,
    prefix: &'static str,
    secret: String,
    back: String,
}

/// Shows the button that uses the link: programs that only look at mails must not use it up.
pub async fn show(
    State(app): State<App>,
    place: Place,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let owner =
        store::owner_of_code(&mut *app.db.read().await?, KIND, &hash_secret(&secret), app.clock.now())
            .await?;
    if owner.is_none() {
        return web::refused(&app, &place, &Form::default(), "email", Sentence::new("member-link-late"))
            .await;
    }
    let plain = Plain::inner(place.lang, place.lang.t("member-sign-in"), app.demo);
    let page = Opened { plain, prefix: place.lang_prefix(), secret, back: asked.back };
    html::page(&page, &page.plain.style)
}

/// Uses the link: once, within its minutes.
pub async fn sign_in(
    State(app): State<App>,
    place: Place,
    caller: Caller,
    Path(secret): Path<String>,
    form: Form,
) -> Result<Response> {
    entering::count_address(&app, &caller).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin(&secret).await?;
    let Some(id) = store::use_code(&mut tx, KIND, &hash_secret(&secret), now).await? else {
        drop(tx);
        return web::refused(&app, &place, &form, "email", Sentence::new("member-link-late")).await;
    };
    let person = people::by_id(&mut tx, &id).await?;
    let back = web::back_or_desk(&form.text("back")).to_owned();
    if person.totp_secret.is_some() {
        tx.commit().await?;
        return web_second::ask(&app, &place, &id, &back, form.has("shared")).await;
    }
    let session = entering::begin(&mut tx, &app, &id, &caller, form.has("shared")).await?;
    tx.commit().await?;
    Ok(web::let_in(&app, &session, form.has("shared"), &back))
}
