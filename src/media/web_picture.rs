//! One picture: what is on it, whose it is, who agreed, where it is used; and taking it down.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::licence::Licence;
use super::shown::Shown;
use super::store_shown::Use;
use super::web::{Asked, name_of};
use super::{Picture, PictureId, store, store_consented, store_shown, work};
use crate::base::app::App;
use crate::base::audit;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consent::rule::Channel;
use crate::consent::{self, ConsentId, Standing, store as consent_store};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "media/picture_page.html")]
struct Page {
    desk: Desk,
    w: Lang,
    faults: Faults,
    form: Form,
    shown: Shown,
    name: String,
    href: String,
    missing: Vec<String>,
    facts: Vec<(String, String)>,
    licences: Vec<(String, Vec<Choice>)>,
    uses: Vec<UseLine>,
    /// None for coaches, who do not see who is on which picture.
    consents: Option<Vec<ConsentLine>>,
    attachable: Vec<(String, String)>,
    new_consent: String,
    may_write: bool,
    may_take_down: bool,
}

struct Choice {
    code: &'static str,
    label: String,
    is_chosen: bool,
}

/// A post that uses a picture, as a line.
pub struct UseLine {
    pub href: String,
    pub title: String,
    pub stage: &'static str,
    pub stage_word: String,
}

struct ConsentLine {
    href: String,
    name: String,
    until: String,
    standing: &'static str,
    standing_word: String,
    removal: Option<String>,
}

/// Shows a picture and the form for everything that is said about it.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let picture = store::of_consortium(&mut conn, &reading.consortium.id, &PictureId(id)).await?;
    let form = typed(&picture);
    let mut page = page(&app, &mut conn, &reading, &picture, form, Faults::default()).await?;
    page.desk.done = asked.done(reading.lang());
    html::page(&page, &page.desk.style)
}

/// Saves what was said about a picture. What is still missing is named on the page, but nothing
/// typed is refused for it: only publishing is.
pub async fn save(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let id = PictureId(id);
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let before = store::of_consortium(&mut tx, consortium, &id).await?;
    let mut faults = Faults::default();
    let after = filled(&before, &form, &mut faults, app.clock.now());
    if !faults.is_empty() {
        let page = page(&app, &mut tx, &writing, &before, form, faults).await?;
        return html::rejected(&page, &page.desk.style);
    }
    store::update(&mut tx, &after).await?;
    if (after.focus_x, after.focus_y) != (before.focus_x, before.focus_y) {
        let key = work::sizes_key(&id);
        job::enqueue_once(&mut tx, work::SIZES, &key, id.as_str(), app.clock.now()).await?;
    }
    note(&mut tx, &writing, &id, "picture-described", "").await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&desk_href(&writing.consortium.slug, &format!("pictures/{id}")), "saved"))
}

fn typed(picture: &Picture) -> Form {
    let mut form = Form::default();
    for (name, value) in [
        ("alt", &picture.alt),
        ("caption", &picture.caption),
        ("licence", &picture.licence),
        ("credit", &picture.credit),
        ("source", &picture.source),
    ] {
        form.set(name, value.clone());
    }
    form.set("focus_x", format!("{}", (picture.focus_x * 100.0).round()));
    form.set("focus_y", format!("{}", (picture.focus_y * 100.0).round()));
    if picture.decorative_at.is_some() {
        form.set("decorative", "1");
    }
    if picture.persons_at.is_some() {
        form.set("persons", "1");
    }
    form
}

