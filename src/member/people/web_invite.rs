//! Inviting people, and the list of open invitations.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::invitation::{DAYS, Invitation, MOST_PLACES, may_invite, may_invite_somebody};
use super::store;
use super::web_issued::{Issued, sheet};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::{Local, parse_date};
use crate::institution::InstitutionId;
use crate::member::code::{hash_code, new_code};
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::Reading;
use crate::member::{InvitationId, Role, qr};
use crate::page::Desk;
use crate::page::form::{Faults, Form, faults_of};
use crate::page::html;

/// One choice of a form.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub is_chosen: bool,
}

/// One invitation in the list.
struct Item {
    id: String,
    what: String,
    places: String,
    until: String,
    is_open: bool,
    why_not: String,
}

#[derive(Template)]
#[template(path = "member/people/invite.html")]
struct Invite {
    desk: Desk,
    faults: Faults,
    here: String,
    people: String,
    houses: Vec<Choice>,
    roles: Vec<Choice>,
    days: Vec<Choice>,
    places: String,
    until: String,
    coordinates: bool,
    items: Vec<Item>,
}

async fn page(app: &App, reading: &Reading, form: &Form, faults: Faults) -> Result<Invite> {
    let w = reading.lang();
    let now = app.clock.now();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let coordinates = reading.is_coordinator();
    let chosen =
        |name: &str, value: &str, first: &str| form.some(name).unwrap_or_else(|| first.into()) == value;
    let own = reading.first_house().map_or("", |house| house.id.as_str());
    let houses = reading
        .houses
        .iter()
        .filter(|house| !house.has_left(now) && reading.may_keep_house(&house.id).is_ok());
    let invitations = store::of_consortium(&mut *app.db.read().await?, &reading.consortium.id).await?;
    let visible = |it: &&Invitation| match &it.institution_id {
        Some(id) => reading.may_keep_house(id).is_ok(),
        None => coordinates,
    };
    Ok(Invite {
        desk: desk(app, reading, Here::Consortium, w.t("member-invite-title")),
        faults,
        here: desk_href(&reading.consortium.slug, "people/invite"),
        people: desk_href(&reading.consortium.slug, "people"),
        houses: houses
            .map(|house| Choice {
                is_chosen: chosen("house", house.id.as_str(), own),
                value: house.id.to_string(),
                text: house.display_name.clone(),
            })
            .collect(),
        roles: Role::ALL
            .into_iter()
            .filter(|role| coordinates || !matches!(role, Role::Coach | Role::Coordinator))
            .map(|role| Choice {
                value: role.code().into(),
                text: w.t(&format!("member-role-{}", role.code())),
                is_chosen: chosen("role", role.code(), "staff"),
            })
            .collect(),
        days: DAYS
            .into_iter()
            .map(|days| Choice {
                value: days.to_string(),
                text: w.n("member-days", days),
                is_chosen: chosen("days", &days.to_string(), "7"),
            })
            .collect(),
        places: form.some("places").unwrap_or_else(|| "1".into()),
        until: form.text("until"),
        coordinates,
        items: invitations.iter().filter(visible).map(|it| item(it, reading, &local)).collect(),
    })
}

fn item(it: &Invitation, reading: &Reading, local: &Local<'_>) -> Item {
    let w = reading.lang();
    let house = it.institution_id.as_ref().and_then(|id| reading.house(id));
    let role = w.t(&format!("member-role-{}", it.role));
    let refusal = it.refusal(reading.now);
    Item {
        id: it.id.to_string(),
        what: house.map_or(role.clone(), |house| format!("{role}, {}", house.display_name)),
        places: w.say(&Sentence::new("member-places-taken").with("taken", it.taken).with("n", it.places)),
        until: local.short(it.expires_at),
        is_open: refusal.is_none(),
        why_not: refusal.map(|why| w.say(&why)).unwrap_or_default(),
    }
}

/// Shows the form and the list; who may invite nobody is told who may.
pub async fn show(State(app): State<App>, reading: Reading, Query(query): Query<Told>) -> Result<Response> {
    may_invite_somebody(&reading)?;
    let mut page = page(&app, &reading, &Form::default(), Faults::default()).await?;
    page.desk.done = told(reading.lang(), &query.done);
    html::page(&page, &page.desk.style)
}

