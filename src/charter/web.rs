//! The page about the Verbund itself: what it is, its houses, what is missing, whether it is public.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::{parties, store};
use crate::barrier::upkeep::upkeep;
use crate::barrier::{store as barrier_store, store_statement};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::{Consortium, store as consortium_store, store_halt};
use crate::institution::{Institution, face, store as institution_store};
use crate::member::Role;
use crate::member::people::invitation::may_invite_somebody;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Coordinating, Reading};
use crate::page::{Badge, Desk, html};
use crate::post::signoff::approval::Mode;

/// What an address says after its question mark.
pub type Said = Query<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "charter/overview.html")]
struct Overview {
    desk: Desk,
    lead: String,
    here: String,
    is_coordinator: bool,
    may_change: bool,
    may_invite: bool,
    is_public: bool,
    has_ended: bool,
    facts: Vec<(String, String)>,
    houses: Vec<HouseLine>,
    missing: Vec<(String, String)>,
    /// What has fallen behind: what, why, and where it is mended.
    upkeep: Vec<(String, String, String)>,
    /// How many reported barriers wait for an answer.
    open: usize,
}

struct HouseLine {
    badge: Badge,
    name: String,
    state: String,
    edit: Option<String>,
}

/// Builds the frame of a page of this room, with what was just done.
pub(super) fn frame(app: &App, reading: &Reading, title: String, said: &Said) -> Desk {
    let mut desk = desk(app, reading, Here::Consortium, title);
    let key = said.get("done").map(|code| format!("charter-done-{code}"));
    desk.done = key.filter(|key| desk.w.has(key)).map(|key| desk.w.t(&key));
    desk
}

/// The way back to the page about the Verbund.
pub(super) fn back(reading: &Reading) -> (String, String) {
    (desk_href(&reading.consortium.slug, "consortium"), reading.consortium.name.clone())
}

/// Writes an act of this room into the audit trail.
pub(super) async fn note(
    conn: &mut Conn,
    reading: &Reading,
    now: Instant,
    act: &str,
    subject: &str,
    detail: &str,
) -> Result<()> {
    let entry = Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: now,
        person: Some(reading.person.id.as_str()),
        act,
        subject,
        detail,
    };
    audit::write(conn, entry).await
}

/// Tells whether somebody leads one of the houses.
pub(super) fn leads_a_house(reading: &Reading) -> bool {
    reading.memberships.iter().any(|membership| membership.role() == Role::Head)
}

/// Shows what the Verbund is, its houses, and what is missing.
pub async fn overview(State(app): State<App>, reading: Reading, said: Said) -> Result<Response> {
    let w = reading.lang();
    let now = app.clock.now();
    let it = &reading.consortium;
    let mut conn = app.db.read().await?;
    let missing = store::missing(&mut conn, it, &reading.houses, now).await?;
    let statement = store_statement::statement(&mut conn, &it.id).await?;
    let open = barrier_store::open(&mut conn, &it.id).await?.len();
    drop(conn);
    let zone = it.time_zone();
    let upkeep = upkeep(it, statement.as_ref(), &Local::new(&zone, w, now)).into_iter();
    let is_coordinator = reading.is_coordinator();
    let here = desk_href(&it.slug, "");
    let page = Overview {
        lead: it.claim.clone(),
        is_coordinator,
        may_change: reading.may_change().is_ok(),
        may_invite: may_invite_somebody(&reading).is_ok() && reading.may_write().is_ok(),
        is_public: it.is_public(now),
        has_ended: it.has_ended(now),
        facts: facts(&app, &reading, now),
        houses: reading.houses.iter().map(|house| line(&reading, house, now)).collect(),
        missing: missing.into_iter().map(|it| (w.t(it.key), format!("{here}{}", it.page))).collect(),
        upkeep: upkeep.map(|it| (w.say(&it.title), w.say(&it.why), format!("{here}{}", it.page))).collect(),
        open,
        desk: frame(&app, &reading, w.t("charter-title"), &said),
        here,
    };
    html::page(&page, &page.desk.style)
}

