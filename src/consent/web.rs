//! The list of a Verbund's consents.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{may_see, store};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Reading;
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "consent/list.html")]
struct List {
    desk: Desk,
    w: Lang,
    new: Option<String>,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    subject: String,
    purpose: String,
    until: String,
    pictures: i64,
    holds: bool,
    standing: String,
}

/// Shows who agreed to be shown, and who took it back.
pub async fn list(State(app): State<App>, reading: Reading) -> Result<Response> {
    may_see(&reading)?;
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let all = store::all(&mut *app.db.read().await?, &reading.consortium.id).await?;
    let lines = all
        .into_iter()
        .map(|(record, pictures)| {
            let standing = record.standing(reading.now).code();
            let last_day = record.ends_at.map(|end| local.date(local.day(end.plus_seconds(-1))));
            Line {
                href: desk_href(slug, &format!("consents/{}", record.id)),
                until: last_day.map_or(w.t("consent-no-end"), |day| w.w("consent-until", "date", day)),
                holds: standing == "holds",
                standing: w.t(&format!("consent-standing-{standing}")),
                subject: record.subject,
                purpose: record.purpose,
                pictures,
            }
        })
        .collect();
    let page = List {
        desk: desk(&app, &reading, Here::Pictures, w.t("consent-list")),
        w,
        new: reading.may_write().is_ok().then(|| desk_href(slug, "consents/new")),
        lines,
    };
    html::page(&page, &page.desk.style)
}
