//! How a deed of the demo is done: by the same rules that hold for everybody.
use super::book::Post as Told;
use super::ground::Ground;
use super::seed::Play;
use super::story::Deed;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::id::new_id;
use crate::base::sentence::Sentence;
use crate::member::{Person, PersonId};
use crate::post::acting::{telling, work};
use crate::post::dossier::Dossier;
use crate::post::editing::store_revision::{self, Saved, Saving};
use crate::post::signoff::approval::{Mode, When, may_approve};
use crate::post::signoff::asking::{self, Next};
use crate::post::signoff::step::{Act, Step};
use crate::post::signoff::verb::{Verb, may};
use crate::post::talking::store_talk;
use crate::post::talking::talk::{Message, spoken_to};
use crate::post::writing::content::{Content, Link};
use crate::post::writing::wording::Wording;
use crate::post::{store as post_store, store_dossier};

/// Does one deed of the post at place `n` of its file.
pub async fn happen(conn: &mut Conn, play: &mut Play<'_>, n: usize, deed: Deed, at: Instant) -> Result<()> {
    let told = &play.book.post[n];
    if let Deed::Write { by, part, parts } = &deed {
        return write(conn, play, n, (by, *part, *parts), at).await;
    }
    let roster = play.ground.roster(&play.last_asked, at);
    let Some(dossier) = play.posts.get_mut(&n) else { return Ok(()) };
    dossier.roster = roster;
    let due = dossier.standing.due(at);
    match deed {
        Deed::Write { .. } => Ok(()),
        Deed::Move { by } => {
            let due = play.due(n);
            act(conn, play, n, (&by, Verb::Move), Act::Moved { due }, at).await
        }
        Deed::Propose { by, chosen } => propose(conn, play, n, (&by, chosen.as_deref()), at).await,
        Deed::Ask => ask(conn, play, n, at).await,
        Deed::Approve { by } => {
            let person = play.ground.person(&by)?.id.clone();
            let revision = dossier.post.head_revision_id.clone().ok_or(Error::NotFound)?;
            let proof =
                may_approve(&dossier.standing, &dossier.roster, &person, &revision, When::AsProposed, at)?;
            store_dossier::add(conn, dossier, proof.into_step(), at).await
        }
        Deed::Come => match (dossier.standing.missed_untold(at), due) {
            (Some(due), _) => {
                store_dossier::add(conn, dossier, Step::by_clock(at, Act::Missed { due }), at).await
            }
            // What a job does when a post becomes public.
            (None, _) => store_dossier::project(conn, dossier, at).await,
        },
        Deed::Return { by, reason } => {
            act(conn, play, n, (&by, Verb::Return), Act::Returned { reason }, at).await
        }
        Deed::Hold { by, reason } => {
            let reason = Some(reason).filter(|reason| !reason.is_empty());
            act(conn, play, n, (&by, Verb::Hold), Act::Held { reason }, at).await
        }
        Deed::Withdraw { by, reason } => {
            act(conn, play, n, (&by, Verb::Withdraw), Act::Withdrawn { reason }, at).await
        }
        Deed::Archive { by } => act(conn, play, n, (&by, Verb::Archive), Act::Archived, at).await,
        Deed::Say { talk } => {
            let talk = &told.talk[talk];
            let by = play.ground.person(&talk.by)?.id.clone();
            let people: Vec<Person> = play.ground.people.values().cloned().collect();
            let named = spoken_to(&talk.text, &people, &by);
            let message = Message {
                id: new_id(),
                post_id: dossier.post.id.clone(),
                person_id: by,
                at,
                body: talk.text.clone(),
                removed_at: None,
            };
            store_talk::insert(conn, &message, &named).await
        }
    }
}

/// Lets somebody do a thing that their part and the post's state allow.
async fn act(
    conn: &mut Conn,
    play: &mut Play<'_>,
    n: usize,
    (by, verb): (&str, Verb),
    act: Act,
    at: Instant,
) -> Result<()> {
    let person = play.ground.person(by)?.id.clone();
    let dossier = play.posts.get_mut(&n).ok_or(Error::NotFound)?;
    may(verb, &dossier.standing, &dossier.roster, &person, at)?;
    let house = dossier.roster.member(&person).and_then(|member| dossier.roster.acting_house(member));
    store_dossier::add(conn, dossier, Step::of(at, person, house, act), at).await
}

async fn write(
    conn: &mut Conn,
    play: &mut Play<'_>,
    n: usize,
    (by, part, parts): (&str, usize, usize),
    at: Instant,
) -> Result<()> {
    let content = content(&play.ground, &play.book.post[n], part, parts)?;
    let person = play.ground.person(by)?.id.clone();
    let roster = play.ground.roster(&play.last_asked, at);
    let member = roster.member(&person).ok_or_else(|| Sentence::new("post-refused-no-right"))?;
    let houses = member.houses.iter().cloned().collect();
    if !play.posts.contains_key(&n) {
        let post = post_store::create(conn, &play.ground.consortium.id, Some(&person), at).await?;
        play.posts.insert(n, Dossier::new(post, Vec::new(), Vec::new(), roster.clone()));
    }
    let dossier = play.posts.get_mut(&n).ok_or(Error::NotFound)?;
    dossier.roster = roster;
    if dossier.standing.text().is_some() {
        may(Verb::Edit, &dossier.standing, &dossier.roster, &person, at)?;
    }
    let base = dossier.post.head_revision_id.clone();
    let saving = Saving { by: &person, houses, base: base.as_ref(), client: "" };
    match store_revision::save(conn, dossier, saving, content, at).await? {
        Saved::Newest(_) => Ok(()),
        Saved::Beside(_) => Err(Error::Stale),
    }
}