fn line(reading: &Reading, house: &Institution, now: Instant) -> HouseLine {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let dated =
        |key: &'static str, at: Instant| w.say(&Sentence::new(key).with("date", local.date(local.day(at))));
    let state = match (house.left_at, house.paused_at) {
        (Some(left), _) if left <= now => dated("charter-house-left", left),
        (_, Some(paused)) => dated("charter-house-paused", paused),
        _ => dated("charter-house-active", house.joined_at),
    };
    let slug = &reading.consortium.slug;
    let keeps = reading.may_keep_house(&house.id).is_ok() && reading.may_change().is_ok();
    HouseLine {
        badge: face::badge(house, &format!("/{slug}")),
        name: house.display_name.clone(),
        state,
        edit: keeps.then(|| desk_href(slug, &format!("houses/{}", house.slug))),
    }
}

fn facts(app: &App, reading: &Reading, now: Instant) -> Vec<(String, String)> {
    let w = reading.lang();
    let it = &reading.consortium;
    let zone = it.time_zone();
    let local = Local::new(&zone, w, now);
    let dated =
        |key: &'static str, at: Instant| w.say(&Sentence::new(key).with("date", local.date(local.day(at))));
    let public = match it.public_at {
        Some(at) if at <= now => dated("charter-fact-public", at),
        _ => w.t("charter-fact-not-public"),
    };
    let mut facts = vec![
        (w.t("charter-fact-name"), it.name.clone()),
        (w.t("charter-fact-state"), public),
        (w.t("charter-fact-address"), address(app, it)),
        (w.t("charter-fact-mode"), w.say(&Mode::from_code(&it.mode).unwrap_or_default().sentence())),
        (
            w.t("charter-fact-languages"),
            w.t(&format!("charter-languages-{}", it.languages.replace(',', "-"))),
        ),
        (w.t("charter-fact-zone"), it.zone.clone()),
    ];
    if let Some(at) = it.ends_at {
        let last = local.date(local.day(Instant(at.millis() - 1)));
        facts.push((w.t("charter-fact-ends"), last));
        facts.push((w.t("charter-fact-end-reason"), it.end_reason.clone()));
    }
    facts
}

fn address(app: &App, it: &Consortium) -> String {
    it.domain.clone().unwrap_or_else(|| format!("{}/{}", app.config.public_host(), it.slug))
}

/// Lets strangers see the page, once nothing is missing any more.
pub async fn publish(State(app): State<App>, it: Coordinating) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut consortium = consortium_store::by_id(&mut tx, id).await?;
    let houses = institution_store::of_consortium(&mut tx, id).await?;
    if !store::missing(&mut tx, &consortium, &houses, now).await?.is_empty() {
        return Err(Error::Refused(Sentence::new("charter-publish-missing")));
    }
    if !consortium.is_public(now) {
        consortium.public_at = Some(now);
        consortium_store::save(&mut tx, &consortium, now).await?;
        consortium_store::write_arrangement(&mut tx, id, &parties(&houses, now), now).await?;
        note(&mut tx, &it, now, "verbund-published", &consortium.name, "").await?;
    }
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&back(&it).0, "published"))
}

/// Takes the page away from strangers; everything stays as it is inside. After the end the page
/// stays: nobody could bring it back.
pub async fn unpublish(State(app): State<App>, it: Coordinating) -> Result<Response> {
    it.may_write()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut consortium = consortium_store::by_id(&mut tx, id).await?;
    consortium.public_at = None;
    consortium_store::save(&mut tx, &consortium, now).await?;
    note(&mut tx, &it, now, "verbund-unpublished", &consortium.name, "").await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&back(&it).0, "unpublished"))
}

/// Tells whether everything is on hold, as a transaction sees it.
pub(super) async fn is_halted(conn: &mut Conn, it: &Consortium) -> Result<bool> {
    Ok(store_halt::current(conn, &it.id).await?.is_some())
}
