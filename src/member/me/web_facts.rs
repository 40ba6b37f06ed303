//! Name, language, and being away.
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;

use super::web;
use super::{NAMES, store, web_frame};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::{Local, parse_date};
use crate::member::door;
use crate::member::web_seat::Viewer;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// Saves name, language and the name to sign in with.
pub async fn save(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let mut faults = Faults::default();
    let name = faults.take("name", door::person_name(&form.text("name")));
    let language = Lang::from_code(&form.text("language")).unwrap_or(viewer.lang());
    let own = &viewer.person.id;
    let mut tx = app.db.begin(NAMES).await?;
    if let Some(typed) = form.some("sign_in_name") {
        let claimed = faults.take("sign_in_name", door::sign_in_name(&typed));
        if faults.is_empty() && store::is_taken(&mut tx, &claimed, own).await? {
            faults.add("sign_in_name", Sentence::new("member-sign-in-name-taken"));
        }
        if faults.is_empty() {
            store::claim_name(&mut tx, own, &claimed).await?;
        }
    }
    if !faults.is_empty() {
        drop(tx);
        return web::refused(&app, &viewer, &form, faults).await;
    }
    store::set_facts(&mut tx, own, &name, language.code()).await?;
    tx.commit().await?;
    Ok(html::done("/me", "saved"))
}

/// Changes the language and leads back to the page on which somebody did.
pub async fn language(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let language = Lang::from_code(&form.text("language")).unwrap_or(viewer.lang());
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    store::set_facts(&mut tx, &viewer.person.id, &viewer.person.name, language.code()).await?;
    tx.commit().await?;
    Ok(html::see_other(&came_from(&headers).unwrap_or_else(|| "/me".into())))
}

/// Gives the page of the desk on which a form was sent, if the browser says it.
fn came_from(headers: &HeaderMap) -> Option<String> {
    let page: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    let path = door::local_path(page.path())?;
    (path == "/desk" || path.starts_with("/desk/") || path.starts_with("/operate")).then(|| path.to_owned())
}

/// Says until when one is away, the day itself included; an empty date is being back.
pub async fn away(State(app): State<App>, viewer: Viewer, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let seats = web_frame::seats(&app, &viewer).await?;
    let zone = seats.first().map_or(jiff::tz::TimeZone::UTC, |seat| seat.consortium.time_zone());
    let local = Local::new(&zone, viewer.lang(), now);
    let until = match form.some("away").filter(|_| !form.has("back")) {
        None => None,
        Some(day) => {
            let end =
                parse_date(&day).map(|day| local.start_of(day.saturating_add(jiff::Span::new().days(1))));
            match end
                .and_then(|end| if end > now { Ok(end) } else { Err(Sentence::new("member-until-past")) })
            {
                Ok(end) => Some(end),
                Err(why) => {
                    let mut faults = Faults::default();
                    faults.add("away", why);
                    return web::refused(&app, &viewer, &form, faults).await;
                }
            }
        }
    };
    let mut tx = app.db.begin(viewer.person.id.as_str()).await?;
    store::set_away(&mut tx, &viewer.person.id, until).await?;
    tx.commit().await?;
    Ok(html::done("/me#away", "saved"))
}
