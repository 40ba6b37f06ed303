//! The trail: what was done in the Verbund, by whom, when; for its coordination.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::store;
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Coordinating;
use crate::page::Desk;
use crate::page::html;

/// How many lines are shown.
const NEWEST: i64 = 200;

#[derive(Template)]
#[template(path = "member/people/trail.html")]
struct Trail {
    desk: Desk,
    people: String,
    lines: Vec<(String, String, String)>,
}

pub async fn show(State(app): State<App>, Coordinating(reading): Coordinating) -> Result<Response> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let lines = store::trail(&mut *app.db.read().await?, &reading.consortium.id, NEWEST).await?;
    let page = Trail {
        desk: desk(&app, &reading, Here::Consortium, w.t("member-trail-title")),
        people: desk_href(&reading.consortium.slug, "people"),
        lines: lines
            .iter()
            .map(|line| (local.iso(line.at), local.short(line.at), line.sentence(w)))
            .collect(),
    };
    html::page(&page, &page.desk.style)
}
