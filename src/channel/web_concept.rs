//! The short usage concept of a channel: why it is there, who looks after it, where the same is to
//! be found without it, and when that is looked at again. Without it nothing goes out (L18).
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::Span;

use super::web::{channel_href, frame, note};
use super::web_channel::{Params, found, mine};
use super::{Channel, setup, store, web_new, work};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::calendar::local::{Local, parse_date};
use crate::charter::field::Fields;
use crate::charter::sheet::Sheet;
use crate::member::web_desk::Told;
use crate::member::web_seat::{Coordinating, Reading};
use crate::page::form::{Faults, Form};
use crate::page::html;

/// The longest text of one field, in characters.
const TEXT_MAX: usize = 2_000;
/// The latest review date, in months from today: every year, with a little patience.
const LATEST_MONTHS: i32 = 13;

fn sheet(
    app: &App,
    it: &Reading,
    channel: &Channel,
    typed: Option<&Form>,
    faults: Faults,
    told: &Told,
) -> Sheet {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let in_a_year = local.today().saturating_add(Span::new().years(1));
    let review = channel.review_at.filter(|_| !setup::is_review_near(channel, app.clock.now()));
    let review = review.unwrap_or_else(|| local.start_of(in_a_year));
    let example = w.t(&format!("channel-example-purpose-{}", channel.network().code()));
    let or_example = |text: &str, example: String| match setup::has_concept(channel) {
        true => text.to_owned(),
        false if text.is_empty() => example,
        false => text.to_owned(),
    };
    let mut fields = Fields::new(w, typed, &faults).worded("channel-field-");
    fields.line("name", &channel.name).needed();
    fields.area("purpose", &or_example(&channel.purpose, example), 4).needed();
    fields.area("responsible", &channel.responsible, 3).needed();
    let alternative = w.w("channel-example-alternative", "address", public_address(app, it));
    fields.area("alternative", &or_example(&channel.alternative, alternative), 3).needed();
    fields.add("date", "review_on", &local.form_date(review)).needed();
    let fields = fields.list;
    Sheet {
        desk: frame(app, it, w.t("channel-concept-title"), told),
        back: (channel_href(it, &channel.id), channel.name.clone()),
        lead: w.t("channel-concept-lead"),
        action: format!("{}/concept", channel_href(it, &channel.id)),
        fields,
        button: w.t("channel-concept-save"),
        check: None,
        links: Vec::new(),
        acts: Vec::new(),
        faults,
    }
}

/// Gives the whole address of the Verbund's own page.
fn public_address(app: &App, it: &Reading) -> String {
    super::store_piece::root(&app.config, &it.consortium)
}

/// Shows the concept.
pub async fn show(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    Query(told): Query<Told>,
) -> Result<Response> {
    let channel = mine(&app, &it, &params).await?;
    let page = sheet(&app, &it, &channel, None, Faults::default(), &told);
    html::page(&page, &page.desk.style)
}

/// Saves the concept, and plans that somebody looks at it again.
pub async fn save(
    State(app): State<App>,
    it: Coordinating,
    Path(params): Params,
    form: Form,
) -> Result<Response> {
    it.may_change()?;
    let now = app.clock.now();
    let id = &it.consortium.id;
    let mut tx = app.db.begin(id.as_str()).await?;
    let mut channel = found(&mut tx, &it, &params).await?;
    let there = store::of_consortium(&mut tx, id).await?;
    let mut faults = Faults::default();
    channel.name = form.text("name");
    if let Some(why) = web_new::name_fault(&channel.name, &there, Some(&channel.id)) {
        faults.add("name", why);
    }
    for (field, place) in [
        ("purpose", &mut channel.purpose),
        ("responsible", &mut channel.responsible),
        ("alternative", &mut channel.alternative),
    ] {
        *place = form.text(field);
        if place.is_empty() {
            faults.add(field, Sentence::new("channel-concept-missing"));
        } else if place.chars().count() > TEXT_MAX {
            faults.add(field, Sentence::new("channel-concept-long").with("max", TEXT_MAX));
        }
    }
    let review = faults.take("review_on", review(&form, &it, now));
    channel.review_at = review;
    if !faults.is_empty() {
        drop(tx);
        let page = sheet(&app, &it, &channel, Some(&form), faults, &Told::default());
        return html::rejected(&page, &page.desk.style);
    }
    store::save(&mut tx, &channel).await?;
    work::plan_review(&mut tx, &channel).await?;
    note(&mut tx, &it, now, "reasoned-channel", &channel).await?;
    app.commit(tx, id.as_str()).await?;
    Ok(html::done(&channel_href(&it, &channel.id), "reasoned-channel"))
}

/// Reads the review date: after today, and not later than in a year or so.
fn review(form: &Form, it: &Reading, now: Instant) -> std::result::Result<Option<Instant>, Sentence> {
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, it.lang(), now);
    let date = parse_date(&form.text("review_on"))?;
    let latest = local.today().saturating_add(Span::new().months(LATEST_MONTHS));
    match date > local.today() && date <= latest {
        true => Ok(Some(local.start_of(date))),
        false => Err(Sentence::new("channel-review-wrong")),
    }
}