fn filled(before: &Picture, form: &Form, faults: &mut Faults, now: Instant) -> Picture {
    let licence = Licence::from_code(&form.text("licence")).ok_or(Sentence::new("media-licence-missing"));
    if let Err(why) = &licence {
        faults.add("licence", why.clone());
    }
    let alt = form.text("alt");
    if form.has("decorative") && !alt.is_empty() {
        faults.add("decorative", Sentence::new("media-alt-and-decorative"));
    }
    Picture {
        decorative_at: form.has("decorative").then(|| before.decorative_at.unwrap_or(now)),
        persons_at: form.has("persons").then(|| before.persons_at.unwrap_or(now)),
        caption: form.text("caption"),
        licence: licence.map_or(String::new(), |licence| licence.code().to_owned()),
        credit: form.text("credit"),
        source: form.text("source"),
        focus_x: faults.take("focus_x", share(&form.text("focus_x"), before.focus_x)),
        focus_y: faults.take("focus_y", share(&form.text("focus_y"), before.focus_y)),
        alt,
        ..before.clone()
    }
}

/// Reads a share in percent; a field that was left alone keeps what there was, exactly.
fn share(text: &str, before: f64) -> std::result::Result<f64, Sentence> {
    if text.is_empty() || text == format!("{}", (before * 100.0).round()) {
        return Ok(before);
    }
    let percent: Option<f64> = text.replace(',', ".").parse().ok();
    percent
        .filter(|percent| (0.0..=100.0).contains(percent))
        .map(|percent| percent / 100.0)
        .ok_or(Sentence::new("media-focus-wrong"))
}

async fn page(
    app: &App,
    conn: &mut Conn,
    reading: &Reading,
    picture: &Picture,
    form: Form,
    faults: Faults,
) -> Result<Page> {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let now = app.clock.now();
    let lines = store::lines(conn, std::slice::from_ref(&picture.id), now).await?;
    let shown = lines.into_iter().next().ok_or(Error::NotFound)?;
    let missing = lacking(conn, picture, now).await?;
    let uses = store_shown::uses(conn, &picture.id, now).await?;
    let (consents, attachable) = consent_lines(conn, reading, picture).await?;
    let sees_consents = consent::may_see(reading).is_ok();
    let chosen = form.text("licence");
    Ok(Page {
        desk: desk(app, reading, Here::Pictures, w.t("media-picture")),
        name: if picture.alt.is_empty() { name_of(picture, w) } else { picture.alt.clone() },
        href: desk_href(slug, &format!("pictures/{}", picture.id)),
        missing: missing.iter().map(|why| w.say(why)).collect(),
        facts: facts(reading, picture),
        licences: licences(&chosen, w),
        uses: use_lines(&uses, slug, w),
        consents: sees_consents.then_some(consents),
        attachable,
        new_consent: desk_href(slug, &format!("consents/new?picture={}", picture.id)),
        may_write: reading.may_write().is_ok(),
        may_take_down: sees_consents,
        w,
        faults,
        form,
        shown,
    })
}

fn facts(reading: &Reading, picture: &Picture) -> Vec<(String, String)> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let mut facts = vec![
        (w.t("media-fact-when"), Local::new(&zone, w, reading.now).full(picture.created_at)),
        (w.t("media-fact-size"), format!("{} × {}", picture.width, picture.height)),
    ];
    let house = picture.institution_id.as_deref().and_then(|id| reading.house(&id.into()));
    if let Some(house) = house {
        facts.insert(0, (w.t("media-fact-house"), house.display_name.clone()));
    }
    if !picture.file_name.is_empty() {
        facts.push((w.t("media-fact-file"), picture.file_name.clone()));
    }
    facts
}

/// Sorts the licences: what houses need daily, what comes from elsewhere, what archives say.
fn licences(chosen: &str, w: Lang) -> Vec<(String, Vec<Choice>)> {
    let group = |licence: &Licence| match licence.url() {
        None => "own",
        Some(url) if url.contains("creativecommons.org/licenses") => "cc",
        Some(url) if url.contains("creativecommons.org") => "free",
        Some(_) => "statement",
    };
    ["own", "cc", "free", "statement"]
        .into_iter()
        .map(|name| {
            let choices = Licence::all().filter(|licence| group(licence) == name).map(|licence| Choice {
                code: licence.code(),
                label: w.say(&licence.label()),
                is_chosen: licence.code() == chosen,
            });
            (w.t(&format!("media-licences-{name}")), choices.collect())
        })
        .collect()
}

