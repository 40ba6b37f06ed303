//! The newsletter at the desk: how many get it, what went out, what goes out next. No list of
//! addresses; one can be looked up, to answer whoever asks about their own.
use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::issue::{Item, slot_of};
use super::letter::{self, Reader};
use super::store_desk::{self, Counts, Sending};
use super::work_reading::{head, item};
use super::{Ended, Rhythm, Subscriber, address_mark, driver, export, store, store_issue, wish, work_rounds};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::calendar::slot::{Rhythm as Returns, Slot};
use crate::channel::Channel;
use crate::member::web_desk::{Here, Told, desk, desk_href, told};
use crate::member::web_seat::Coordinating;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

/// How many of the last sendings are told about.
const SENDINGS: i64 = 20;

#[derive(Template)]
#[template(path = "newsletter/desk.html")]
struct DeskPage {
    desk: Desk,
    here: String,
    public_href: String,
    /// None while no channel sends it.
    rhythm: Option<RhythmForm>,
    counts: Counts,
    next: Option<Next>,
    sendings: Vec<Line>,
    faults: Faults,
    typed: String,
    found: Option<Vec<Found>>,
}

impl DeskPage {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.desk.w).is_some()
    }

    /// Says how many of those who ended never got a letter.
    fn bounced(&self) -> Option<String> {
        let n = self.counts.bounced;
        (n > 0).then(|| self.desk.w.n("newsletter-desk-bounced", n))
    }
}

struct RhythmForm {
    said: String,
    days: Vec<(i8, String, bool)>,
    time: String,
}

/// What goes out next to those who want it collected.
struct Next {
    when: String,
    /// How many posts it has.
    said: String,
    text: String,
}

struct Line {
    what: String,
    at: String,
    iso: String,
    outcome: String,
}

/// What is known about an address.
struct Found {
    facts: Vec<(String, String)>,
    is_live: bool,
}

async fn channel_of(conn: &mut Conn, it: &Coordinating, now: Instant) -> Result<Option<Channel>> {
    let channels = store_issue::channels(conn, now).await?;
    Ok(channels.into_iter().find(|channel| channel.consortium_id == it.consortium.id))
}

/// Shows the page.
pub async fn show(State(app): State<App>, it: Coordinating, Query(query): Query<Told>) -> Result<Response> {
    let mut page = page(&app, &it).await?;
    page.desk.done = told(it.lang(), &query.done);
    html::page(&page, &page.desk.style)
}

async fn page(app: &App, it: &Coordinating) -> Result<DeskPage> {
    let (w, now) = (it.lang(), app.clock.now());
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let mut conn = app.db.read().await?;
    let channel = channel_of(&mut conn, it, now).await?;
    let counts = store_desk::counts(&mut conn, &it.consortium.id).await?;
    let sendings = store_desk::sendings(&mut conn, &it.consortium.id, SENDINGS).await?;
    let (rhythm, next) = match &channel {
        Some(channel) => {
            let (slot, _) = work_rounds::rhythm(&mut conn, channel).await?;
            let when = slot.next_after(now, &zone).map_or(String::new(), |(_, at)| local.full(at));
            let next = next(&mut conn, app, it, channel, when).await?;
            (Some(rhythm_form(w, &local, &slot)), next)
        }
        None => (None, None),
    };
    drop(conn);
    Ok(DeskPage {
        desk: desk(app, it, Here::Consortium, w.t("newsletter-title")),
        here: desk_href(&it.consortium.slug, "newsletter"),
        public_href: format!("/{}/newsletter", it.consortium.slug),
        rhythm,
        counts,
        next,
        sendings: sendings.iter().map(|sending| line(w, &local, sending)).collect(),
        faults: Faults::default(),
        typed: String::new(),
        found: None,
    })
}

fn rhythm_form(w: Lang, local: &Local<'_>, slot: &Slot) -> RhythmForm {
    let chosen = match slot.rhythm {
        Returns::Weekly { on } | Returns::Weeks { on, .. } | Returns::Monthly { on, .. } => on,
    };
    let monday = crate::calendar::monday(local.today());
    let day = |n: i8| {
        let date = monday.saturating_add(jiff::Span::new().days(i64::from(n) - 1));
        (n, local.weekday(date), chosen.to_monday_one_offset() == n)
    };
    RhythmForm {
        said: w.say(&slot.sentence()),
        days: (1..=7).map(day).collect(),
        time: slot.at.strftime("%H:%M").to_string(),
    }
}

/// Shows the letter as it would be now; none where nothing has come together.
async fn next(
    conn: &mut Conn,
    app: &App,
    it: &Coordinating,
    channel: &Channel,
    when: String,
) -> Result<Option<Next>> {
    let (w, now) = (it.lang(), app.clock.now());
    let mut items: Vec<Item> = Vec::new();
    for (_, _, number, wording) in store_issue::uncollected(conn, &channel.id).await? {
        items.extend(item(conn, app, &it.consortium, number, wording).await?);
    }
    items.sort_by_key(|item| std::cmp::Reverse((item.piece.since, item.piece.number)));
    if items.is_empty() {
        return Ok(None);
    }
    let pieces: Vec<_> = items.into_iter().map(|item| item.piece).collect();
    let reader = Reader { lang: w, address: "…".into(), asked_at: now, manage: "…".into() };
    let written = letter::write(&head(app, &it.consortium), &reader, Rhythm::Digest, &pieces, now)?;
    let said = w.n("newsletter-desk-next-show", pieces.len());
    Ok(Some(Next { when, said, text: format!("{}\n\n{}", written.subject, written.text) }))
}

