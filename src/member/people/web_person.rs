//! One person of the Verbund, and what coordination changes about them.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::rescue::may_rescue;
use super::web::{Belonging, belonging, counts, last_day};
use super::web_invite::Choice;
use super::{invitation, role};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::{Local, parse_date};
use crate::institution::InstitutionId;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::{Coordinating, Reading};
use crate::member::{Membership, MembershipId, Person, PersonId, Role, store as people};
use crate::page::Desk;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// One membership, with the form that changes it.
struct Part {
    id: String,
    belonging: Belonging,
    houses: Vec<Choice>,
    roles: Vec<Choice>,
    until: String,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "member/people/person.html")]
struct PersonPage {
    desk: Desk,
    name: String,
    here: String,
    people: String,
    parts: Vec<Part>,
    away: Option<String>,
    coordinates: bool,
    may_rescue: bool,
}

/// Finds somebody who belongs to the Verbund, with what they are there now.
pub async fn find(conn: &mut Conn, reading: &Reading, id: &PersonId) -> Result<(Person, Vec<Membership>)> {
    let all = people::memberships_in(conn, &reading.consortium.id).await?;
    let own: Vec<Membership> =
        all.into_iter().filter(|it| it.person_id == *id && counts(reading, it)).collect();
    let person = people::by_id(conn, id).await?;
    if own.is_empty() || person.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    Ok((person, own))
}

fn part(
    reading: &Reading,
    local: &Local<'_>,
    it: &Membership,
    wrong: Option<&(MembershipId, Form, Faults)>,
) -> Part {
    let w = reading.lang();
    let wrong = wrong.filter(|(id, _, _)| *id == it.id);
    let typed = |name: &str, known: &str| wrong.map_or(known.to_owned(), |(_, form, _)| form.text(name));
    let (house, code) =
        (typed("house", it.institution_id.as_ref().map_or("", |id| id.as_str())), typed("role", &it.role));
    let until = it.until_at.map_or(String::new(), |until| local.form_date(until.plus_seconds(-1)));
    let none = Choice { value: String::new(), text: w.t("member-no-house"), is_chosen: house.is_empty() };
    let active = reading.houses.iter().filter(|it| !it.has_left(reading.now));
    Part {
        id: it.id.to_string(),
        belonging: belonging(reading, local, it),
        houses: std::iter::once(none)
            .chain(active.map(|it| Choice {
                value: it.id.to_string(),
                text: it.display_name.clone(),
                is_chosen: it.id.as_str() == house,
            }))
            .collect(),
        roles: Role::ALL
            .into_iter()
            .map(|role| Choice {
                value: role.code().into(),
                text: w.t(&format!("member-role-{}", role.code())),
                is_chosen: role.code() == code,
            })
            .collect(),
        until: typed("until", &until),
        faults: wrong.map(|(_, _, faults)| faults.clone()).unwrap_or_default(),
    }
}

async fn page(
    app: &App,
    reading: &Reading,
    id: &PersonId,
    wrong: Option<&(MembershipId, Form, Faults)>,
) -> Result<PersonPage> {
    let w = reading.lang();
    let mut conn = app.db.read().await?;
    let (person, own) = find(&mut conn, reading, id).await?;
    let theirs = people::memberships_of(&mut conn, id).await?;
    drop(conn);
    let by = (&reading.person, &reading.memberships[..]);
    let may_rescue = may_rescue(by, (&person, &theirs), reading.now).is_ok();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let coordinates = reading.is_coordinator();
    Ok(PersonPage {
        desk: desk(app, reading, Here::Consortium, person.name.clone()),
        here: desk_href(&reading.consortium.slug, &format!("people/{id}")),
        people: desk_href(&reading.consortium.slug, "people"),
        parts: own.iter().map(|it| part(reading, &local, it, wrong)).collect(),
        away: person
            .away_until
            .filter(|_| person.is_away(reading.now))
            .map(|until| last_day(reading, &local, until)),
        may_rescue: coordinates && may_rescue,
        coordinates,
        name: person.name,
    })
}