fn read(reading: &Reading, form: &Form) -> Result<Invitation> {
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, reading.lang(), reading.now);
    let mut faults = Faults::default();
    let role = Role::from_code(&form.text("role")).ok_or_else(|| Sentence::new("member-role-missing"));
    let role = match role {
        Ok(role) => role,
        Err(why) => {
            faults.add("role", why);
            Role::Volunteer
        }
    };
    let house = form.some("house").map(InstitutionId);
    // Roles above the houses do not belong to one, whatever the form's first choice was.
    let house = house.filter(|_| !matches!(role, Role::Coach | Role::Coordinator));
    let places = form.text("places").parse().ok().filter(|places| (1..=MOST_PLACES).contains(places));
    let places = faults
        .take("places", places.ok_or_else(|| Sentence::new("member-places-wrong").with("n", MOST_PLACES)));
    let days = form.text("days").parse().ok().filter(|days| DAYS.contains(days)).unwrap_or(7);
    let member_until_at = match role {
        Role::Coach => match parse_date(&form.text("until"))
            .map(|day| local.start_of(day.saturating_add(jiff::Span::new().days(1))))
        {
            Ok(until) if until > reading.now => Some(until),
            Ok(_) => {
                faults.add("until", Sentence::new("member-until-past"));
                None
            }
            Err(why) => {
                faults.add("until", why);
                None
            }
        },
        _ => None,
    };
    faults.check()?;
    if let Err(Error::Refused(why)) = may_invite(reading, house.as_ref(), role) {
        return Err(Error::field("house", why));
    }
    may_invite(reading, house.as_ref(), role)?;
    Ok(Invitation {
        consortium_id: Some(reading.consortium.id.clone()),
        institution_id: house,
        role: role.code().into(),
        places,
        member_until_at,
        created_by: Some(reading.person.id.clone()),
        ..Invitation::of_operator("", reading.now, days * 24)
    })
}

/// Invites, and shows the code this once.
pub async fn invite(State(app): State<App>, reading: Reading, form: Form) -> Result<Response> {
    may_invite_somebody(&reading)?;
    let invitation = match read(&reading, &form) {
        Ok(invitation) => invitation,
        Err(error) => {
            let page = page(&app, &reading, &form, faults_of(error)?).await?;
            return html::rejected(&page, &page.desk.style);
        }
    };
    let code = new_code(2);
    let house = invitation.institution_id.as_ref().and_then(|id| reading.house(id));
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    store::insert(&mut tx, &invitation, &hash_code(&code)).await?;
    let entry = Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: app.clock.now(),
        person: Some(reading.person.id.as_str()),
        act: "invited",
        subject: house.map_or("", |house| &house.display_name),
        detail: &invitation.role,
    };
    audit::write(&mut tx, entry).await?;
    tx.commit().await?;
    issued(&app, &reading, &invitation, code)
}

fn issued(app: &App, reading: &Reading, invitation: &Invitation, code: String) -> Result<Response> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let house = invitation.institution_id.as_ref().and_then(|id| reading.house(id));
    let role = w.t(&format!("member-role-{}", invitation.role));
    let link = format!("{}/join/{code}", app.config.public_url);
    sheet(&Issued {
        desk: desk(app, reading, Here::Consortium, w.t("member-invited-title")),
        lead: w.n("member-invited-lead", invitation.places),
        facts: vec![
            house.map_or(role.clone(), |house| format!("{}: {role}", house.display_name)),
            w.w("member-valid-until", "date", local.full(invitation.expires_at)),
        ],
        qr: qr::drawn(&link)?,
        code,
        link,
        typed_at: format!("{}/join", app.config.public_host()),
        why: w.t("member-invited-why"),
        back: desk_href(&reading.consortium.slug, "people/invite"),
    })
}

/// Takes an invitation back; who has come in by it stays.
pub async fn end(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, InvitationId)>,
) -> Result<Response> {
    may_invite_somebody(&reading)?;
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let invitation = store::by_id(&mut tx, &reading.consortium.id, &id).await?;
    match &invitation.institution_id {
        Some(house) => reading.may_keep_house(house)?,
        None => reading.may_coordinate()?,
    }
    store::end(&mut tx, &id, app.clock.now()).await?;
    let entry = Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: app.clock.now(),
        person: Some(reading.person.id.as_str()),
        act: "invitation-ended",
        subject: invitation
            .institution_id
            .as_ref()
            .and_then(|id| reading.house(id))
            .map_or("", |it| &it.display_name),
        detail: &invitation.role,
    };
    audit::write(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(html::done(&desk_href(&reading.consortium.slug, "people/invite"), "invitation-ended"))
}
