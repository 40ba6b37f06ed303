//! The list of all posts of a Verbund, and how to find one in it.
use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::store_list;
use super::web_post::done;
use super::web_post_text::post_href;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Reading;
use crate::page::{Badge, Desk, html};
use crate::post::names::Names;
use crate::post::signoff::state::State as Standing;
use crate::post::{Post, store, store_names};

/// How many of the newest posts are looked through.
const LOOKED_THROUGH: i64 = 500;

/// How many are shown at once.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "post/showing/list.html")]
struct Page {
    desk: Desk,
    w: Lang,
    here: String,
    lines: Vec<Line>,
    /// How many more there are than are shown.
    more: usize,
    is_empty: bool,
    is_filtered: bool,
    may_write: bool,
    words: String,
    states: Vec<Choice>,
    houses: Vec<Choice>,
    topics: Vec<Choice>,
}

struct Line {
    href: String,
    title: String,
    state: &'static str,
    state_word: String,
    badges: Vec<Badge>,
    when: String,
}

struct Choice {
    id: String,
    name: String,
    is_chosen: bool,
}

/// What is looked for; empty words are no wish.
struct Wish {
    words: String,
    state: String,
    house: String,
    topic: String,
}

impl Wish {
    fn of(query: &HashMap<String, String>) -> Wish {
        let field = |name: &str| query.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
        Wish { words: field("q"), state: field("state"), house: field("house"), topic: field("topic") }
    }

    fn is_any(&self) -> bool {
        [&self.words, &self.state, &self.house, &self.topic].iter().any(|field| !field.is_empty())
    }
}

/// Shows the list.
pub async fn list(
    State(app): State<App>,
    reading: Reading,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let (w, now, id) = (reading.lang(), app.clock.now(), &reading.consortium.id);
    let wish = Wish::of(&query);
    let mut conn = app.db.read().await?;
    let names = store_names::read(&mut conn, id).await?;
    let bylines = store_list::bylines(&mut conn, id).await?;
    let topics = store_list::topics(&mut conn, id).await?;
    let mut posts = store::latest(&mut conn, id, LOOKED_THROUGH).await?;
    drop(conn);
    posts.retain(|post| is_listed(post, &reading));
    let is_empty = posts.is_empty();
    let of_house: HashSet<_> = bylines
        .iter()
        .filter(|(_, house)| house.as_str() == wish.house)
        .map(|(post, _)| post.clone())
        .collect();
    let of_topic: HashSet<_> =
        topics.iter().filter(|(_, topic)| *topic == wish.topic).map(|(post, _)| post.clone()).collect();
    let words = wish.words.to_lowercase();
    posts.retain(|post| {
        (words.is_empty() || post.title.to_lowercase().contains(&words))
            && (wish.state.is_empty() || post.state(now).code() == wish.state)
            && (wish.house.is_empty() || of_house.contains(&post.id))
            && (wish.topic.is_empty() || of_topic.contains(&post.id))
    });
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let more = if query.contains_key("all") { 0 } else { posts.len().saturating_sub(SHOWN) };
    posts.truncate(posts.len() - more);
    let line = |post: &Post| Line {
        href: post_href(&reading.consortium, post.number),
        title: if post.title.is_empty() { w.t("post-untitled") } else { post.title.clone() },
        state: post.state(now).code(),
        state_word: w.say(&post.state(now).sentence()),
        badges: badges(post, &bylines, &names),
        when: when(post, &local, w),
    };
    let lines = posts.iter().map(line).collect();
    let (states, houses, topics) = choices(&wish, &names, w);
    let mut desk = desk(&app, &reading, Here::Posts, w.t("post-list"));
    desk.done = done(&query, w);
    let page = Page {
        desk,
        w,
        here: format!("/desk/{}/posts", reading.consortium.slug),
        lines,
        more,
        is_empty,
        is_filtered: wish.is_any(),
        may_write: reading.may_write().is_ok(),
        words: wish.words,
        states,
        houses,
        topics,
    };
    html::page(&page, &page.desk.style)
}

/// A draft that somebody has opened and not written into is nobody else's business.
fn is_listed(post: &Post, reading: &Reading) -> bool {
    post.head_revision_id.is_some() || post.created_by.as_deref() == Some(reading.person.id.as_str())
}

fn badges(
    post: &Post,
    bylines: &[(crate::post::PostId, crate::institution::InstitutionId)],
    names: &Names,
) -> Vec<Badge> {
    let has = |house: &crate::institution::InstitutionId| {
        bylines.iter().any(|(id, it)| *id == post.id && it == house)
    };
    names.houses.iter().filter(|house| has(&house.id)).map(|house| face::badge(house, "")).collect()
}

/// Says the time that counts: since when it is public, for when it is meant, when it was changed.
fn when(post: &Post, local: &Local<'_>, w: Lang) -> String {
    if let Some(since) = post.public_since(local.now) {
        return local.short(since);
    }
    match post.opens_at.or(post.due_at) {
        Some(due) => w.w("post-list-for", "due", local.short(due)),
        None => w.w("post-list-changed", "time", local.near(post.changed_at)),
    }
}

fn choices(wish: &Wish, names: &Names, w: Lang) -> (Vec<Choice>, Vec<Choice>, Vec<Choice>) {
    let choice =
        |id: &str, name: String, wished: &str| Choice { id: id.to_owned(), name, is_chosen: id == wished };
    let states = Standing::ALL.map(|state| choice(state.code(), w.say(&state.sentence()), &wish.state));
    let houses =
        names.houses.iter().map(|house| choice(house.id.as_str(), house.short_name.clone(), &wish.house));
    let topics = names.topics.iter().map(|topic| choice(&topic.id, topic.title.clone(), &wish.topic));
    (states.into(), houses.collect(), topics.collect())
}
