//! The letters that the demo would have sent.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::letter::{Piece, pieces};
use super::web::InDemo;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::store_mail;
use crate::calendar::local::Local;
use crate::page::Plain;
use crate::page::html;
use crate::page::place::Place;

/// How many letters are shown.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct Page {
    plain: Plain,
    letters: Vec<Shown>,
    prefix: &'static str,
}

struct Shown {
    id: String,
    subject: String,
    to: String,
    at: String,
    iso: String,
    pieces: Vec<Piece>,
}

/// Shows the newest letters, whole.
pub async fn show(_: InDemo, State(app): State<App>, place: Place) -> Result<Response> {
    let w = place.lang;
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").map_err(anyhow::Error::from)?;
    let local = Local::new(&zone, w, app.clock.now());
    let letters = store_mail::newest(&mut *app.db.read().await?, SHOWN).await?;
    let letters = letters
        .into_iter()
        .map(|letter| Shown {
            pieces: pieces(&letter.body, &app.config.public_url),
            at: local.full(letter.created_at),
            iso: local.iso(letter.created_at),
            id: letter.id,
            subject: letter.subject,
            to: letter.recipient,
        })
        .collect();
    let page = Page { plain: Plain::inner(w, w.t("demo-mail"), true), letters, prefix: place.lang_prefix() };
    html::page(&page, &page.plain.style)
}
