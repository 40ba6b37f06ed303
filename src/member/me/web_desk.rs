//! The way to the desk: straight on where there is one Verbund, else a choice.
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::web_frame::{frame, seats};
use crate::base::app::App;
use crate::base::error::Result;
use crate::member::web_desk::{Told, desk_href, told};
use crate::member::web_seat::Viewer;
use crate::page::Desk;
use crate::page::html;

#[derive(Template)]
#[template(path = "member/me/desk.html")]
struct Chooser {
    desk: Desk,
    consortia: Vec<(String, String, String)>,
}

/// Leads on to the only Verbund; who has several chooses, who has none is told how to get in.
pub async fn show(State(app): State<App>, viewer: Viewer, Query(query): Query<Told>) -> Result<Response> {
    let seats = seats(&app, &viewer).await?;
    match seats.as_slice() {
        [only] => return Ok(html::see_other(&desk_href(&only.consortium.slug, "today"))),
        [] if viewer.person.is_operator() => return Ok(html::see_other("/operate")),
        _ => {}
    }
    let w = viewer.lang();
    let consortia = seats
        .iter()
        .map(|seat| {
            let consortium = &seat.consortium;
            (desk_href(&consortium.slug, "today"), consortium.name.clone(), consortium.claim.clone())
        })
        .collect();
    let mut desk = frame(&app, &viewer, seats, w.t("member-desk-title"));
    desk.done = told(w, &query.done);
    let page = Chooser { desk, consortia };
    html::page(&page, &page.desk.style)
}
