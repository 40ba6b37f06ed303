//! One consent with its pictures: what it covers, what used it, and taking it back at once.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::store::Filter;
use super::store_shown::{self, Stage, Use};
use super::web::{Asked, Tile, tiles};
use super::web_picture::{UseLine, note, use_lines};
use super::{Picture, PictureId, store, store_consented};
use crate::base::app::App;
use crate::base::audit;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consent::{ConsentId, Record, Standing, may_see, store as consent_store};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::{Reading, Writing};
use crate::page::form::Form;
use crate::page::{Desk, html};

#[derive(Template)]
#[template(path = "consent/show.html")]
struct Show {
    desk: Desk,
    w: Lang,
    subject: String,
    href: String,
    list: String,
    standing: &'static str,
    standing_word: String,
    facts: Vec<(String, String)>,
    tiles: Vec<Tile>,
    /// Pictures it could cover too, while it holds.
    others: Vec<Tile>,
    uses: Vec<UseLine>,
    may_write: bool,
}

/// Shows a consent, the pictures it covers, and every post that uses them.
pub async fn show(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    may_see(&reading)?;
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let mut conn = app.db.read().await?;
    let record = consent_store::of_consortium(&mut conn, &reading.consortium.id, &ConsentId(id)).await?;
    let pictures = store_consented::pictures_of(&mut conn, &record.id).await?;
    let standing = record.standing(reading.now);
    let others = match standing {
        Standing::Holds => attachable(&mut conn, &reading, &pictures).await?,
        _ => Vec::new(),
    };
    let uses = uses_of(&mut conn, &pictures, &reading).await?;
    let mut frame = desk(&app, &reading, Here::Pictures, w.w("consent-of", "name", &record.subject));
    frame.done = asked.done(w);
    let page = Show {
        desk: frame,
        w,
        href: desk_href(slug, &format!("consents/{}", record.id)),
        list: desk_href(slug, "consents"),
        standing: standing.code(),
        standing_word: w.t(&format!("consent-standing-{}", standing.code())),
        facts: facts(&record, &reading)?,
        tiles: tiles(&mut conn, &pictures, &reading).await?,
        others,
        uses: use_lines(&uses, slug, w),
        may_write: reading.may_write().is_ok(),
        subject: record.subject,
    };
    html::page(&page, &page.desk.style)
}

/// Gives each post once, even where it uses several of the pictures; the public ones first.
async fn uses_of(conn: &mut Conn, pictures: &[Picture], reading: &Reading) -> Result<Vec<Use>> {
    let mut all: Vec<Use> = Vec::new();
    for picture in pictures {
        for found in store_shown::uses(conn, &picture.id, reading.now).await? {
            match all.iter_mut().find(|there| there.number == found.number) {
                Some(there) => there.stage = there.stage.max(found.stage),
                None => all.push(found),
            }
        }
    }
    all.sort_by_key(|it| (std::cmp::Reverse::<Stage>(it.stage), it.number));
    Ok(all)
}

async fn attachable(conn: &mut Conn, reading: &Reading, covered: &[Picture]) -> Result<Vec<Tile>> {
    let mut newest = store::page(conn, &reading.consortium.id, Filter::All, 0).await?;
    newest.retain(|it| it.withdrawn_at.is_none() && !covered.iter().any(|there| there.id == it.id));
    newest.truncate(12);
    tiles(conn, &newest, reading).await
}

fn facts(record: &Record, reading: &Reading) -> Result<Vec<(String, String)>> {
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, reading.now);
    let consent = record.rule()?;
    let mut facts = vec![(w.t("consent-fact-age"), w.say(&consent.age.name()))];
    for yes in &consent.agreements {
        let who = w.w("consent-party", "party", yes.party.code());
        let said = Sentence::new("consent-said-yes")
            .with("name", &yes.name)
            .with("date", local.date(local.day(yes.agreed_at)));
        facts.push((who, w.say(&said)));
    }
    facts.push((w.t("consent-fact-purpose"), consent.purpose.clone()));
    let channels: Vec<String> = consent.channels.iter().map(|channel| w.say(&channel.name())).collect();
    facts.push((w.t("consent-fact-channels"), channels.join(", ")));
    let end = record.ends_at.map(|end| local.date(local.day(end.plus_seconds(-1))));
    facts.push((w.t("consent-fact-end"), end.unwrap_or(w.t("consent-no-end"))));
    facts.push((w.t("consent-fact-recorded"), local.full(record.recorded_at)));
    if let Some(at) = record.withdrawn_at {
        facts.push((w.t("consent-fact-withdrawn"), local.full(at)));
    }
    Ok(facts)
}

