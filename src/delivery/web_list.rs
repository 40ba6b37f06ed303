//! All sendings of a Verbund, first those that wait for somebody.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State as Of};
use axum::response::Response;

use super::plan::Turn;
use super::state::State;
use super::store_desk;
use super::web_line::{Line, line};
use super::{store, store_due};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::channel::ChannelId;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Reading;
use crate::page::{Desk, html};
use crate::post::acting::web_acts_page::title_of;
use crate::post::store as post_store;

/// A choice of a filter: its value, its name, whether it is chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "delivery/list.html")]
struct Page {
    desk: Desk,
    w: Lang,
    lead: String,
    back: String,
    is_filtered: bool,
    channels: Vec<Choice>,
    states: Vec<Choice>,
    lines: Vec<(String, String, Line)>,
}

/// Shows the list.
pub async fn list(
    Of(app): Of<App>,
    reading: Reading,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response> {
    let (w, now, id) = (reading.lang(), app.clock.now(), &reading.consortium.id);
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let field = |name: &str| query.get(name).cloned().unwrap_or_default();
    let channel = Some(ChannelId(field("channel"))).filter(|id| !id.as_str().is_empty());
    let state = if query.contains_key("state") { field("state") } else { "open".into() };
    let mut conn = app.db.read().await?;
    let channels = store_due::channels(&mut conn, id).await?;
    let mut lines = Vec::new();
    for told in store_desk::told(&mut conn, id, channel.as_ref(), &state).await? {
        let Some(of) = channels.iter().find(|it| it.id == told.row.channel_id) else { continue };
        let turns: Vec<Turn> = store::turns(&mut conn, &told.row.post_id, &of.id).await?;
        let post = post_store::by_id(&mut conn, &told.row.post_id).await?;
        let is_public = post.public_revision(now).is_some();
        let href = desk_href(&reading.consortium.slug, &format!("posts/{}", told.number));
        let line = line(&reading, told.number, of, &turns, is_public, &local);
        lines.extend(line.map(|line| (href, title_of(&told.title, w), line)));
    }
    drop(conn);
    let chosen = |value: &str, wished: &str| value == wished;
    let wished = channel.as_ref().map_or("", |id| id.as_str());
    let mut desk = desk(&app, &reading, Here::Posts, w.t("delivery-list"));
    desk.done = super::web_decide::done(&query, w);
    let lead = match state.as_str() {
        "open" => w.n("delivery-list-open", lines.len()),
        _ => w.n("delivery-list-found", lines.len()),
    };
    let page = Page {
        lead,
        back: desk_href(&reading.consortium.slug, "deliveries"),
        is_filtered: query.contains_key("state") || channel.is_some(),
        channels: channels
            .iter()
            .map(|it| (it.id.to_string(), it.name.clone(), chosen(it.id.as_str(), wished)))
            .collect(),
        states: states(&state, w),
        lines,
        desk,
        w,
    };
    html::page(&page, &page.desk.style)
}

fn states(wished: &str, w: Lang) -> Vec<Choice> {
    let codes = ["open", ""].into_iter().chain(State::ALL.map(State::code));
    let name = |code: &str| {
        let code = if code.is_empty() { "any" } else { code };
        w.say(&Sentence::new("delivery-state").with("state", code))
    };
    codes.map(|code| (code.to_owned(), name(code), code == wished)).collect()
}
