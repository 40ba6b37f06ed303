//! A Verbund ends on a day, with the reason; until then it can be called off.
use axum::extract::State;
use axum::response::Response;

use super::field::Fields;
use super::sheet::{Act, Sheet};
use super::web::{Said, back, frame, note};
use super::{store as charter_store, work};
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::{Local, parse_date};
use crate::consortium::{Consortium, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Coordinating, Reading};
use crate::member::{Person, letter, store as member_store};
use crate::page::form::{Faults, Form};
use crate::page::html;

fn sheet(app: &App, it: &Reading, typed: Option<&Form>, faults: Faults, said: &Said) -> Sheet {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let last_day = it.consortium.ends_at.map(|at| local.form_date(at.plus_seconds(-1)));
    let here = desk_href(&it.consortium.slug, "ending");
    let mut fields = Fields::new(w, typed, &faults);
    fields.add("date", "last_day", last_day.as_deref().unwrap_or_default()).needed();
    fields.area("end_reason", &it.consortium.end_reason, 5).needed();
    let fields = fields.list;
    let planned = it.consortium.ends_at.is_some();
    let cancel = Act { action: format!("{here}/cancel"), text: w.t("charter-ending-cancel"), class: "quiet" };
    Sheet {
        desk: frame(app, it, w.t("charter-ending-title"), said),
        back: back(it),
        lead: w.t("charter-ending-lead"),
        fields,
        button: w.t(if planned { "charter-save" } else { "charter-ending-set" }),
        check: None,
        links: Vec::new(),
        acts: if planned { vec![cancel] } else { Vec::new() },
        action: here,
        faults,
    }
}

/// Shows when and why the Verbund ends, or the form to say so.
pub async fn show(State(app): State<App>, it: Coordinating, said: Said) -> Result<Response> {
    it.may_change()?;
    let page = sheet(&app, &it, None, Faults::default(), &said);
    html::page(&page, &page.desk.style)
}

/// Sets the last day: from the next midnight on everything can be read and nothing changed.
pub async fn set(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, it.lang(), now);
    let mut faults = Faults::default();
    let ends_at = match parse_date(&form.text("last_day")) {
        Ok(day) if day < local.today() => {
            faults.add("last_day", Sentence::new("charter-ending-past"));
            None
        }
        Ok(day) => Some(local.start_of(day.tomorrow().unwrap_or(day))),
        Err(why) => {
            faults.add("last_day", why);
            None
        }
    };
    let reason = form.text("end_reason");
    if reason.is_empty() {
        faults.add("end_reason", Sentence::new("charter-ending-reason"));
    }
    if !faults.is_empty() {
        let page = sheet(&app, &it, Some(&form), faults, &Said::default());
        return html::rejected(&page, &page.desk.style);
    }
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut consortium = store::by_id(&mut tx, id).await?;
    let before = (consortium.ends_at, std::mem::replace(&mut consortium.end_reason, reason));
    consortium.ends_at = ends_at;
    store::save(&mut tx, &consortium, now).await?;
    charter_store::project_waiting(&mut tx, id, now).await?;
    if let Some(at) = ends_at.filter(|_| before != (ends_at, consortium.end_reason.clone())) {
        work::plan(&mut tx, &consortium, at).await?;
        tell(&mut tx, &app, &it, &consortium).await?;
    }
    note(&mut tx, &it, now, "verbund-ending", &consortium.name, &form.text("last_day")).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&consortium.slug, "ending"), "ending"))
}

/// Writes to everybody else who belongs to the Verbund that it ends, or that it goes on after all.
async fn tell(conn: &mut Conn, app: &App, it: &Reading, consortium: &Consortium) -> Result<()> {
    let keys = match consortium.ends_at {
        Some(_) => ["charter-letter-ending-subject", "charter-letter-ending"],
        None => ["charter-letter-going-on-subject", "charter-letter-going-on"],
    };
    let zone = consortium.time_zone();
    let link = desk_href(&consortium.slug, "consortium");
    let memberships = member_store::memberships_in(conn, &consortium.id).await?;
    let is_in =
        |person: &Person| memberships.iter().any(|one| one.person_id == person.id && one.is_live(it.now));
    for person in member_store::people_in(conn, &consortium.id).await? {
        if person.id == it.person.id || !is_in(&person) {
            continue;
        }
        let lang = Lang::from_code(&person.language).unwrap_or_default();
        let local = Local::new(&zone, lang, it.now);
        let last = consortium.ends_at.map(|at| local.day(at.plus_seconds(-1)));
        let day = last.map(|day| local.date_long(day)).unwrap_or_default();
        let [subject, body] = keys.map(|key| {
            Sentence::new(key)
                .with("consortium", &consortium.name)
                .with("by", &it.person.name)
                .with("day", &day)
                .with("reason", &consortium.end_reason)
        });
        letter::write_to(conn, app, &person, consortium, &subject, &body, &link).await?;
    }
    Ok(())
}

/// Calls the ending off; once it has come it cannot be.
pub async fn cancel(State(app): State<App>, it: Coordinating) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut consortium = store::by_id(&mut tx, id).await?;
    let was_planned = consortium.ends_at.take().is_some();
    consortium.end_reason = String::new();
    store::save(&mut tx, &consortium, now).await?;
    charter_store::project_waiting(&mut tx, id, now).await?;
    if was_planned {
        tell(&mut tx, &app, &it, &consortium).await?;
    }
    note(&mut tx, &it, now, "verbund-ending-cancelled", &consortium.name, "").await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&consortium.slug, "ending"), "ending-cancelled"))
}
