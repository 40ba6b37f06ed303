//! The public pages.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::base::app::App;
use crate::base::cache;
use crate::base::error::Result;
use crate::consortium::store as consortium_store;
use crate::page::Plain;
use crate::page::html::{self, Keep};
use crate::page::place::Place;

#[derive(Template)]
#[template(path = "site/directory.html")]
struct Directory {
    plain: Plain,
    consortia: Vec<(String, String, String)>,
}

/// Shows every public Verbund of the installation.
pub async fn directory(State(app): State<App>, place: Place) -> Result<Response> {
    let w = place.lang;
    let now = app.clock.now();
    let all = consortium_store::all(&mut *app.db.read().await?).await?;
    let consortia = all
        .into_iter()
        .filter(|consortium| consortium.is_public(now))
        .map(|consortium| {
            (format!("{}/{}", place.lang_prefix(), consortium.slug), consortium.name, consortium.claim)
        })
        .collect();
    let mut plain = Plain::inner(w, w.t("site-directory-title"), app.demo);
    plain.noindex = false;
    let page = Directory { plain, consortia };
    html::kept(&page, &page.plain.style, Keep { depends_on: cache::ALL.into(), until: None })
}

/// Tells machines that the program runs and reaches its database.
pub async fn health(State(app): State<App>) -> Result<&'static str> {
    crate::base::store::versions(&mut *app.db.read().await?).await?;
    Ok("ok\n")
}
