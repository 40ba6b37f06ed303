//! The demo's own page: who plays in it, and signing in as any of them with one click.
use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::Response;

use super::cast::{Operator, Troupe};
use super::{cast, store};
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::consortium::store as consortium_store;
use crate::institution::{face, store as institution_store};
use crate::member::door::address::Caller;
use crate::member::door::{entering, web as door_web};
use crate::member::{PersonId, store as member_store};
use crate::page::Plain;
use crate::page::form::Form;
use crate::page::html;
use crate::page::place::Place;

/// Proof that this is the demo; everywhere else its pages do not exist.
#[derive(Debug, Clone, Copy)]
pub struct InDemo;

impl FromRequestParts<App> for InDemo {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<InDemo> {
        if app.demo { Ok(InDemo) } else { Err(Error::NotFound) }
    }
}

#[derive(Template)]
#[template(path = "demo/demo.html")]
struct Page {
    plain: Plain,
    troupes: Vec<Troupe>,
    operators: Vec<Operator>,
    prefix: &'static str,
}

/// Shows what there is to try, and everybody as whom one can sign in.
pub async fn show(_: InDemo, State(app): State<App>, place: Place) -> Result<Response> {
    let w = place.lang;
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let mut troupes = Vec::new();
    let mut style = None;
    let mut all_houses = Vec::new();
    for consortium in consortium_store::all(&mut conn).await? {
        let houses = institution_store::of_consortium(&mut conn, &consortium.id).await?;
        let people = member_store::people_in(&mut conn, &consortium.id).await?;
        let memberships = member_store::memberships_in(&mut conn, &consortium.id).await?;
        troupes.push(cast::troupe(&consortium, &houses, &people, &memberships, (w, now)));
        all_houses.extend(houses);
        style.get_or_insert(consortium);
    }
    let operators = store::operators(&mut conn).await?;
    let mut plain = Plain::inner(w, w.t("demo-title"), true);
    if let Some(first) = style {
        plain.style = face::style(&first, &all_houses);
    }
    let page = Page {
        plain,
        troupes,
        operators: operators.into_iter().map(Operator::of).collect(),
        prefix: place.lang_prefix(),
    };
    html::page(&page, &page.plain.style)
}

/// Signs in as a person of the demo.
pub async fn sign_in(_: InDemo, State(app): State<App>, caller: Caller, form: Form) -> Result<Response> {
    let person = member_store::by_id(&mut *app.db.read().await?, &PersonId(form.text("person"))).await?;
    let mut tx = app.db.begin(person.id.as_str()).await?;
    let secret = entering::begin(&mut tx, &app, &person.id, &caller, false).await?;
    tx.commit().await?;
    Ok(door_web::let_in(&app, &secret, false, "/desk"))
}
