//! The operator's page.
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::tz::TimeZone;

use super::store::{self, Health};
use super::{INVITATION_HOURS, ZONE, founded, inviting};
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::error::{Error, Result};
use crate::base::job::{self, GivenUp};
use crate::base::sentence::Sentence;
use crate::base::store as base_store;
use crate::calendar::local::Local;
use crate::consortium::address::read_slug;
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::member::code::{hash_code, new_code};
use crate::member::me::web_frame::{frame, seats};
use crate::member::people::invitation::Invitation;
use crate::member::people::store as invitations;
use crate::member::people::web_issued::{Issued, sheet};
use crate::member::qr;
use crate::member::web_desk::{Told, told};
use crate::member::web_seat::{Operating, Viewer};
use crate::page::Desk;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// One Verbund in the list.
struct Row {
    id: String,
    name: String,
    href: String,
    state: String,
}

#[derive(Template)]
#[template(path = "member/operating/operate.html")]
struct Operate {
    desk: Desk,
    faults: Faults,
    name: String,
    slug: String,
    rows: Vec<Row>,
    health: Health,
    /// When, for machines and for people, and what was done.
    trail: Vec<(String, String, String)>,
    /// That nobody takes up what is due, where that is so.
    late: Option<String>,
    given_up: Vec<GivenUp>,
}

/// How many lines of the trail are shown.
const NEWEST: i64 = 50;

async fn page(app: &App, viewer: &Viewer, form: &Form, faults: Faults) -> Result<Operate> {
    let w = viewer.lang();
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let all = consortium_store::all(&mut conn).await?;
    let health = store::health(&mut conn, now).await?;
    let trail = store::trail(&mut conn, NEWEST).await?;
    let late = job::minutes_late(&mut conn, now).await?;
    let given_up = base_store::given_up(&mut conn).await?;
    drop(conn);
    // The page belongs to no Verbund, and so to no zone of its own.
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    let local = Local::new(&zone, w, now);
    let state = |it: &Consortium| match (it.has_ended(now), it.is_public(now)) {
        (true, _) => w.t("member-consortium-is-ended"),
        (false, true) => w.t("member-consortium-is-public"),
        (false, false) => w.t("member-consortium-is-not-public"),
    };
    let row = |it: &Consortium| Row {
        id: it.id.to_string(),
        name: it.name.clone(),
        href: format!("/{}", it.slug),
        state: state(it),
    };
    Ok(Operate {
        desk: frame(app, viewer, seats(app, viewer).await?, w.t("member-operate-title")),
        faults,
        name: form.text("name"),
        slug: form.text("slug"),
        rows: all.iter().map(row).collect(),
        health,
        trail: trail
            .iter()
            .map(|line| (local.iso(line.at), local.short(line.at), line.sentence(w)))
            .collect(),
        late: late.map(|minutes| w.n("member-health-late", minutes)),
        given_up,
    })
}

/// Shows all Verbünde and how the work in the background goes.
pub async fn show(
    State(app): State<App>,
    Operating(viewer): Operating,
    Query(query): Query<Told>,
) -> Result<Response> {
    let mut page = page(&app, &viewer, &Form::default(), Faults::default()).await?;
    page.desk.done = told(viewer.lang(), &query.done);
    html::page(&page, &page.desk.style)
}

/// Founds a Verbund and shows the invitation for whoever will coordinate it.
pub async fn found(State(app): State<App>, Operating(viewer): Operating, form: Form) -> Result<Response> {
    let mut faults = Faults::default();
    let name = form.text("name");
    if name.is_empty() || name.chars().count() > 120 {
        faults.add("name", Sentence::new("member-consortium-name-missing"));
    }
    let slug = faults.take("slug", read_slug(&form.text("slug")));
    let mut tx = app.db.begin("found").await?;
    if faults.is_empty() {
        match consortium_store::by_slug(&mut tx, &slug).await {
            Ok(_) => faults.add("slug", Sentence::new("member-slug-taken")),
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    if !faults.is_empty() {
        drop(tx);
        let page = page(&app, &viewer, &form, faults).await?;
        return html::rejected(&page, &page.desk.style);
    }
    let consortium = founded(&name, &slug, app.clock.now());
    consortium_store::insert(&mut tx, &consortium).await?;
    let entry = Entry {
        consortium: Some(consortium.id.as_str()),
        at: app.clock.now(),
        person: Some(viewer.person.id.as_str()),
        act: "founded",
        subject: &consortium.name,
        detail: "",
    };
    audit::write(&mut tx, entry).await?;
    app.commit(tx, consortium.id.as_str()).await?;
    invite_coordinator(&app, &viewer, &consortium).await
}

/// Invites somebody to coordinate a Verbund, where nobody there can any more.
pub async fn invite(
    State(app): State<App>,
    Operating(viewer): Operating,
    Path(id): Path<ConsortiumId>,
) -> Result<Response> {
    let consortium = consortium_store::by_id(&mut *app.db.read().await?, &id).await?;
    if consortium.has_ended(app.clock.now()) {
        return Err(Error::Refused(Sentence::new("member-consortium-ended")));
    }
    invite_coordinator(&app, &viewer, &consortium).await
}

async fn invite_coordinator(app: &App, viewer: &Viewer, consortium: &Consortium) -> Result<Response> {
    let now = app.clock.now();
    let code = new_code(3);
    let invitation = Invitation {
        created_by: Some(viewer.person.id.clone()),
        ..Invitation::of_coordinator(&consortium.id, now, INVITATION_HOURS)
    };
    let mut tx = app.db.begin(consortium.id.as_str()).await?;
    invitations::insert(&mut tx, &invitation, &hash_code(&code)).await?;
    let entry = Entry {
        consortium: Some(consortium.id.as_str()),
        at: now,
        person: Some(viewer.person.id.as_str()),
        act: "invited",
        subject: &consortium.name,
        detail: &invitation.role,
    };
    audit::write(&mut tx, entry).await?;
    tx.commit().await?;
    let w = viewer.lang();
    let fact = format!("{}: {}", consortium.name, w.t("member-role-coordinator"));
    issued(app, viewer, w.t("member-invited-title"), fact, code).await
}

/// Invites another person to run the installation.
pub async fn invite_operator(State(app): State<App>, Operating(viewer): Operating) -> Result<Response> {
    let code = inviting::invite_operator(&app, "", Some(&viewer.person.id)).await?;
    let w = viewer.lang();
    issued(&app, &viewer, w.t("member-invited-title"), w.t("member-role-operator"), code).await
}

async fn issued(app: &App, viewer: &Viewer, title: String, fact: String, code: String) -> Result<Response> {
    let w = viewer.lang();
    let link = format!("{}/join/{code}", app.config.public_url);
    sheet(&Issued {
        desk: frame(app, viewer, seats(app, viewer).await?, title),
        lead: w.n("member-invited-lead", 1),
        facts: vec![fact, w.n("member-valid-hours", INVITATION_HOURS)],
        qr: qr::drawn(&link)?,
        code,
        link,
        typed_at: format!("{}/join", app.config.public_host()),
        why: w.t("member-invited-why"),
        back: "/operate".into(),
    })
}
