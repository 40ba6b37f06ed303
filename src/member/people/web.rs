//! Everybody in the Verbund, for everybody in the Verbund.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::invitation::may_invite_somebody;
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::seat::Seat;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::Reading;
use crate::member::{Membership, Person, Role, store as people};
use crate::page::html;
use crate::page::{Badge, Desk};

/// One person in the list.
struct Row {
    name: String,
    href: String,
    places: Vec<Belonging>,
    away: Option<String>,
}

/// One role of a person, in a house or above them.
pub struct Belonging {
    pub badge: Option<Badge>,
    pub role: String,
    pub until: Option<String>,
}

#[derive(Template)]
#[template(path = "member/people/list.html")]
struct List {
    desk: Desk,
    rows: Vec<Row>,
    invite: Option<String>,
    trail: Option<String>,
}

/// Tells whether a membership counts now: live, and not in a house that has left.
pub fn counts(seat: &Seat, membership: &Membership) -> bool {
    let left = |id| seat.house(id).is_some_and(|house| house.has_left(seat.now));
    membership.is_live(seat.now) && !membership.institution_id.as_ref().is_some_and(left)
}

/// Says one role of a person.
pub fn belonging(reading: &Reading, local: &Local<'_>, membership: &Membership) -> Belonging {
    let house = membership.institution_id.as_ref().and_then(|id| reading.house(id));
    let root = format!("/{}", reading.consortium.slug);
    Belonging {
        badge: house.map(|house| face::badge(house, &root)),
        role: reading.lang().t(&format!("member-role-{}", membership.role().code())),
        until: membership.until_at.map(|until| last_day(reading, local, until)),
    }
}

/// Says until which day something holds; the instant itself is the first moment after it.
pub fn last_day(reading: &Reading, local: &Local<'_>, until: crate::base::clock::Instant) -> String {
    reading.lang().w("member-until", "date", local.date(local.day(until.plus_seconds(-1))))
}

fn row(reading: &Reading, local: &Local<'_>, person: &Person, memberships: &[Membership]) -> Option<Row> {
    let mut own: Vec<&Membership> =
        memberships.iter().filter(|it| it.person_id == person.id && counts(reading, it)).collect();
    own.sort_by_key(|it| it.role() == Role::Coordinator);
    if own.is_empty() || person.ended_at.is_some() {
        return None;
    }
    Some(Row {
        name: person.name.clone(),
        href: desk_href(&reading.consortium.slug, &format!("people/{}", person.id)),
        places: own.into_iter().map(|it| belonging(reading, local, it)).collect(),
        away: person.away_until.filter(|_| person.is_away(reading.now)).map(|until| {
            reading.lang().w("member-away-until", "date", local.date(local.day(until.plus_seconds(-1))))
        }),
    })
}

/// Lists everybody by name, with houses and roles.
pub async fn list(State(app): State<App>, reading: Reading, Query(query): Query<Told>) -> Result<Response> {
    let w = reading.lang();
    let mut conn = app.db.read().await?;
    let everybody = people::people_in(&mut conn, &reading.consortium.id).await?;
    let memberships = people::memberships_in(&mut conn, &reading.consortium.id).await?;
    drop(conn);
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let slug = &reading.consortium.slug;
    let mut desk = desk(&app, &reading, Here::Consortium, w.t("member-people-title"));
    desk.done = told(w, &query.done);
    let page = List {
        desk,
        rows: everybody.iter().filter_map(|person| row(&reading, &local, person, &memberships)).collect(),
        invite: may_invite_somebody(&reading).ok().map(|()| desk_href(slug, "people/invite")),
        trail: reading.is_coordinator().then(|| desk_href(slug, "audit")),
    };
    html::page(&page, &page.desk.style)
}
