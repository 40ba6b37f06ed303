//! Giving a reported barrier to a house or to somebody, or taking it on.
use axum::extract::State;
use axum::response::Response;

use super::web::note;
use super::web_case::{Params, begin, here};
use crate::barrier::telling::{News, tell};
use crate::barrier::{Report, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::web_seat::Reading;
use crate::member::{Membership, Person, PersonId, Role, store as member_store};
use crate::page::form::Form;
use crate::page::html;

/// Somebody, or a house, that can be given a report.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub is_chosen: bool,
}

/// Lists nobody, the houses, and everybody but coaches.
pub fn choices(
    report: &Report,
    it: &Reading,
    people: &[Person],
    memberships: &[Membership],
    now: Instant,
) -> Vec<Choice> {
    let w = it.lang();
    let nobody = Choice {
        value: String::new(),
        text: w.t("charter-barrier-nobody"),
        is_chosen: report.person_id.is_none() && report.institution_id.is_none(),
    };
    let houses = it.houses.iter().filter(|house| !house.has_left(now)).map(|house| Choice {
        value: format!("house:{}", house.id),
        text: w.w("charter-barrier-house", "house", &house.short_name),
        is_chosen: report.person_id.is_none() && report.institution_id.as_ref() == Some(&house.id),
    });
    let people = people.iter().filter(|person| works(&person.id, memberships, now)).map(|person| Choice {
        value: format!("person:{}", person.id),
        text: person.name.clone(),
        is_chosen: report.person_id.as_ref() == Some(&person.id),
    });
    std::iter::once(nobody).chain(houses).chain(people).collect()
}

/// Tells whether somebody belongs to the Verbund as more than a coach.
fn works(person: &PersonId, memberships: &[Membership], now: Instant) -> bool {
    let mut own = memberships.iter().filter(|it| it.person_id == *person && it.is_live(now));
    own.any(|it| it.role() != Role::Coach)
}

/// Gives a report to a house, to somebody, or back to coordination; those it goes to are told.
pub async fn give(State(app): State<App>, it: Reading, params: Params, form: Form) -> Result<Response> {
    let (mut tx, mut report) = begin(&app, &it, &params).await?;
    let now = app.clock.now();
    let memberships = member_store::memberships_in(&mut tx, &it.consortium.id).await?;
    let to = form.text("to");
    let nobody = || Error::field("to", Sentence::new("charter-barrier-nobody-known"));
    (report.institution_id, report.person_id) = match to.split_once(':') {
        None if to == "me" => (it.first_house().map(|house| house.id.clone()), Some(it.person.id.clone())),
        None => (None, None),
        Some(("house", id)) => {
            let id = InstitutionId::from(id);
            let house = it.house(&id).filter(|house| !house.has_left(now)).ok_or_else(nobody)?;
            (Some(house.id.clone()), None)
        }
        Some(("person", id)) => {
            let id = PersonId::from(id);
            let person = works(&id, &memberships, now).then_some(id).ok_or_else(nobody)?;
            let mut own = memberships.iter().filter(|it| it.person_id == person && it.is_live(now));
            (own.find_map(|it| it.institution_id.clone()), Some(person))
        }
        Some(_) => return Err(nobody()),
    };
    let (house, person) = (report.institution_id.as_ref(), report.person_id.as_ref());
    let is_given = house.is_some() || person.is_some();
    store::give(&mut tx, &report.id, house, person, is_given.then_some(now)).await?;
    if is_given {
        tell(&mut tx, &app, &it.consortium, &report, (News::Given, Some(&it.person.id))).await?;
    }
    note(&mut tx, &it, now, "report-given", &report.number.to_string(), "").await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &report), "report-given"))
}