/// Makes lines of the posts that use pictures.
pub fn use_lines(uses: &[Use], slug: &str, w: Lang) -> Vec<UseLine> {
    let line = |it: &Use| UseLine {
        href: desk_href(slug, &format!("posts/{}", it.number)),
        title: if it.title.is_empty() { w.t("media-untitled-post") } else { it.title.clone() },
        stage: it.stage.code(),
        stage_word: w.t(&format!("media-use-{}", it.stage.code())),
    };
    uses.iter().map(line).collect()
}

async fn consent_lines(
    conn: &mut Conn,
    reading: &Reading,
    picture: &Picture,
) -> Result<(Vec<ConsentLine>, Vec<(String, String)>)> {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let attached: Vec<ConsentId> = store_consented::consents_of(conn, &picture.id)
        .await?
        .into_iter()
        .map(|consent| consent.id)
        .collect();
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for (record, _) in consent_store::all(conn, &reading.consortium.id).await? {
        let standing = record.standing(reading.now);
        let last_day = record.ends_at.map(|end| local.date(local.day(end.plus_seconds(-1))));
        if attached.contains(&record.id) {
            let path = format!("pictures/{}/consents/{}/removal", picture.id, record.id);
            lines.push(ConsentLine {
                href: desk_href(slug, &format!("consents/{}", record.id)),
                name: record.subject,
                until: last_day.map_or(w.t("consent-no-end"), |day| w.w("consent-until", "date", day)),
                standing: standing.code(),
                standing_word: w.t(&format!("consent-standing-{}", standing.code())),
                // What was taken back stays with the picture, or it could be put up again.
                removal: (standing != Standing::Withdrawn).then(|| desk_href(slug, &path)),
            });
        } else if standing == Standing::Holds {
            others.push((record.id.0.clone(), format!("{} · {}", record.subject, record.purpose)));
        }
    }
    Ok((lines, others))
}

/// Takes a picture down: at once, everywhere, in every process.
pub async fn withdraw(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    consent::may_see(&reading)?;
    let id = PictureId(id);
    let consortium = &reading.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    store::of_consortium(&mut tx, consortium, &id).await?;
    store::withdraw(&mut tx, &id, app.clock.now()).await?;
    note(&mut tx, &reading, &id, "picture-withdrawn", "").await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&desk_href(&reading.consortium.slug, &format!("pictures/{id}")), "withdrawn"))
}

/// Says what a picture lacks before anybody may be shown it, taken down or not.
async fn lacking(conn: &mut Conn, picture: &Picture, now: Instant) -> Result<Vec<Sentence>> {
    let consents = store_consented::consents_of(conn, &picture.id).await?;
    Ok(picture.facts(consents).problems_before_publication(Channel::Website, now))
}

/// Puts a picture back, if nothing stands in the way of showing it: everybody on it agrees, and it
/// is described and credited.
pub async fn restore(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    let id = PictureId(id);
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let picture = store::of_consortium(&mut tx, consortium, &id).await?;
    if let Some(why) = lacking(&mut tx, &picture, app.clock.now()).await?.into_iter().next() {
        return Err(Error::Refused(why));
    }
    store::restore(&mut tx, &id).await?;
    note(&mut tx, &writing, &id, "picture-restored", "").await?;
    app.commit(tx, consortium.as_str()).await?;
    Ok(html::done(&desk_href(&writing.consortium.slug, &format!("pictures/{id}")), "restored"))
}

/// Writes an act about a picture into the audit trail.
pub async fn note(
    conn: &mut Conn,
    reading: &Reading,
    id: &PictureId,
    act: &'static str,
    detail: &str,
) -> Result<()> {
    let entry = audit::Entry {
        consortium: Some(reading.consortium.id.as_str()),
        at: reading.now,
        person: Some(reading.person.id.as_str()),
        act,
        subject: id.as_str(),
        detail,
    };
    audit::write(conn, entry).await
}
