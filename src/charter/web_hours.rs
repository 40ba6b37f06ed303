//! The opening hours of a house: a week as people write it, or pasted from its own web page.
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::opening::{self, DayLine, MonthlyLine};
use super::web::{Said, frame, note};
use super::web_house::{Params, kept_house};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::calendar::school::school_day;
use crate::calendar::{Region, holiday};
use crate::institution::hours::{Holidays, Hours};
use crate::institution::hours_form::{
    ExceptionInput, Form as HoursForm, Input, SCHOOL_FIELDS, SchoolInput, WEEK_FIELDS,
};
use crate::institution::{Institution, hours_paste, hours_today, store};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::{Keeping, Reading};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "charter/hours.html")]
struct HoursPage {
    desk: Desk,
    faults: Faults,
    back: (String, String),
    here: String,
    paste: String,
    unread: Vec<String>,
    is_suggestion: bool,
    week: Vec<DayLine>,
    school: &'static str,
    school_week: Vec<DayLine>,
    monthly: Vec<MonthlyLine>,
    exceptions: Vec<ExceptionInput>,
    is_closed_on_public_holidays: bool,
    note: String,
    opening_note: String,
    raw: String,
    kept: Option<String>,
    preview: Vec<(String, String)>,
    preview_title: String,
    today: String,
    osm: String,
}

/// What the form shows: what is typed or suggested, and how it came there.
#[derive(Default)]
struct View {
    input: Input,
    opening_note: String,
    paste: String,
    unread: Vec<String>,
    is_suggestion: bool,
    faults: Faults,
}

fn build(app: &App, it: &Reading, house: &Institution, view: View, said: &Said) -> HoursPage {
    let w = it.lang();
    let now = app.clock.now();
    let here = desk_href(&it.consortium.slug, &format!("houses/{}", house.slug));
    let View { input, opening_note, paste, unread, is_suggestion, faults } = view;
    let form = input.read().unwrap_or_default();
    let osm = form.osm();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let (preview, today) = told(&osm, w, now, &local);
    HoursPage {
        desk: frame(app, it, w.t("charter-hours-title"), said),
        back: (here.clone(), house.display_name.clone()),
        here: format!("{here}/hours"),
        week: opening::days(WEEK_FIELDS, &input.week, &faults, w),
        school: match input.school {
            SchoolInput::AsUsual => "usual",
            SchoolInput::Closed => "closed",
            SchoolInput::Other => "other",
        },
        school_week: opening::days(SCHOOL_FIELDS, &input.school_week, &faults, w),
        monthly: opening::monthly(&input.monthly, w),
        exceptions: opening::exceptions(&input.exceptions),
        is_closed_on_public_holidays: input.closed_on_public_holidays,
        kept: form.kept().map(|kept| w.say(&kept)),
        preview_title: local.week(local.today()),
        note: input.note,
        raw: input.raw,
        opening_note,
        paste,
        unread,
        is_suggestion,
        faults,
        preview,
        today,
        osm,
    }
}

/// The week around today in words, and what a visitor would be told now.
fn told(osm: &str, w: Lang, now: Instant, local: &Local) -> (Vec<(String, String)>, String) {
    let region = Region::default();
    let public = |date| holiday::holiday(region, date).is_some();
    let school = |date| {
        let day = school_day(region, date);
        (!day.is_unknown()).then(|| day.is_vacation())
    };
    let holidays = Holidays { public: &public, school: &school };
    let hours = Hours::parse(osm).ok().flatten();
    let (today, _) = hours_today::Today::at(hours.as_ref(), now, local.zone, &holidays);
    let rows = hours.map_or(Vec::new(), |hours| hours_today::week(&hours, local.today(), &holidays));
    let lines = rows.into_iter().map(|row| {
        let note = row.day.note.map_or(String::new(), |note| format!(" ({note})"));
        (w.say(&row.weekday), format!("{}{note}", w.say(&row.hours)))
    });
    (lines.collect(), w.say(&today.sentence()))
}

/// Shows the hours of a house in the form.
pub async fn edit(State(app): State<App>, it: Keeping, params: Params, said: Said) -> Result<Response> {
    let house = kept_house(&it, &params)?;
    let input = Input::from(&HoursForm::from_osm(&house.opening));
    let view = View { input, opening_note: house.opening_note.clone(), ..View::default() };
    let page = build(&app, &it, &house, view, &said);
    html::page(&page, &page.desk.style)
}

/// Saves the hours; or fills the form from a pasted text, or only shows what it comes to.
pub async fn save(State(app): State<App>, it: Keeping, params: Params, form: Form) -> Result<Response> {
    let kept = kept_house(&it, &params)?;
    let mut view = View {
        input: opening::typed(&form),
        opening_note: form.text("opening_note"),
        paste: form.text("paste"),
        ..View::default()
    };
    let act = form.text("do");
    if act == "paste" {
        let suggestion = hours_paste::suggest(&view.paste);
        view.unread = suggestion.unread.iter().map(|unread| it.lang().say(&unread.why)).collect();
        view.is_suggestion = !view.paste.is_empty();
        if view.is_suggestion {
            view.input = Input::from(&suggestion.form);
        }
    }
    let read = match view.input.read() {
        Ok(read) => read,
        Err(faults) => {
            view.faults = Faults(faults);
            let page = build(&app, &it, &kept, view, &Said::default());
            return html::rejected(&page, &page.desk.style);
        }
    };
    if act != "save" {
        let page = build(&app, &it, &kept, view, &Said::default());
        return html::page(&page, &page.desk.style);
    }
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut house = store::by_id(&mut tx, id, &kept.id).await?;
    (house.opening, house.opening_note) = (read.osm(), view.opening_note);
    store::save(&mut tx, &house).await?;
    note(&mut tx, &it, now, "house-hours", &house.display_name, &house.opening).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, &format!("houses/{}/hours", house.slug)), "saved"))
}