fn line(w: Lang, local: &Local<'_>, it: &Sending) -> Line {
    let number = |key: &'static str, n: i64| (n > 0).then(|| w.n(key, n));
    let said = [
        number("newsletter-count-sent", it.sent),
        number("newsletter-count-waiting", it.waiting),
        number("newsletter-count-refused", it.refused),
        number("newsletter-count-unconfirmed", it.unconfirmed),
        it.withdrawn_at.map(|_| w.t("newsletter-count-withdrawn")),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    Line {
        what: match Rhythm::from_code(&it.rhythm) {
            Some(Rhythm::Digest) => w.t("newsletter-sending-digest"),
            _ => w.t("newsletter-sending-each"),
        },
        at: local.near(it.created_at),
        iso: local.iso(it.created_at),
        outcome: if said.is_empty() { w.t("newsletter-count-none") } else { said.join(" · ") },
    }
}

/// Sets when what has come together goes out.
pub async fn set_rhythm(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let channel = channel_of(&mut *app.db.read().await?, &it, now).await?.ok_or(Error::NotFound)?;
    let (slot, faults) = slot_of(&form);
    if !faults.is_empty() {
        let mut page = page(&app, &it).await?;
        page.faults = faults;
        if let Some(rhythm) = &mut page.rhythm {
            rhythm.time = form.raw("time");
        }
        return html::rejected(&page, &page.desk.style);
    }
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    driver::ensure_rhythm(&mut tx, &channel, now).await?;
    // From now on: a time of today that has passed is not caught up with.
    store_issue::set_rhythm(&mut tx, &channel.id, &slot.to_text(), now).await?;
    job::enqueue_once(&mut tx, work_rounds::ROUND, work_rounds::ROUND, "", now).await?;
    note(&mut tx, &it, now, "newsletter-rhythm", "").await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "newsletter"), "saved"))
}

/// Writes into the trail that somebody looked; the address itself does not stand there.
async fn note(
    conn: &mut Conn,
    it: &Coordinating,
    at: Instant,
    act: &'static str,
    subject: &str,
) -> Result<()> {
    let (consortium, person) = (Some(it.consortium.id.as_str()), Some(it.person.id.as_str()));
    audit::write(conn, Entry { consortium, at, person, act, subject, detail: "" }).await
}

/// Finds all that is known of an address that was typed in.
async fn known(
    app: &App,
    it: &Coordinating,
    form: &Form,
) -> Result<std::result::Result<Vec<Subscriber>, Sentence>> {
    let address = match wish::address(&form.raw("email")) {
        Ok(address) => address,
        Err(why) => return Ok(Err(why)),
    };
    let mark = address_mark(&app.seal, &it.consortium.id, &address);
    Ok(Ok(store::known(&mut *app.db.read().await?, &it.consortium.id, &mark).await?))
}

/// Looks one address up, to answer whoever asks about their own (L15). It stands in the trail.
pub async fn search(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let mut page = page(&app, &it).await?;
    page.typed = form.raw("email");
    let known = match known(&app, &it, &form).await? {
        Ok(known) => known,
        Err(why) => {
            page.faults.add("email", why);
            return html::rejected(&page, &page.desk.style);
        }
    };
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    note(&mut tx, &it, now, "subscriber-search", "").await?;
    tx.commit().await?;
    page.found = Some(known.iter().map(|known| found(&it, known, now)).collect());
    html::page(&page, &page.desk.style)
}

fn found(it: &Coordinating, known: &Subscriber, now: Instant) -> Found {
    let w = it.lang();
    let zone = it.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let dates = [
        ("newsletter-fact-asked", Some(known.asked_at)),
        ("newsletter-fact-confirmed", known.confirmed_at),
        ("newsletter-fact-ended", known.ended_at),
    ];
    let facts = dates.into_iter().filter_map(|(key, at)| Some((w.t(key), local.full(at?))));
    Found { facts: facts.collect(), is_live: known.ended_at.is_none() }
}

/// Gives what is known of an address, for whoever asked.
pub async fn data(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let known = known(&app, &it, &form).await?.map_err(|why| Error::field("email", why))?;
    let mut all = Vec::new();
    for one in &known {
        all.push(export::of(&app, &it.consortium, one).await?);
    }
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    note(&mut tx, &it, app.clock.now(), "newsletter-data", "").await?;
    tx.commit().await?;
    let name = HeaderValue::from_static("attachment; filename=\"newsletter.json\"");
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, serde_json::to_string_pretty(&all)?).into_response())
}

/// Ends it for whoever asked the Verbund to.
pub async fn end(State(app): State<App>, it: Coordinating, form: Form) -> Result<Response> {
    let now = app.clock.now();
    let known = known(&app, &it, &form).await?.map_err(|why| Error::field("email", why))?;
    let mut tx = app.db.begin(it.consortium.id.as_str()).await?;
    for one in known.iter().filter(|one| one.ended_at.is_none()) {
        store::end(&mut tx, one, Ended::ForThem, now).await?;
    }
    note(&mut tx, &it, now, "newsletter-end", "").await?;
    app.commit(tx, it.consortium.id.as_str()).await?;
    Ok(html::done(&desk_href(&it.consortium.slug, "newsletter"), "ended-newsletter"))
}
