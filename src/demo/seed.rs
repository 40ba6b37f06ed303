//! Fills an empty database with the demo: every post comes to its state by the real rules, step by
//! step, at the instants at which people would have done it.
use std::collections::BTreeMap;

use super::book::{Book, Post as Told};
use super::days::Days;
use super::ground::Ground;
use super::picture::{self, Undrawn};
use super::story::{Deed, story};
use super::{affairs, deed, inbox, law, newsletter, store};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::{Person, PersonId, store as member_store};
use crate::post::dossier::Dossier;
use crate::post::signoff::state::State;

/// A Verbund of the demo while its history is played.
pub struct Play<'a> {
    pub book: &'a Book,
    pub ground: Ground,
    /// The posts that somebody has begun, by their place in the file.
    pub posts: BTreeMap<usize, Dossier>,
    /// For each house when it was last asked to sign something off.
    pub last_asked: Vec<(InstitutionId, Instant)>,
    /// What is still to happen, in its order.
    pub ahead: BTreeMap<(Instant, usize), (usize, Deed)>,
    /// Whom the last question about a post went to.
    pub asked: BTreeMap<usize, Vec<PersonId>>,
    dues: Vec<Instant>,
}

/// Fills an empty database and tells whether it did; one that the demo filled is left as it is.
///
/// All of it is one transaction: a process that dies meanwhile leaves the database empty, and the
/// next start begins anew. A database that holds anything else is refused.
pub async fn fill(app: &App) -> Result<bool> {
    let mut tx = app.db.begin("demo").await?;
    if store::filled_at(&mut tx).await?.is_some() {
        return Ok(false);
    }
    if store::is_inhabited(&mut tx).await? {
        return Err(Error::Refused(Sentence::new("demo-not-empty")));
    }
    let now = app.clock.now();
    let mut undrawn = Vec::new();
    for book in Book::all() {
        undrawn.extend(play(&mut tx, app, &book).await?);
    }
    picture::draw_later(&mut tx, &undrawn, now).await?;
    let operator = Person {
        email: Some("betrieb@verbund.example".into()),
        email_confirmed_at: Some(now),
        operator_since: Some(now),
        ..Person::named("Frauke Ahlers", now)
    };
    member_store::insert(&mut tx, &operator).await?;
    store::mark_filled(&mut tx, now).await?;
    kill::point("demo.fill.before_commit");
    tx.commit().await?;
    app.waker.wake();
    Ok(true)
}

/// Plays the history of one Verbund up to now, and gives the pictures that are still to be drawn.
pub async fn play(conn: &mut Conn, app: &App, book: &Book) -> Result<Vec<Undrawn>> {
    let now = app.clock.now();
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").map_err(anyhow::Error::from)?;
    let days = Days::new(now, zone);
    let ground = Ground::enter(conn, book, &days).await?;
    let mut play = Play {
        book,
        ground,
        posts: BTreeMap::new(),
        last_asked: Vec::new(),
        ahead: BTreeMap::new(),
        asked: BTreeMap::new(),
        dues: Vec::new(),
    };
    for (n, told) in book.post.iter().enumerate() {
        let series =
            told.series.as_ref().and_then(|slug| book.series.iter().find(|series| series.slug == *slug));
        let due = days.due(told, series);
        play.dues.push(due);
        for (at, deed) in story(book, told, n, due, &days) {
            play.plan(at, n, deed);
        }
        play.plan(due, n, Deed::Come);
    }
    while let Some(((at, _), (n, deed))) = play.ahead.pop_first() {
        if at > now {
            break;
        }
        deed::happen(conn, &mut play, n, deed, at)
            .await
            .map_err(|error| anyhow::anyhow!("{} / {}: {error}", book.consortium.slug, book.post[n].key))?;
    }
    for (n, dossier) in &play.posts {
        let told = &book.post[*n];
        let state = dossier.standing.state(now);
        if state != expected(told) {
            return Err(anyhow::anyhow!("{} is {state:?}, not {}", told.key, told.state).into());
        }
    }
    law::enter(conn, app, &play.ground, book, &days).await?;
    affairs::enter(conn, &play, &days).await?;
<<<<<<< HEAD
    inbox::enter(conn, &play, &days).await?;
    newsletter::enter(conn, app, &play.ground, &days).await?;
=======
    newsletter::enter(conn, app, &play.ground, &days).await?;
    inbox::enter(conn, &play, &days).await?;
>>>>>>> newsletter
    deed::leave_to_jobs(conn, app, &play).await?;
    Ok(play.ground.undrawn)
}

impl Play<'_> {
    /// Says for when the post at a place of the file is meant.
    pub fn due(&self, n: usize) -> Instant {
        self.dues[n]
    }

    /// Lets something happen at an instant, after everything that was planned for it before.
    pub fn plan(&mut self, at: Instant, n: usize, deed: Deed) {
        let order =
            self.ahead.range((at, 0)..=(at, usize::MAX)).next_back().map_or(0, |((_, order), _)| order + 1);
        self.ahead.insert((at, order), (n, deed));
    }
}

/// Reads the state that a file names.
pub fn expected(told: &Told) -> State {
    match told.state.as_str() {
        "held" => State::OnHold,
        code => State::from_code(code).unwrap_or(State::Draft),
    }
}
