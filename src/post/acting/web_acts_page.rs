//! The pages that ask before something is done with a post, and those that say why it was not.
use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::acts;
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Writing;
use crate::page::form::{Faults, Form};
use crate::page::{Badge, Desk, html};
use crate::post::dossier::Dossier;
use crate::post::planning::store_plan;
use crate::post::planning::suggesting::suggestion;
use crate::post::showing::bar::path;
use crate::post::showing::web_post_history::history;
use crate::post::signoff::approval::{Mode, may_sign};
use crate::post::signoff::due::clashes;
use crate::post::signoff::step::Step;
use crate::post::signoff::verb::{Verb, may};
use crate::post::store_names;
use crate::post::writing::markdown;

/// A page that asks for a reason, a time or a house, and then does it.
#[derive(Template)]
#[template(path = "post/acting/ask.html")]
struct Ask {
    desk: Desk,
    form: Form,
    faults: Faults,
    /// The post's title and address.
    title: String,
    href: String,
    edit_href: String,
    action: String,
    heading: String,
    lead: String,
    /// The label of the reason and whether it has to be given; none where no reason is asked for.
    reason: Option<(String, bool)>,
    /// The choices of a time, as code and words; a single one is no choice.
    whens: Vec<(&'static str, String)>,
    asks_time: bool,
    houses: Vec<(String, Badge)>,
    /// What else appears near that time.
    near: Vec<String>,
    /// What the text still lacks.
    lacks: Vec<String>,
    /// The text itself, where it is signed off on this page.
    text: Option<String>,
    button: String,
    is_danger: bool,
}

impl Ask {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.of(field, self.desk.w).is_some()
    }
}

/// A wish that was not fulfilled: what happened meanwhile, or which rule said no.
#[derive(Template)]
#[template(path = "post/acting/refused.html")]
struct Refused {
    desk: Desk,
    heading: String,
    title: String,
    href: String,
    happened: Option<String>,
    why: Vec<String>,
}

/// Shows the page of a verb; refused when the verb makes no sense where the post stands.
pub async fn ask(app: &App, writing: &Writing, dossier: Dossier, verb: Verb, form: Form) -> Result<Response> {
    let now = app.clock.now();
    if let Err(why) = may(verb, &dossier.standing, &dossier.roster, &writing.person.id, now)
        // A post without a text may be asked for: the page says what it lacks.
        && !(verb == Verb::Propose && dossier.standing.text().is_none())
    {
        return refused(app, writing, &dossier, Error::Refused(why));
    }
    let page = build(app, writing, dossier, verb, form, Faults::default()).await?;
    html::page(&page, &page.desk.style)
}

/// Shows the page again with what was wrong.
pub async fn ask_again(
    app: &App,
    writing: &Writing,
    dossier: Dossier,
    verb: Verb,
    form: Form,
    faults: Faults,
) -> Result<Response> {
    let page = build(app, writing, dossier, verb, form, faults).await?;
    html::rejected(&page, &page.desk.style)
}

async fn build(
    app: &App,
    writing: &Writing,
    dossier: Dossier,
    verb: Verb,
    mut form: Form,
    mut faults: Faults,
) -> Result<Ask> {
    let w = writing.lang();
    let zone = writing.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let mut conn = app.db.read().await?;
    let content = store_plan::contents(&mut conn, &[&dossier.post]).await?.remove(0);
    let asks_time = matches!(verb, Verb::Propose | Verb::ApproveNow | Verb::Move | Verb::Release);
    if asks_time && !form.has("date") {
        let at = suggestion(&mut conn, &writing.consortium, &dossier, &content, local.now).await?;
        form.set("date", local.form_date(at));
        form.set("time", local.form_time(at));
    }
    let mut near = Vec::new();
    if asks_time && let Ok(at) = local.parse(&form.text("date"), &form.text("time")) {
        let (from, until) = (at.plus_hours(-2), at.plus_hours(2));
        let mut others = store_plan::entries(&mut conn, &writing.consortium.id, from, until).await?;
        others.retain(|other| other.post.id != dossier.post.id);
        let times: Vec<_> = others.iter().map(|other| other.at).collect();
        let close = clashes(at, &times).map(|n| &others[n]);
        near.extend(close.map(|other| {
            let sentence = Sentence::new("post-ask-near").with("title", title_of(&other.post.title, w));
            w.say(&sentence.with("time", local.near(other.at)))
        }));
    }
    let whens = whens(verb);
    if !form.has("when")
        && let Some(first) = whens.first()
    {
        form.set("when", *first);
    }
    let lacks = match verb {
        // What the text lacks is mended in the editor, not in this form.
        Verb::Propose | Verb::ApproveNow => {
            faults.0.retain(|fault| matches!(fault.field, "date" | "time" | "when" | "reason"));
            acts::obstacles(&mut conn, &writing.consortium.id, &content, local.now).await?
        }
        _ => Vec::new(),
    };
    let key = path(verb);
    let text = (verb == Verb::ApproveNow).then(|| markdown::html(&content.body, 3));
    if !form.has("revision")
        && let Some(text) = dossier.standing.text()
    {
        form.set("revision", text.revision.as_str());
    }
    let href = desk_href(&writing.consortium.slug, &format!("posts/{}", dossier.post.number));
    let heading = w.t(&format!("post-ask-{key}"));
    Ok(Ask {
        desk: desk(app, writing, Here::Posts, heading.clone()),
        faults,
        title: title_of(&dossier.post.title, w),
        edit_href: format!("{href}/edit?check=1"),
        action: format!("{href}/{key}"),
        href,
        lead: w.t(&format!("post-ask-{key}-lead")),
        heading,
        reason: matches!(verb, Verb::Return | Verb::Withdraw | Verb::Hold)
            .then(|| (w.t(&format!("post-ask-{key}-reason")), verb.needs_reason())),
        whens: whens.iter().map(|code| (*code, w.t(&format!("post-ask-{key}-{code}")))).collect(),
        asks_time,
        houses: if verb == Verb::Propose { houses(&dossier, writing) } else { Vec::new() },
        near,
        lacks: lacks.iter().map(|lack| w.say(&lack.why)).collect(),
        text,
        button: w.say(&verb.label()),
        is_danger: matches!(verb, Verb::Withdraw | Verb::Hold),
        form,
    })
}