/// Takes a consent back: in the same transaction every picture it covers comes down. Approvals
/// stay, the posts go on without the picture. The page then lists what used it.
pub async fn withdraw(
    State(app): State<App>,
    reading: Reading,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response> {
    may_see(&reading)?;
    let consortium = &reading.consortium.id;
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let record = consent_store::of_consortium(&mut tx, consortium, &ConsentId(id)).await?;
    if consent_store::withdraw(&mut tx, &record.id, now).await? {
        let down = store_consented::take_down(&mut tx, &record.id, now).await?;
        crate::base::kill::point("consent.withdrawal.half");
        audit::write(
            &mut tx,
            audit::Entry {
                consortium: Some(consortium.as_str()),
                at: now,
                person: Some(reading.person.id.as_str()),
                act: "withdrew-consent",
                subject: record.id.as_str(),
                detail: &down.len().to_string(),
            },
        )
        .await?;
    }
    app.commit(tx, consortium.as_str()).await?;
    let to = desk_href(&reading.consortium.slug, &format!("consents/{}", record.id));
    Ok(html::done(&to, "taken-back"))
}

/// Lets a consent cover more pictures, chosen on its own page.
pub async fn cover(
    State(app): State<App>,
    writing: Writing,
    Path((_, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let id = ConsentId(id);
    let pictures = form.all("picture").into_iter().map(PictureId).collect::<Vec<_>>();
    join(&app, &writing, &id, &pictures).await?;
    Ok(html::done(&desk_href(&writing.consortium.slug, &format!("consents/{id}")), "assigned"))
}

/// Lets a consent cover a picture, chosen on the picture's page.
pub async fn attach(
    State(app): State<App>,
    writing: Writing,
    Path((_, picture)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let picture = PictureId(picture);
    join(&app, &writing, &ConsentId(form.text("consent")), std::slice::from_ref(&picture)).await?;
    let to = desk_href(&writing.consortium.slug, &format!("pictures/{picture}"));
    Ok(html::done(&to, "assigned"))
}

async fn join(app: &App, writing: &Writing, id: &ConsentId, pictures: &[PictureId]) -> Result<()> {
    let consortium = &writing.consortium.id;
    let now = app.clock.now();
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let record = consent_store::of_consortium(&mut tx, consortium, id).await?;
    if record.standing(now) != Standing::Holds {
        return Err(Error::Refused(Sentence::new("consent-holds-no-more").with("name", record.subject)));
    }
    for picture in pictures {
        store::of_consortium(&mut tx, consortium, picture).await?;
        store_consented::attach(&mut tx, id, picture, now).await?;
        note(&mut tx, writing, picture, "picture-consented", id.as_str()).await?;
    }
    app.commit(tx, consortium.as_str()).await
}

/// Takes a consent off a picture it does not belong to; one that was taken back stays. A public
/// picture goes with the last consent it needs.
pub async fn detach(
    State(app): State<App>,
    writing: Writing,
    Path((_, picture, id)): Path<(String, String, String)>,
) -> Result<Response> {
    let (picture, id) = (PictureId(picture), ConsentId(id));
    let consortium = &writing.consortium.id;
    let mut tx = app.db.begin(consortium.as_str()).await?;
    let shown = store::of_consortium(&mut tx, consortium, &picture).await?;
    let record = consent_store::of_consortium(&mut tx, consortium, &id).await?;
    if record.withdrawn_at.is_some() {
        return Err(Error::Refused(Sentence::new("consent-stays").with("name", record.subject)));
    }
    store_consented::detach(&mut tx, &id, &picture, app.clock.now()).await?;
    note(&mut tx, &writing, &picture, "picture-consent-removed", id.as_str()).await?;
    let is_down = store_consented::take_down_unagreed(&mut tx, &shown, app.clock.now()).await?;
    if is_down {
        note(&mut tx, &writing, &picture, "picture-withdrawn", "").await?;
    }
    app.commit(tx, consortium.as_str()).await?;
    let to = desk_href(&writing.consortium.slug, &format!("pictures/{picture}"));
    Ok(html::done(&to, if is_down { "unassigned-down" } else { "unassigned" }))
}