/// Shows a person; coordination also sees what can be changed.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, PersonId)>,
    Query(query): Query<Told>,
) -> Result<Response> {
    let mut page = page(&app, &reading, &id, None).await?;
    page.desk.done = told(reading.lang(), &query.done);
    html::page(&page, &page.desk.style)
}

fn read(reading: &Reading, old: &Membership, form: &Form) -> std::result::Result<Membership, Faults> {
    let mut faults = Faults::default();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, reading.lang(), reading.now);
    let role = Role::from_code(&form.text("role")).unwrap_or(old.role());
    let house = form.some("house").map(InstitutionId);
    if let Err(why) = invitation::fits(reading, house.as_ref(), role) {
        faults.add("house", why);
    }
    let mut new = Membership::new(&old.person_id, &old.consortium_id, house.as_ref(), role, reading.now);
    if role == Role::Coach {
        match parse_date(&form.text("until"))
            .map(|day| local.start_of(day.saturating_add(jiff::Span::new().days(1))))
        {
            Ok(until) if until > reading.now => new.until_at = Some(until),
            Ok(_) => faults.add("until", Sentence::new("member-until-past")),
            Err(why) => faults.add("until", why),
        }
    }
    if faults.is_empty() { Ok(new) } else { Err(faults) }
}

/// Gives a person another role or house: the old membership ends, a new one begins.
pub async fn change(
    State(app): State<App>,
    Coordinating(reading): Coordinating,
    Path((_, id, membership)): Path<(String, PersonId, MembershipId)>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let (person, own) = find(&mut tx, &reading, &id).await?;
    let old = own.iter().find(|it| it.id == membership).ok_or(Error::NotFound)?;
    let new = match read(&reading, old, &form) {
        Ok(new) => new,
        Err(faults) => {
            drop(tx);
            let page = page(&app, &reading, &id, Some(&(membership, form, faults))).await?;
            return html::rejected(&page, &page.desk.style);
        }
    };
    if new.role() != Role::Coordinator {
        role::may_lose(
            &people::memberships_in(&mut tx, &reading.consortium.id).await?,
            &old.id,
            reading.now,
        )?;
    }
    people::end_membership(&mut tx, &old.id, reading.now).await?;
    people::insert_membership(&mut tx, &new).await?;
    note(&mut tx, &reading, "role-changed", &person.name, &new.role).await?;
    app.commit(tx, reading.consortium.id.as_str()).await?;
    Ok(html::done(&desk_href(&reading.consortium.slug, &format!("people/{id}")), "saved"))
}

/// Ends a membership. What the person has written stays theirs; inviting again undoes it.
pub async fn end(
    State(app): State<App>,
    Coordinating(reading): Coordinating,
    Path((_, id, membership)): Path<(String, PersonId, MembershipId)>,
) -> Result<Response> {
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let (person, own) = find(&mut tx, &reading, &id).await?;
    let old = own.iter().find(|it| it.id == membership).ok_or(Error::NotFound)?;
    role::may_lose(&people::memberships_in(&mut tx, &reading.consortium.id).await?, &old.id, reading.now)?;
    people::end_membership(&mut tx, &old.id, reading.now).await?;
    note(&mut tx, &reading, "membership-ended", &person.name, &old.role).await?;
    app.commit(tx, reading.consortium.id.as_str()).await?;
    let rest = if own.len() > 1 { format!("people/{id}") } else { "people".into() };
    // Whoever ends their own last membership has no seat here any more.
    let to = if own.len() == 1 && id == reading.person.id {
        "/desk".into()
    } else {
        desk_href(&reading.consortium.slug, &rest)
    };
    Ok(html::done(&to, "membership-ended"))
}

/// Writes an act of the coordination into the Verbund's trail.
pub async fn note(conn: &mut Conn, reading: &Reading, act: &str, subject: &str, detail: &str) -> Result<()> {
    let entry = Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: reading.now,
        person: Some(reading.person.id.as_str()),
        act,
        subject,
        detail,
    };
    audit::write(conn, entry).await
}
