//! The list of all posts of a Verbund, and how to find one in it.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::store_list::{self, Search};
use super::web_post::done;
use super::web_post_text::post_href;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::{InstitutionId, face};
use crate::member::web_desk::{Here, desk};
use crate::member::web_seat::Reading;
use crate::page::{Badge, Desk, html};
use crate::post::names::Names;
use crate::post::signoff::state::State as Standing;
use crate::post::{Post, store_names};

/// How many are shown on a page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "post/showing/list.html")]
struct Page {
    desk: Desk,
    w: Lang,
    here: String,
    lines: Vec<Line>,
    /// How many posts match, on all pages; unsaid where nothing is looked for.
    found: Option<String>,
    newer: Option<String>,
    older: Option<String>,
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

    /// Gives the address of a page of what is looked for.
    fn href(&self, here: &str, page: i64) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in
            [("q", &self.words), ("state", &self.state), ("house", &self.house), ("topic", &self.topic)]
        {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        format!("{here}?{}", query.append_pair("page", &page.to_string()).finish())
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
    let number =
        query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, i64::from(u32::MAX));
    let search = Search {
        consortium: id,
        person: &reading.person.id,
        now,
        words: &wish.words,
        state: &wish.state,
        house: &wish.house,
        topic: &wish.topic,
    };
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let names = store_names::read(&mut conn, id).await?;
    let found = store_list::count(&mut conn, &search).await?;
    let is_empty = found == 0 && store_list::is_empty(&mut conn, id, &reading.person.id).await?;
    let mut lines = Vec::new();
    for post in store_list::page(&mut conn, &search, (number - 1) * SHOWN, SHOWN).await? {
        let byline = store_list::byline(&mut conn, &post).await?;
        lines.push(line(&reading, &post, &byline, &names, &local));
    }
    drop(conn);
    let here = format!("/desk/{}/posts", reading.consortium.slug);
    let (states, houses, topics) = choices(&wish, &names, w);
    let mut desk = desk(&app, &reading, Here::Posts, w.t("post-list"));
    desk.done = done(&query, w);
    let page = Page {
        desk,
        w,
        newer: (number > 1).then(|| wish.href(&here, number - 1)),
        older: (found > number * SHOWN).then(|| wish.href(&here, number + 1)),
        here,
        lines,
        found: (wish.is_any() && found > 0).then(|| w.n("post-list-found", found)),
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

fn line(reading: &Reading, post: &Post, byline: &[InstitutionId], names: &Names, local: &Local<'_>) -> Line {
    let w = reading.lang();
    let state = post.state(local.now);
    let houses = names.houses.iter().filter(|house| byline.contains(&house.id));
    Line {
        href: post_href(&reading.consortium, post.number),
        title: if post.title.is_empty() { w.t("post-untitled") } else { post.title.clone() },
        state: state.code(),
        state_word: w.say(&state.sentence()),
        badges: houses.map(|house| face::badge(house, "")).collect(),
        when: when(post, local, w),
    }
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
