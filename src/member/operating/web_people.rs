//! Everybody who has access to the installation, and what those who run it change about them.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::ending::may_stop_operating;
use super::store;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::consortium::store as consortium_store;
use crate::member::me::web_frame::{frame, seats};
use crate::member::people::rescue::may_rescue;
use crate::member::web_desk::{Told, told};
use crate::member::web_seat::Operating;
use crate::member::{Person, PersonId, store as people};
use crate::page::{Desk, html};

/// The most people a list shows; who is not among them is looked for by name.
const MOST: usize = 100;

/// A part of a name, as it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sought {
    pub name: String,
}

#[derive(Template)]
#[template(path = "member/operating/people.html")]
struct People {
    desk: Desk,
    name: String,
    rows: Vec<Row>,
    has_more: bool,
}

/// One person in the list.
struct Row {
    name: String,
    href: String,
    state: String,
}

fn state(w: Lang, person: &Person) -> String {
    match (person.ended_at, person.operator_since) {
        (Some(_), _) => w.t("member-access-ended"),
        (None, Some(_)) => w.t("member-role-operator"),
        (None, None) => String::new(),
    }
}

/// Lists everybody, those who run the installation first, or those whose name has a part in it,
/// whatever is small or large.
pub async fn list(
    State(app): State<App>,
    Operating(viewer): Operating,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    let w = viewer.lang();
    let part = sought.name.trim().to_lowercase();
    let mut all = store::everybody(&mut *app.db.read().await?).await?;
    all.retain(|person| person.name.to_lowercase().contains(&part));
    all.sort_by_key(|person| !person.is_operator());
    let page = People {
        desk: frame(&app, &viewer, seats(&app, &viewer).await?, w.t("member-everybody")),
        has_more: all.len() > MOST,
        rows: all
            .iter()
            .take(MOST)
            .map(|person| Row {
                name: person.name.clone(),
                href: format!("/operate/people/{}", person.id),
                state: state(w, person),
            })
            .collect(),
        name: sought.name,
    };
    html::page(&page, &page.desk.style)
}

#[derive(Template)]
#[template(path = "member/operating/person.html")]
struct Somebody {
    desk: Desk,
    here: String,
    name: String,
    state: String,
    /// Verbund and role, for each place the person has.
    places: Vec<(String, String)>,
    has_ended: bool,
    operates: bool,
    /// Whether somebody else runs the installation too.
    may_stop: bool,
    may_rescue: bool,
}

/// Shows a person: where they belong, and what can be ended.
pub async fn show(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<PersonId>,
    Query(query): Query<Told>,
) -> Result<Response> {
    let w = viewer.lang();
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let person = people::by_id(&mut conn, &id).await?;
    let memberships = people::memberships_of(&mut conn, &id).await?;
    let operators = store::operators(&mut conn).await?;
    let mut places = Vec::new();
    for it in memberships.iter().filter(|it| it.is_live(now)) {
        let consortium = consortium_store::by_id(&mut conn, &it.consortium_id).await?;
        places.push((consortium.name, w.t(&format!("member-role-{}", it.role().code()))));
    }
    drop(conn);
    let has_ended = person.ended_at.is_some();
    let by = (&viewer.person, &[][..]);
    let mut desk = frame(&app, &viewer, seats(&app, &viewer).await?, person.name.clone());
    desk.done = told(w, &query.done);
    let page = Somebody {
        desk,
        here: format!("/operate/people/{id}"),
        state: state(w, &person),
        places,
        may_stop: may_stop_operating(&person, operators).is_ok(),
        may_rescue: !has_ended && may_rescue(by, (&person, &memberships), now).is_ok(),
        operates: person.is_operator() && !has_ended,
        has_ended,
        name: person.name,
    };
    html::page(&page, &page.desk.style)
}
