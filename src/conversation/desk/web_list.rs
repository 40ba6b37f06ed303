//! The list of the Eingang: whose question, where, for which house, by when.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::store_list::{self, Row};
use super::thread::{self, words_of_due};
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::store as member_store;
use crate::member::web_desk::{Here, desk, desk_href, told};
use crate::member::web_seat::Reading;
use crate::page::{Badge, Desk, NavLink, html};

/// How much of what was said a list shows, in characters.
const EXCERPT: usize = 160;

#[derive(Template)]
#[template(path = "conversation/desk/list.html")]
struct ListPage {
    desk: Desk,
    tabs: Vec<NavLink>,
    lines: Vec<Line>,
    empty: String,
    saved: String,
    settings: Option<String>,
    blocks: Option<String>,
    log: Option<String>,
    asked_at: String,
}

/// One conversation in the list.
pub struct Line {
    pub href: String,
    pub who: String,
    pub said: String,
    /// Where it was said, and below which post.
    pub origin: String,
    pub badge: Option<Badge>,
    pub person: String,
    pub when: String,
    pub is_over: bool,
}

/// Which list is wanted, and what has just been done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Wish {
    pub view: String,
    pub done: String,
}

const VIEWS: [(&str, &str, &str); 4] = [
    ("mine", "conversation-view-mine", "conversation-empty-mine"),
    ("house", "conversation-view-house", "conversation-empty-house"),
    ("all", "conversation-view-all", "conversation-empty-all"),
    ("closed", "conversation-view-closed", "conversation-empty-closed"),
];

/// Shows the conversations: mine, those of my house, all, or those that are closed.
pub async fn list(State(app): State<App>, it: Reading, Query(wish): Query<Wish>) -> Result<Response> {
    let w = it.lang();
    let mut conn = app.db.read().await?;
    let open = store_list::open(&mut conn, &it.consortium.id).await?;
    let closed = match wish.view.as_str() {
        "closed" => store_list::closed(&mut conn, &it.consortium.id).await?,
        _ => Vec::new(),
    };
    let people = member_store::people_in(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let is_mine = |row: &&Row| row.it.person_id.as_ref() == Some(&it.person.id);
    let own: Vec<_> = it.own_houses().into_iter().map(|house| house.id.clone()).collect();
    let is_ours = |row: &&Row| row.it.institution_id.as_ref().is_some_and(|id| own.contains(id));
    let (mine, ours) = (open.iter().filter(is_mine).count(), open.iter().filter(is_ours).count());
    let view = VIEWS.iter().find(|known| known.0 == wish.view).unwrap_or(match (mine, ours) {
        (0, 0) => &VIEWS[2],
        (0, _) => &VIEWS[1],
        _ => &VIEWS[0],
    });
    let rows: Vec<&Row> = match view.0 {
        "mine" => open.iter().filter(is_mine).collect(),
        "house" => open.iter().filter(is_ours).collect(),
        "all" => open.iter().collect(),
        _ => closed.iter().collect(),
    };
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let name =
        |id: &crate::member::PersonId| people.iter().find(|one| one.id == *id).map(|one| one.name.clone());
    let lines = rows.into_iter().map(|row| line(row, &it, &local, name)).collect();
    let here = desk_href(&it.consortium.slug, "inbox");
    let counts = [mine, ours, open.len(), 0];
    let tabs = VIEWS.iter().zip(counts).map(|((code, key, _), count)| NavLink {
        href: format!("{here}?view={code}"),
        text: w.t(key),
        is_here: *code == view.0,
        count,
    });
    let coordinates = it.is_coordinator();
    let page = ListPage {
        tabs: tabs.collect(),
        lines,
        empty: w.t(view.2),
        saved: format!("{here}/replies"),
        settings: coordinates.then(|| format!("{here}/settings")),
        blocks: coordinates.then(|| format!("{here}/blocks")),
        log: coordinates.then(|| format!("{here}/log")),
        asked_at: format!("/{}/frage", it.consortium.slug),
        desk: Desk { done: told(w, &wish.done), ..desk(&app, &it, Here::Inbox, w.t("conversation-title")) },
    };
    html::page(&page, &page.desk.style)
}

/// Says what a list says of a conversation.
fn line(
    row: &Row,
    it: &Reading,
    local: &Local<'_>,
    name: impl Fn(&crate::member::PersonId) -> Option<String>,
) -> Line {
    let w = local.lang;
    let house = row.it.institution_id.as_ref().and_then(|id| it.house(id));
    let called = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let who = called(&row.said_by).or_else(|| called(&row.said_handle));
    let said = row.said.as_deref().map(|said| thread::excerpt(said, EXCERPT)).unwrap_or_default();
    Line {
        href: desk_href(&it.consortium.slug, &format!("inbox/{}", row.it.number)),
        who: who.unwrap_or_else(|| w.t("conversation-somebody")),
        said: if said.is_empty() { w.t("conversation-nothing-left") } else { said },
        origin: thread::origin(&row.it, row.channel_name.as_deref(), row.post_title.as_deref(), w),
        badge: house.map(|house| face::badge(house, &format!("/{}", it.consortium.slug))),
        person: row.it.person_id.as_ref().and_then(name).unwrap_or_else(|| w.t("conversation-nobody")),
        when: words_of_due(&row.it, local),
        is_over: row.it.is_overdue(local.now),
    }
}