/// The choices of a time that a verb offers, the usual one first.
fn whens(verb: Verb) -> &'static [&'static str] {
    match verb {
        Verb::Propose => &["at", "soon"],
        Verb::ApproveNow | Verb::Release => &["now", "at"],
        _ => &[],
    }
}

/// The houses that could be asked, in which somebody may sign this text off.
fn houses(dossier: &Dossier, writing: &Writing) -> Vec<(String, Badge)> {
    let mode = Mode::from_code(&writing.consortium.mode).unwrap_or_default();
    let able = |id: &crate::institution::InstitutionId| {
        dossier.roster.people.iter().any(|member| {
            member.houses.contains(id)
                && member.id != writing.person.id
                && may_sign(&dossier.standing, &dossier.roster, member, mode).is_ok()
        })
    };
    let active: BTreeSet<_> = dossier.roster.active_houses().collect();
    let houses = writing.houses.iter().filter(|house| active.contains(&house.id) && able(&house.id));
    houses.map(|house| (house.id.to_string(), face::badge(house, ""))).collect()
}

/// Says that somebody else was quicker, and what they did.
pub async fn overtaken(
    app: &App,
    writing: &Writing,
    dossier: &Dossier,
    by: &Step,
    why: &Sentence,
) -> Result<Response> {
    let w = writing.lang();
    let zone = writing.consortium.time_zone();
    let local = Local::new(&zone, w, app.clock.now());
    let names = store_names::read(&mut *app.db.read().await?, &writing.consortium.id).await?;
    let until = dossier.steps.iter().rposition(|step| step == by).map_or(0, |place| place + 1);
    let fact = history(&dossier.steps[..until], &names, &local, w).into_iter().next();
    let happened =
        fact.map(|fact| w.say(&Sentence::new("post-overtaken").with("what", fact.text).with("at", fact.at)));
    answer(app, writing, dossier, happened, vec![w.say(why)], StatusCode::CONFLICT)
}

/// Says why a wish was refused, with the way back to the post.
pub fn refused(app: &App, writing: &Writing, dossier: &Dossier, error: Error) -> Result<Response> {
    let w = writing.lang();
    let (status, why) = match error {
        Error::NotAllowed(why) => (StatusCode::FORBIDDEN, vec![w.say(&why)]),
        Error::Refused(why) => (StatusCode::CONFLICT, vec![w.say(&why)]),
        Error::Invalid(faults) => {
            (StatusCode::UNPROCESSABLE_ENTITY, faults.iter().map(|fault| w.say(&fault.why)).collect())
        }
        other => return Err(other),
    };
    answer(app, writing, dossier, None, why, status)
}

fn answer(
    app: &App,
    writing: &Writing,
    dossier: &Dossier,
    happened: Option<String>,
    why: Vec<String>,
    status: StatusCode,
) -> Result<Response> {
    let w = writing.lang();
    let heading = w.t(if happened.is_some() { "page-stale" } else { "page-refused" });
    let page = Refused {
        desk: desk(app, writing, Here::Posts, heading.clone()),
        heading,
        title: title_of(&dossier.post.title, w),
        href: desk_href(&writing.consortium.slug, &format!("posts/{}", dossier.post.number)),
        happened,
        why,
    };
    html::with_status(status, &page, &page.desk.style)
}

/// Gives the title by which a post is called, also where it has none yet.
pub fn title_of(title: &str, w: crate::base::text::Lang) -> String {
    if title.trim().is_empty() { w.t("post-untitled") } else { title.to_owned() }
}
