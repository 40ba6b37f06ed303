//! The first screen: what waits for me, what goes out today, what the next two weeks look like.
use askama::Template;
use axum::response::Response;
use std::collections::HashMap;

use super::card::{Card, Rank};
use super::web_today_todo::todos;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::calendar::{Region, grid};
use crate::institution::face;
use crate::member::people::invitation::may_invite_somebody;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Reading;
use crate::member::{Role, store as member_store};
use crate::page::{Badge, Desk, html};
use crate::post::acting::web_acts_page::title_of;
use crate::post::planning::store_plan::{self, Entry};
use crate::post::planning::web_plan::weekdays;
use crate::post::planning::web_plan_rows::{Filter, Item, Plan, draw};
use crate::post::showing::web_post::done;
use crate::post::signoff::state::State as Stand;

/// How many weeks ahead the first screen shows.
const WEEKS: u16 = 2;

/// How many things are shown at once; the rest is one step away.
const MOST: usize = 9;

/// A post that goes out today.
struct Going {
    title: String,
    href: String,
    time: String,
    badges: Vec<Badge>,
    words: String,
}

/// Somebody who is away.
struct Away {
    name: String,
    badges: Vec<Badge>,
    until: String,
}

#[derive(Template)]
#[template(path = "post/today/today.html")]
struct Page {
    desk: Desk,
    root: String,
    may_write: bool,
    headline: String,
    lead: String,
    todos: Vec<Card>,
    more: usize,
    going: Vec<Going>,
    plan: Plan,
    weekdays: Vec<(String, String)>,
    away: Vec<Away>,
    /// A Verbund without a post is told what to begin with, and one without people too.
    is_empty: bool,
    is_alone: bool,
    may_invite: bool,
}

/// `GET /desk/{verbund}`
pub async fn arrive(reading: Reading) -> Response {
    html::see_other(&desk_href(&reading.consortium.slug, "today"))
}

/// Shows the first screen, with the cards of the rooms below.
pub async fn today(
    app: &App,
    reading: &Reading,
    query: &HashMap<String, String>,
    cards: Vec<Card>,
) -> Result<Response> {
    let w = reading.lang();
    let id = &reading.consortium.id;
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let mut conn = app.db.read().await?;
    let dossiers = store_plan::unfinished(&mut conn, id, local.now).await?;
    let mut todos = todos(&mut conn, reading, &dossiers, &local).await?;
    todos.extend(cards);
    todos.sort_by_key(|card| (card.rank, card.until));
    let lead = lead(&todos, &local);
    let day = local.start_of(local.today());
    let entries = store_plan::entries(&mut conn, id, day, day.plus_hours(26)).await?;
    let going = going(reading, &entries, &local);
    let (away, people) = away(&mut conn, reading, &local).await?;
    let count = store_plan::count(&mut conn, id).await?;
    drop(conn);
    let weeks = grid::weeks(local.today(), WEEKS, local.today(), Region::default());
    let plan = draw(app, reading, &weeks, &Filter::default(), None).await?;
    let more = todos.len().saturating_sub(MOST);
    todos.truncate(MOST);
    let mut desk = desk(app, reading, Here::Today, w.t("member-nav-today"));
    desk.done = done(query, w);
    let page = Page {
        desk,
        root: desk_href(&reading.consortium.slug, ""),
        may_write: reading.may_write().is_ok(),
        headline: headline(&local),
        lead,
        todos,
        more,
        going,
        weekdays: weekdays(&weeks, &local),
        plan,
        away,
        is_empty: count == 0,
        is_alone: people < 2,
        may_invite: may_invite_somebody(reading).is_ok(),
    };
    html::page(&page, &page.desk.style)
}

/// The date as the headline, as in „Dienstag, 24. November“.
fn headline(local: &Local<'_>) -> String {
    let date = local.today();
    let sentence = Sentence::new("post-today-headline")
        .with("day", i64::from(date.weekday().to_monday_one_offset()))
        .with("d", i64::from(date.day()))
        .with("month", i64::from(date.month()));
    local.lang.say(&sentence)
}

/// One sentence on what waits, the most urgent thing named.
fn lead(todos: &[Card], local: &Local<'_>) -> String {
    let w = local.lang;
    let asked: Vec<_> =
        todos.iter().filter_map(|card| card.until.filter(|_| card.rank == Rank::Asked)).collect();
    let rest = todos.len() - asked.len();
    let mut sentences = Vec::new();
    if let Some(first) = asked.iter().min() {
        let sentence = Sentence::new("post-today-lead-asked").with("n", asked.len());
        sentences.push(w.say(&sentence.with("until", local.near(*first))));
    }
    match (rest, asked.is_empty()) {
        (0, true) => sentences.push(w.t("post-today-lead-none")),
        (0, false) => {}
        (rest, true) => sentences.push(w.n("post-today-lead-rest", rest)),
        (rest, false) => sentences.push(w.n("post-today-lead-besides", rest)),
    }
    sentences.join(" ")
}

fn going(reading: &Reading, entries: &[Entry], local: &Local<'_>) -> Vec<Going> {
    let w = local.lang;
    let root = format!("/{}", reading.consortium.slug);
    let stays = |entry: &&Entry| {
        let state = entry.post.state(local.now);
        local.day(entry.at) == local.today() && state != Stand::Withdrawn
    };
    let houses = |entry: &Entry| {
        let houses = entry.content.byline.iter().filter_map(|id| reading.house(id));
        houses.map(|house| face::badge(house, &root)).collect()
    };
    let going = |entry: &Entry| Going {
        title: title_of(&entry.post.title, w),
        href: desk_href(&reading.consortium.slug, &format!("posts/{}", entry.post.number)),
        time: local.time(entry.at),
        badges: houses(entry),
        words: w.t(match entry.post.state(local.now) {
            Stand::Public => "post-today-out",
            Stand::Planned => "post-today-will-be-out",
            Stand::OnHold => "post-today-is-held",
            _ => "post-today-not-signed",
        }),
    };
    entries.iter().filter(stays).map(going).collect()
}

/// Who is away now, and how many people there are at all.
async fn away(conn: &mut Conn, reading: &Reading, local: &Local<'_>) -> Result<(Vec<Away>, usize)> {
    let id = &reading.consortium.id;
    let root = format!("/{}", reading.consortium.slug);
    let mut memberships = member_store::memberships_in(conn, id).await?;
    memberships.retain(|it| it.is_live(local.now) && it.role() != Role::Coach);
    let mut people = member_store::people_in(conn, id).await?;
    people.retain(|person| memberships.iter().any(|it| it.person_id == person.id));
    let houses = |person: &crate::member::PersonId| {
        let own = memberships.iter().filter(|it| it.person_id == *person);
        let ids = own.filter_map(|it| it.institution_id.as_ref());
        ids.filter_map(|id| reading.house(id)).map(|house| face::badge(house, &root)).collect()
    };
    let away = people
        .iter()
        .filter(|person| person.is_away(local.now))
        .map(|person| Away {
            name: person.name.clone(),
            badges: houses(&person.id),
            until: person.away_until.map(|at| local.date(local.day(at))).unwrap_or_default(),
        })
        .collect();
    Ok((away, people.len()))
}
