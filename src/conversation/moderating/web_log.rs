//! The log of moderation: to be read, and to be taken along as a table.
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::spreadsheet;
use super::store_log::{self, Row};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Coordinating;
use crate::page::{Desk, html};

/// How many lines the page shows; the table has more.
const SHOWN: i64 = 200;
const EXPORTED: i64 = 50_000;

#[derive(Template)]
#[template(path = "conversation/moderating/log.html")]
struct LogPage {
    desk: Desk,
    back: (String, String),
    table: String,
    rows: Vec<Line>,
}

struct Line {
    at: String,
    who: String,
    act: String,
    subject: String,
    reason: String,
    href: Option<(String, String)>,
}

fn act(w: Lang, row: &Row) -> String {
    w.w("conversation-log-act", "act", &row.act)
}

/// Shows the newest lines of the log.
pub async fn show(State(app): State<App>, it: Coordinating) -> Result<Response> {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let rows = store_log::of(&mut *app.db.read().await?, &it.consortium.id, SHOWN).await?;
    let line = |row: &Row| Line {
        at: local.full(row.at),
        who: row.name.clone().unwrap_or_default(),
        act: act(w, row),
        subject: row.subject.clone(),
        reason: w.say_kept(&row.reason),
        href: row.number.map(|number| {
            let href = desk_href(&it.consortium.slug, &format!("inbox/{number}"));
            (href, w.n("conversation-number", number))
        }),
    };
    let page = LogPage {
        rows: rows.iter().map(line).collect(),
        desk: desk(&app, &it, Here::Inbox, w.t("conversation-log-title")),
        back: (desk_href(&it.consortium.slug, "inbox"), w.t("conversation-title")),
        table: desk_href(&it.consortium.slug, "inbox/log.csv"),
    };
    html::page(&page, &page.desk.style)
}

/// Gives the log as a table in which no word becomes a formula.
pub async fn table(State(app): State<App>, it: Coordinating) -> Result<Response> {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let rows = store_log::of(&mut *app.db.read().await?, &it.consortium.id, EXPORTED).await?;
    let heads = ["at", "who", "what", "number", "whom", "where", "why"]
        .map(|name| w.w("conversation-log-head", "name", name));
    let mut out = String::from("\u{feff}");
    out.push_str(&spreadsheet::line(&heads.each_ref().map(String::as_str)));
    for row in &rows {
        let number = row.number.map(|number| number.to_string()).unwrap_or_default();
        let said = [
            local.iso(row.at),
            row.name.clone().unwrap_or_default(),
            act(w, row),
            number,
            row.subject.clone(),
            row.remote_url.clone(),
            w.say_kept(&row.reason),
        ];
        out.push_str(&spreadsheet::line(&said.each_ref().map(String::as_str)));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"moderation.csv\""),
    ];
    Ok((headers, out).into_response())
}
