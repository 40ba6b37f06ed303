//! What happens to posts by itself: the next house is asked, a missed time is told. Nothing is
//! ever published here; that a post is public follows from its approval and the clock.
use super::telling;
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::{Conn, Tx};
use crate::base::error::{Error, Result};
use crate::base::{job, kill};
use crate::calendar::Region;
use crate::calendar::holiday::holiday;
use crate::consortium::{Consortium, store as consortium_store};
use crate::post::dossier::Dossier;
use crate::post::signoff::asking::{Ask, Next, next};
use crate::post::signoff::due::one_working_day_later;
use crate::post::signoff::state::State;
use crate::post::signoff::step::{Act, Step};
use crate::post::{PostId, store, store_dossier};

/// Asks the next house to sign a post off, if it is time.
pub const ASK: &str = "post-ask";

/// Tells of a time that passed without an approval.
pub const DUE: &str = "post-due";

/// How long it may take, in minutes, until somebody notices that a house that was asked has left
/// or paused, or that all its people have gone away: those who write that down know nothing of posts.
const LOOK_MINUTES: i64 = 10;

/// Writes down what has to happen later with a post as it stands now.
pub async fn follow(conn: &mut Conn, dossier: &Dossier, now: Instant) -> Result<()> {
    let id = &dossier.post.id;
    if dossier.standing.state(now) == State::Proposed {
        job::enqueue_once(conn, ASK, &format!("ask:{id}"), id.as_str(), now).await?;
    }
    watch(conn, dossier, now).await
}

/// Comes back when the time of a post has come. Also of an approved one: its text may be changed
/// before, and then nobody but the clock knows that the time was missed.
async fn watch(conn: &mut Conn, dossier: &Dossier, now: Instant) -> Result<()> {
    let standing = &dossier.standing;
    let due = standing.due(now).filter(|due| *due > now);
    if let Some(at) = due.or(standing.missed_untold(now).map(|_| now)) {
        let id = &dossier.post.id;
        job::enqueue_once(conn, DUE, &format!("due:{id}"), id.as_str(), at).await?;
    }
    Ok(())
}

/// Asks the next house if it is time, and comes back when that house has been silent for too long.
/// Run twice it asks once, for the second run finds that somebody has been asked.
pub async fn ask(app: &App, payload: &str) -> Result<()> {
    let Some(Opened { mut tx, consortium, mut dossier, now }) = open(app, payload).await? else {
        return Ok(());
    };
    let zone = consortium.time_zone();
    let closed = |day| holiday(Region::default(), day).is_some();
    let no_due = one_working_day_later(now, &zone, closed);
    let what = next(&dossier.standing, &dossier.roster, now, no_due);
    let (people, until) = match &what {
        Next::Ask(Ask { people, until, .. }) => (people.clone(), Some(*until)),
        Next::Wait(until) => (Vec::new(), Some(*until)),
        Next::NobodyLeft | Next::Nothing => (Vec::new(), None),
    };
    let nobody_left = what == Next::NobodyLeft;
    if let Some(step) = what.into_step(now) {
        store_dossier::add(&mut tx, &mut dossier, step, now).await?;
        kill::point("post.ask.after_step");
    }
    if nobody_left {
        telling::nobody_left(&mut tx, app, &consortium, &dossier).await?;
    } else if let Some(until) = until.filter(|_| !people.is_empty()) {
        telling::ask(&mut tx, app, &consortium, &dossier, &people, until).await?;
    }
    if dossier.standing.state(now) == State::Proposed {
        let look = now.plus_minutes(LOOK_MINUTES);
        let at = until.filter(|until| *until > now).map_or(look, |until| until.min(look));
        job::enqueue_once(&mut tx, ASK, &format!("ask:{payload}"), payload, at).await?;
    }
    kill::point("post.ask.before_commit");
    tx.commit().await?;
    kill::point("post.ask.after_commit");
    Ok(())
}

/// Tells coordination and authors once that a time was missed. The fact that it was told is written
/// with the letters, so a second run finds nothing to tell.
pub async fn due(app: &App, payload: &str) -> Result<()> {
    let Some(Opened { mut tx, consortium, mut dossier, now }) = open(app, payload).await? else {
        return Ok(());
    };
    match dossier.standing.missed_untold(now) {
        Some(due) => {
            let step = Step::by_clock(now, Act::Missed { due });
            store_dossier::add(&mut tx, &mut dossier, step, now).await?;
            kill::point("post.due.after_step");
            telling::missed(&mut tx, app, &consortium, &dossier, due).await?;
        }
        // Moved meanwhile, or approved: then there is nothing to tell yet, or nothing at all.
        None => watch(&mut tx, &dossier, now).await?,
    }
    kill::point("post.due.before_commit");
    tx.commit().await?;
    kill::point("post.due.after_commit");
    Ok(())
}

/// A post opened for a job, in the transaction that keeps other processes away from it.
struct Opened {
    tx: Tx,
    consortium: Consortium,
    dossier: Dossier,
    now: Instant,
}

/// Opens the post of a job; one that is gone, or whose Verbund has ended, needs nothing any more.
async fn open(app: &App, payload: &str) -> Result<Option<Opened>> {
    let id = PostId::from(payload);
    let mut conn = app.db.read().await?;
    let post = match store::by_id(&mut conn, &id).await {
        Ok(post) => post,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    drop(conn);
    let mut tx = app.db.begin(post.consortium_id.as_str()).await?;
    let now = app.clock.now();
    let consortium = consortium_store::by_id(&mut tx, &post.consortium_id).await?;
    if consortium.has_ended(now) {
        return Ok(None);
    }
    let post = store::by_id(&mut tx, &id).await?;
    let dossier = store_dossier::open(&mut tx, post, now).await?;
    Ok(Some(Opened { tx, consortium, dossier, now }))
}
