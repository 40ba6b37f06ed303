//! A house pauses, takes part again, leaves, and comes back.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::leaving::Leaving;
use super::web::{Said, frame, note};
use super::web_house::{Params, kept_house};
use super::{ASK_AGAIN, parties};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::store as consortium_store;
use crate::institution::{Institution, REGRET_HOURS, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Coordinating, Keeping, Reading};
use crate::member::{Role, store as member_store};
use crate::page::{Desk, html};
use crate::post::store as post_store;

#[derive(Template)]
#[template(path = "charter/part.html")]
struct PartPage {
    desk: Desk,
    back: (String, String),
    here: String,
    name: String,
    is_paused: bool,
    has_left: bool,
    may_leave: bool,
    may_return: bool,
    /// Said instead of the button where something has to be settled first.
    hindrance: Option<String>,
    people: Vec<String>,
    asks: usize,
    coming_back: String,
}

/// Allows pausing and leaving: the head of the house, and coordination.
fn may_decide(it: &Reading, house: &Institution) -> Result<()> {
    let leads = it.memberships.iter().any(|membership| {
        membership.institution_id.as_ref() == Some(&house.id) && membership.role() == Role::Head
    });
    if leads || it.is_coordinator() {
        return Ok(());
    }
    Err(Error::NotAllowed(Sentence::new("charter-part-who")))
}

fn here(it: &Reading, house: &Institution) -> String {
    desk_href(&it.consortium.slug, &format!("houses/{}/part", house.slug))
}

/// Shows in plain words what pausing and leaving will do, before anything is done.
pub async fn show(State(app): State<App>, it: Keeping, params: Params, said: Said) -> Result<Response> {
    let w = it.lang();
    let now = app.clock.now();
    let house = kept_house(&it, &params)?;
    let mut conn = app.db.read().await?;
    let memberships = member_store::memberships_in(&mut conn, &it.consortium.id).await?;
    let leaving = Leaving::of(&house.id, &it.houses, &memberships, now);
    let people = member_store::people_in(&mut conn, &it.consortium.id).await?;
    let asks = post_store::open_asks(&mut conn, &it.consortium.id).await?;
    let has_left = house.has_left(now);
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let coming_back = match house.left_at {
        Some(left) if house.may_regret(now) => {
            let until = local.full(left.plus_hours(REGRET_HOURS));
            w.say(&Sentence::new("charter-return-regret").with("until", until))
        }
        _ => w.t("charter-return-new"),
    };
    let page = PartPage {
        desk: frame(&app, &it, w.t("charter-part-title"), &said),
        back: (desk_href(&it.consortium.slug, &format!("houses/{}", house.slug)), house.display_name.clone()),
        here: here(&it, &house),
        name: house.display_name.clone(),
        is_paused: house.paused_at.is_some(),
        has_left,
        may_leave: may_decide(&it, &house).is_ok(),
        may_return: it.is_coordinator(),
        hindrance: leaving.check().err().map(|why| w.say(&why)),
        people: people
            .iter()
            .filter(|person| leaving.people.contains(&person.id))
            .map(|person| person.name.clone())
            .collect(),
        asks: asks.iter().filter(|(_, asked, _)| *asked == house.id).count(),
        coming_back,
    };
    html::page(&page, &page.desk.style)
}

/// Lets a house pause: it is asked for nothing, and its people read on.
pub async fn pause(State(app): State<App>, it: Keeping, params: Params) -> Result<Response> {
    let (mut tx, mut house, now) = begin(&app, &it, &params).await?;
    if house.is_active(now) {
        house.paused_at = Some(now);
        store::save(&mut tx, &house).await?;
        ask_others(&mut tx, &house, now).await?;
        settle(&mut tx, &it, &house, "house-paused", now).await?;
    }
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &house), "house-paused"))
}

/// Lets a house take part again.
pub async fn resume(State(app): State<App>, it: Keeping, params: Params) -> Result<Response> {
    let (mut tx, mut house, now) = begin(&app, &it, &params).await?;
    if house.paused_at.take().is_some() && !house.has_left(now) {
        store::save(&mut tx, &house).await?;
        settle(&mut tx, &it, &house, "house-resumed", now).await?;
    }
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&here(&it, &house), "house-resumed"))
}

/// Lets a house leave: its posts and its name on them stay, its people are out at once, and what
/// waits for it goes to others. Their sessions go on, for their own data alone: every page of the
/// Verbund asks anew where they belong, and tells them why it is closed.
pub async fn leave(State(app): State<App>, it: Keeping, params: Params) -> Result<Response> {
    let (mut tx, mut house, now) = begin(&app, &it, &params).await?;
    let id = &it.consortium.id;
    if !house.has_left(now) {
        let houses = store::of_consortium(&mut tx, id).await?;
        let memberships = member_store::memberships_in(&mut tx, id).await?;
        let leaving = Leaving::of(&house.id, &houses, &memberships, now);
        leaving.check()?;
        for coordination in &leaving.coordinations {
            member_store::end_membership(&mut tx, coordination, now).await?;
        }
        house.left_at = Some(now);
        store::save(&mut tx, &house).await?;
        ask_others(&mut tx, &house, now).await?;
        settle(&mut tx, &it, &house, "house-left", now).await?;
    }
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "consortium"), "house-left"))
}

/// Lets a house come back. Within two weeks it is as if it had never left, its people included;
/// later it joins anew: its posts and its address are its own again, its people are invited anew.
pub async fn come_back(State(app): State<App>, it: Coordinating, params: Params) -> Result<Response> {
    it.may_change()?;
    let (mut tx, mut house, now) = begin(&app, &it, &params).await?;
    let id = &it.consortium.id;
    if let Some(left_at) = house.left_at {
        if !house.may_regret(now) {
            let memberships = member_store::memberships_in(&mut tx, id).await?;
            for it in memberships.iter().filter(|it| it.institution_id.as_ref() == Some(&house.id)) {
                member_store::end_membership(&mut tx, &it.id, left_at).await?;
            }
            house.joined_at = now;
        }
        (house.left_at, house.paused_at) = (None, None);
        store::save(&mut tx, &house).await?;
        settle(&mut tx, &it, &house, "house-returned", now).await?;
    }
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&here(&it, &house), "house-returned"))
}

async fn begin(app: &App, it: &Reading, params: &Params) -> Result<(Tx, Institution, Instant)> {
    let kept = kept_house(it, params)?;
    may_decide(it, &kept)?;
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    let house = store::by_id(&mut tx, &it.consortium.id, &kept.id).await?;
    Ok((tx, house, app.clock.now()))
}

/// Writes down what every change in who takes part brings: a version of the arrangement, and the act.
async fn settle(conn: &mut Conn, it: &Reading, house: &Institution, act: &str, now: Instant) -> Result<()> {
    let id = &it.consortium.id;
    let houses = store::of_consortium(conn, id).await?;
    consortium_store::write_arrangement(conn, id, &parties(&houses, now), now).await?;
    note(conn, it, now, act, &house.display_name, "").await
}

/// Lets every post that waits for the house ask the next one.
async fn ask_others(conn: &mut Conn, house: &Institution, now: Instant) -> Result<()> {
    let asks = post_store::open_asks(conn, &house.consortium_id).await?;
    for (post, _, _) in asks.iter().filter(|(_, asked, _)| *asked == house.id) {
        job::enqueue_once(conn, ASK_AGAIN, &format!("ask:{post}"), post.as_str(), now).await?;
    }
    Ok(())
}