async fn propose(
    conn: &mut Conn,
    play: &mut Play<'_>,
    n: usize,
    (by, chosen): (&str, Option<&str>),
    at: Instant,
) -> Result<()> {
    let told = &play.book.post[n];
    let problems = content(&play.ground, told, 1, 1)?.problems_before_proposal();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let revision = play
        .posts
        .get(&n)
        .and_then(|dossier| dossier.post.head_revision_id.clone())
        .ok_or(Error::NotFound)?;
    let due = Some(play.due(n));
    let mode = Mode::from_code(&play.ground.consortium.mode).unwrap_or_default();
    let chosen = chosen.and_then(|slug| play.ground.house(slug)).map(|house| house.id.clone());
    act(conn, play, n, (by, Verb::Propose), Act::Proposed { revision, due, mode, chosen }, at).await
}

/// Asks the next house, as the job does, and again when its time has run out.
async fn ask(conn: &mut Conn, play: &mut Play<'_>, n: usize, at: Instant) -> Result<()> {
    let due = play.due(n);
    let Some(dossier) = play.posts.get_mut(&n) else { return Ok(()) };
    if dossier.standing.proposal().is_some_and(|proposal| proposal.mode == Mode::Direct) {
        return Ok(());
    }
    let next = asking::next(&dossier.standing, &dossier.roster, at, due);
    let asked = match &next {
        Next::Ask(ask) => Some(ask.clone()),
        _ => None,
    };
    let Some(step) = next.into_step(at) else { return Ok(()) };
    store_dossier::add(conn, dossier, step, at).await?;
    if let Some(ask) = asked {
        play.last_asked.retain(|(known, _)| *known != ask.house);
        play.last_asked.push((ask.house, at));
        play.asked.insert(n, ask.people);
        play.plan(ask.until, n, Deed::Ask);
    }
    Ok(())
}

/// Leaves what is still to come to the jobs that do it for everybody, and lets those who are asked
/// now have their letter.
pub async fn leave_to_jobs(conn: &mut Conn, app: &App, play: &Play<'_>) -> Result<()> {
    let now = app.clock.now();
    for (n, dossier) in &play.posts {
        work::follow(conn, dossier, now).await?;
        let asked = dossier.standing.proposal().and_then(|proposal| asking::waits_for(proposal, now));
        if let (Some(asked), Some(people)) = (asked, play.asked.get(n)) {
            telling::ask(conn, app, &play.ground.consortium, dossier, people, asked.until).await?;
        }
    }
    Ok(())
}

/// Gives the text of a post as far as it was written: of several authors each adds a part.
fn content(ground: &Ground, told: &Told, part: usize, parts: usize) -> Result<Content> {
    let paragraphs: Vec<&str> = told.body.trim().split("\n\n").collect();
    let written = (paragraphs.len() * part).div_ceil(parts).max(1);
    let people: Result<Vec<PersonId>> =
        told.authors.iter().map(|key| Ok(ground.person(key)?.id.clone())).collect();
    Ok(Content {
        title: told.title.clone(),
        body: paragraphs[..written].join("\n\n"),
        links: told
            .links
            .iter()
            .map(|link| Link { label: link.label.clone(), url: link.url.clone() })
            .collect(),
        byline: told
            .byline
            .iter()
            .filter_map(|slug| ground.house(slug))
            .map(|house| house.id.clone())
            .collect(),
        authors: people?,
        topic: told.topic.as_ref().and_then(|slug| ground.topics.get(slug)).cloned(),
        series: told.series.as_ref().and_then(|slug| ground.series.get(slug)).cloned(),
        pictures: told.pictures.iter().filter_map(|key| ground.pictures.get(key)).cloned().collect(),
        wordings: wordings(ground, told),
        ..Content::default()
    })
}

/// What hangs in the display case instead of title and text.
fn wordings(ground: &Ground, told: &Told) -> Vec<Wording> {
    let worded = ground.by_hand.iter().filter(|_| !told.by_hand.is_empty());
    worded
        .map(|channel| Wording {
            channel: channel.to_string(),
            text: told.by_hand.clone(),
            ..Wording::default()
        })
        .collect()
}

impl Ground {
    /// Finds a person by their name in the file.
    pub fn person(&self, key: &str) -> Result<&Person> {
        self.people.get(key).ok_or_else(|| anyhow::anyhow!("nobody is called {key}").into())
    }
}
