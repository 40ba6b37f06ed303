//! The reported barriers at the desk: open ones first, with the time that is left.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::web::{Said, back, frame};
use crate::barrier::{Report, Standing, beginning, store};
use crate::base::app::App;
use crate::base::error::Result;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::member::{PersonId, store as member_store};
use crate::page::{Badge, Desk, html};

#[derive(Template)]
#[template(path = "charter/barriers.html")]
struct ListPage {
    desk: Desk,
    back: (String, String),
    open: Vec<Line>,
    answered: Vec<Line>,
    public: String,
}

/// One report in the list.
struct Line {
    href: String,
    number: i64,
    words: String,
    state: String,
    when: String,
    /// Whose it is.
    badge: Option<Badge>,
    person: Option<String>,
    is_over: bool,
}

/// Shows all reports.
pub async fn list(State(app): State<App>, it: Reading, said: Said) -> Result<Response> {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let mut conn = app.db.read().await?;
    let reports = store::all(&mut conn, &it.consortium.id).await?;
    let people = member_store::people_in(&mut conn, &it.consortium.id).await?;
    drop(conn);
    let name = |id: &PersonId| people.iter().find(|person| person.id == *id).map(|it| it.name.clone());
    let line = |report: &Report| Line {
        href: desk_href(&it.consortium.slug, &format!("barriers/{}", report.number)),
        number: report.number,
        words: beginning(&report.body, 140),
        state: w.t(report.standing().key()),
        when: when(report, &local),
        badge: house_of(report, &it),
        person: report.person_id.as_ref().and_then(name),
        is_over: report.answered_at.is_none() && report.due(&local) < local.today(),
    };
    let (answered, open): (Vec<&Report>, Vec<&Report>) =
        reports.iter().partition(|report| report.standing() == Standing::Answered);
    let page = ListPage {
        open: open.into_iter().map(line).collect(),
        answered: answered.into_iter().map(line).collect(),
        desk: frame(&app, &it, w.t("charter-barriers-title"), &said),
        back: back(&it),
        public: format!("/{}/barriere-melden", it.consortium.slug),
    };
    html::page(&page, &page.desk.style)
}

/// The mark of the house that looks after a report.
pub(super) fn house_of(report: &Report, it: &Reading) -> Option<Badge> {
    let house = it.house(report.institution_id.as_ref()?)?;
    Some(face::badge(house, &format!("/{}", it.consortium.slug)))
}

/// How long there is still time, or when it was answered.
fn when(report: &Report, local: &Local<'_>) -> String {
    let w = local.lang;
    match report.answered_at {
        Some(at) => w.w("charter-barrier-answered", "date", local.date(local.day(at))),
        None => {
            let due = w.w("charter-barrier-due", "date", local.date(report.due(local)));
            format!("{} {due}", w.say(&report.time_left(local)))
        }
    }
}
