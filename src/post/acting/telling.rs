//! Who is told by letter what happened to a post, each in their own language.
use std::collections::BTreeSet;

use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::Consortium;
use crate::institution::{InstitutionId, store as institution_store};
use crate::member::{Person, PersonId, letter, store as member_store};
use crate::post::dossier::Dossier;
use crate::post::signoff::roster::Part;
use crate::post::signoff::step::{Act, Step};

/// The words of one letter, before it is known who reads it.
struct News<'a> {
    subject: &'static str,
    body: &'static str,
    title: &'a str,
    /// Who did it, and for which house.
    by: &'a str,
    house: String,
    due: Option<Instant>,
    until: Option<Instant>,
    reason: &'a str,
}

/// Tells those who wrote what another person did with their post; who did it knows already.
pub async fn tell(
    conn: &mut Conn,
    app: &App,
    consortium: &Consortium,
    dossier: &Dossier,
    by: &Person,
) -> Result<()> {
    let Some(step) = dossier.steps.last() else { return Ok(()) };
    let due = dossier.standing.due(step.at);
    let (subject, body, reason) = match &step.act {
        Act::Approved(_) if due.is_some() => ("post-letter-approved-subject", "post-letter-approved", ""),
        Act::Approved(_) => ("post-letter-approved-subject", "post-letter-public", ""),
        Act::Returned { reason } => ("post-letter-returned-subject", "post-letter-returned", reason.as_str()),
        Act::Held { reason } => {
            ("post-letter-held-subject", "post-letter-held", reason.as_deref().unwrap_or_default())
        }
        Act::Withdrawn { reason } => {
            ("post-letter-withdrawn-subject", "post-letter-withdrawn", reason.as_str())
        }
        Act::Moved { .. } => ("post-letter-moved-subject", "post-letter-moved", ""),
        _ => return Ok(()),
    };
    let mut people = authors(dossier);
    people.remove(&by.id);
    let house = name_of(conn, consortium, step.house.as_ref()).await?;
    let title = &dossier.post.title;
    let news = News { subject, body, title, by: &by.name, house, due, until: None, reason };
    write(conn, app, consortium, dossier, &people, &news).await
}

/// Asks people of a house to read and sign off.
pub async fn ask(
    conn: &mut Conn,
    app: &App,
    consortium: &Consortium,
    dossier: &Dossier,
    people: &[PersonId],
    until: Instant,
) -> Result<()> {
    let Some(proposal) = dossier.standing.proposal() else { return Ok(()) };
    let everybody = member_store::people_in(conn, &consortium.id).await?;
    let by = everybody.iter().find(|person| proposal.by.as_ref() == Some(&person.id));
    let proposed = |step: &&Step| matches!(step.act, Act::Proposed { .. });
    let house = dossier.steps.iter().rev().find(proposed).and_then(|step| step.house.as_ref());
    let house = name_of(conn, consortium, house).await?;
    let body = if proposal.due.is_some() { "post-letter-asked" } else { "post-letter-asked-soon" };
    let news = News {
        subject: "post-letter-asked-subject",
        body,
        title: &dossier.post.title,
        by: by.map_or("", |person| &person.name),
        house,
        due: proposal.due,
        until: Some(until),
        reason: "",
    };
    write(conn, app, consortium, dossier, &people.iter().cloned().collect(), &news).await
}

/// Tells coordination and authors that nobody is left to be asked.
pub async fn nobody_left(conn: &mut Conn, app: &App, it: &Consortium, dossier: &Dossier) -> Result<()> {
    let news = dossier_news(dossier, "post-letter-nobody-subject", "post-letter-nobody", None);
    write(conn, app, it, dossier, &responsible(dossier), &news).await
}

/// Tells coordination and authors that a time passed without an approval.
pub async fn missed(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    dossier: &Dossier,
    due: Instant,
) -> Result<()> {
    let news = dossier_news(dossier, "post-letter-missed-subject", "post-letter-missed", Some(due));
    write(conn, app, it, dossier, &responsible(dossier), &news).await
}

fn dossier_news<'a>(
    dossier: &'a Dossier,
    subject: &'static str,
    body: &'static str,
    due: Option<Instant>,
) -> News<'a> {
    let title = &dossier.post.title;
    News { subject, body, title, by: "", house: String::new(), due, until: None, reason: "" }
}

async fn write(
    conn: &mut Conn,
    app: &App,
    consortium: &Consortium,
    dossier: &Dossier,
    people: &BTreeSet<PersonId>,
    news: &News<'_>,
) -> Result<()> {
    let zone = consortium.time_zone();
    let link = format!("/desk/{}/posts/{}", consortium.slug, dossier.post.number);
    for id in people {
        let person = member_store::by_id(conn, id).await?;
        let lang = Lang::from_code(&person.language).unwrap_or_default();
        let local = Local::new(&zone, lang, app.clock.now());
        let title = if news.title.is_empty() { lang.t("post-untitled") } else { news.title.to_owned() };
        let subject = Sentence::new(news.subject).with("title", &title);
        let body = Sentence::new(news.body)
            .with("title", &title)
            .with("by", if news.by.is_empty() { lang.t("post-letter-somebody") } else { news.by.to_owned() })
            .with("house", &news.house)
            .with("due", news.due.map(|at| local.full(at)).unwrap_or_default())
            .with("until", news.until.map(|at| local.near(at)).unwrap_or_default())
            .with("reason", if news.reason.is_empty() { "none" } else { news.reason });
        letter::write_to(conn, app, &person, consortium, &subject, &body, &link).await?;
    }
    Ok(())
}

async fn name_of(conn: &mut Conn, it: &Consortium, house: Option<&InstitutionId>) -> Result<String> {
    match house {
        Some(id) => Ok(institution_store::by_id(conn, &it.id, id).await?.short_name),
        None => Ok("none".into()),
    }
}

/// Everybody who wrote the text or proposed it, as far as they still belong to the Verbund.
fn authors(dossier: &Dossier) -> BTreeSet<PersonId> {
    let proposer = dossier.standing.proposal().and_then(|proposal| proposal.by.as_ref());
    let people = dossier.roster.people.iter().map(|member| &member.id);
    people.filter(|id| dossier.standing.is_author(id) || proposer == Some(id)).cloned().collect()
}

fn responsible(dossier: &Dossier) -> BTreeSet<PersonId> {
    let coordinates = |part| part == Part::Coordinator;
    let people = dossier.roster.people.iter();
    let coordination = people.filter(|member| coordinates(member.part)).map(|member| member.id.clone());
    coordination.chain(authors(dossier)).collect()
}
