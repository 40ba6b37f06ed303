//! What people do with a post: decided on the freshly opened dossier, and written down together
//! with everything it causes.
use super::lacking::obstacles;
use super::{telling, work};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::kill;
use crate::base::sentence::Sentence;
use crate::consortium::{Consortium, store as consortium_store};
use crate::institution::InstitutionId;
use crate::member::seat::Seat;
use crate::post::dossier::Dossier;
use crate::post::editing::store_revision;
use crate::post::signoff::approval::{Mode, When, may_approve};
use crate::post::signoff::due::may_move;
use crate::post::signoff::state::State;
use crate::post::signoff::step::{Act, Step};
use crate::post::signoff::verb::{Verb, may};
use crate::post::writing::content::Content;
use crate::post::{RevisionId, store, store_dossier};

/// What somebody wants to do with a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// `read` is the text the proposer had before them; none where they have just saved it.
    Propose {
        due: Option<Instant>,
        chosen: Option<InstitutionId>,
        read: Option<RevisionId>,
    },
    /// `read` is the text that was read before it was signed off.
    Approve {
        read: RevisionId,
        when: When,
    },
    Return {
        reason: String,
    },
    Retract,
    Move {
        to: Instant,
    },
    Hold {
        reason: Option<String>,
    },
    Release {
        due: Option<Instant>,
    },
    Withdraw {
        reason: String,
    },
    Restore,
    Archive,
    Reopen,
}

/// What became of a wish.
#[derive(Debug, Clone)]
pub enum Outcome {
    Done(Dossier),
    /// The same person had done the same thing already: a second click changes nothing.
    Already(Dossier),
    /// Somebody else was quicker, and now it cannot be done any more: what they did, and why not.
    Overtaken {
        by: Step,
        why: Sentence,
        dossier: Dossier,
    },
}

impl Wish {
    /// Names the right that the wish needs, where the post stands.
    fn verb(&self, dossier: &Dossier, now: Instant) -> Verb {
        match self {
            Wish::Propose { .. } => Verb::Propose,
            // After the time was missed it is another verb, with the choice of a time.
            Wish::Approve { .. } if dossier.standing.state(now) == State::Missed => Verb::ApproveNow,
            Wish::Approve { .. } => Verb::Approve,
            Wish::Return { .. } => Verb::Return,
            Wish::Retract => Verb::Retract,
            Wish::Move { .. } => Verb::Move,
            Wish::Hold { .. } => Verb::Hold,
            Wish::Release { .. } => Verb::Release,
            Wish::Withdraw { .. } => Verb::Withdraw,
            Wish::Restore => Verb::Restore,
            Wish::Archive => Verb::Archive,
            Wish::Reopen => Verb::Reopen,
        }
    }

    /// Tells whether a step is what the wish would bring about.
    fn is(&self, act: &Act, dossier: &Dossier) -> bool {
        match (self, act) {
            (Wish::Propose { .. }, Act::Proposed { revision, .. }) => {
                dossier.standing.text().is_some_and(|text| text.revision == *revision)
            }
            // In the direct mode proposing is approving.
            (Wish::Propose { .. }, Act::Approved(approval)) => approval.mode() == Mode::Direct,
            (Wish::Approve { read, .. }, Act::Approved(approval)) => approval.revision() == read,
            (Wish::Return { reason }, Act::Returned { reason: given }) => reason == given,
            (Wish::Move { to }, Act::Moved { due }) => to == due,
            (Wish::Withdraw { .. }, Act::Withdrawn { .. }) => true,
            (Wish::Hold { .. }, Act::Held { .. })
            | (Wish::Release { .. }, Act::Released { .. })
            | (Wish::Retract, Act::Retracted)
            | (Wish::Restore, Act::Restored)
            | (Wish::Archive, Act::Archived)
            | (Wish::Reopen, Act::Reopened) => true,
            _ => false,
        }
    }
}

/// Does it: one transaction with the step, what it comes to, the letters and the jobs.
///
/// Nothing here asks whether strangers see the Verbund yet: a Verbund that is not public plans and
/// signs off like any other, and nobody outside sees anything of it.
pub async fn act(app: &App, seat: &Seat, number: i64, wish: &Wish) -> Result<Outcome> {
    let mut tx = app.db.begin(seat.consortium.id.as_str()).await?;
    let now = app.clock.now();
    let consortium = consortium_store::by_id(&mut tx, &seat.consortium.id).await?;
    let post = store::by_number(&mut tx, &consortium.id, number).await?;
    let mut dossier = store_dossier::open(&mut tx, post, now).await?;
    let last = dossier.steps.iter().rev().find(|step| step.by.is_some()).cloned();
    if let Some(last) = last.as_ref().filter(|last| last.by.as_ref() == Some(&seat.person.id))
        && wish.is(&last.act, &dossier)
    {
        return Ok(Outcome::Already(dossier));
    }
    check_text(&mut tx, &dossier, seat, wish, now).await?;
    let step = match decide(&dossier, &consortium, seat, wish, now) {
        Ok(step) => step,
        Err(why) => {
            let by_others = last.filter(|last| last.by.as_ref() != Some(&seat.person.id));
            return match by_others.filter(|_| is_about_the_moment(&why)) {
                Some(by) => Ok(Outcome::Overtaken { by, why, dossier }),
                None => Err(refusal(why)),
            };
        }
    };
    store_dossier::add(&mut tx, &mut dossier, step, now).await?;
    kill::point("post.act.after_step");
    if let Some(step) = signed_at_once(&dossier, seat, wish, now) {
        store_dossier::add(&mut tx, &mut dossier, step, now).await?;
        kill::point("post.act.after_direct_approval");
    }
    telling::tell(&mut tx, app, &consortium, &dossier, &seat.person).await?;
    work::follow(&mut tx, &dossier, now).await?;
    kill::point("post.act.before_commit");
    app.commit(tx, consortium.id.as_str()).await?;
    kill::point("post.act.after_commit");
    Ok(Outcome::Done(dossier))
}

/// Refuses to propose or to sign off what could not be shown.
async fn check_text(
    conn: &mut Conn,
    dossier: &Dossier,
    seat: &Seat,
    wish: &Wish,
    now: Instant,
) -> Result<()> {
    let (at, revision) = match wish {
        Wish::Propose { due, .. } => (due.unwrap_or(now), dossier.post.head_revision_id.as_ref()),
        Wish::Approve { when, .. } => {
            let proposal = dossier.standing.proposal();
            let due = proposal.and_then(|proposal| proposal.due).unwrap_or(now);
            let at = if let When::At(at) = when { *at } else { due.max(now) };
            (at, proposal.map(|proposal| &proposal.text.revision))
        }
        _ => return Ok(()),
    };
    if may(Verb::Edit, &dossier.standing, &dossier.roster, &seat.person.id, now).is_err() {
        return Ok(());
    }
    let content = match revision {
        Some(id) => store_revision::by_id(conn, &dossier.post.id, id).await?.content()?,
        None if matches!(wish, Wish::Propose { .. }) => Content::default(),
        None => return Ok(()),
    };
    let why = obstacles(conn, &dossier.post.consortium_id, &content, at).await?;
    if why.is_empty() { Ok(()) } else { Err(Error::Invalid(why)) }
}

fn decide(
    dossier: &Dossier,
    consortium: &Consortium,
    seat: &Seat,
    wish: &Wish,
    now: Instant,
) -> std::result::Result<Step, Sentence> {
    let (standing, roster, me) = (&dossier.standing, &dossier.roster, &seat.person.id);
    if consortium.has_ended(now) {
        return Err(Sentence::new("member-consortium-ended"));
    }
    may(wish.verb(dossier, now), standing, roster, me, now)?;
    let ahead = |due: Option<Instant>| match due {
        Some(due) if due <= now => Err(Sentence::new("post-refused-past")),
        due => Ok(due),
    };
    let act = match wish {
        Wish::Approve { read, when } => {
            return may_approve(standing, roster, me, read, *when, now).map(|proof| proof.into_step());
        }
        Wish::Propose { due, chosen, read } => {
            let text = standing.text().ok_or_else(|| Sentence::new("post-refused-state"))?;
            if read.as_ref().is_some_and(|read| standing.current(read).is_none()) {
                return Err(Sentence::new("post-refused-proposed-changed"));
            }
            let mode = Mode::from_code(&consortium.mode).unwrap_or_default();
            let (due, chosen) = (ahead(*due)?, chosen.clone());
            Act::Proposed { revision: text.revision.clone(), due, mode, chosen }
        }
        Wish::Return { reason } => Act::Returned { reason: reason.clone() },
        Wish::Retract => Act::Retracted,
        Wish::Move { to } => {
            may_move(standing, *to, now)?;
            Act::Moved { due: *to }
        }
        Wish::Hold { reason } => Act::Held { reason: reason.clone() },
        Wish::Release { due } => Act::Released { due: ahead(*due)? },
        Wish::Withdraw { reason } => Act::Withdrawn { reason: reason.clone() },
        Wish::Restore => Act::Restored,
        Wish::Archive => Act::Archived,
        Wish::Reopen => Act::Reopened,
    };
    let house = roster.member(me).and_then(|member| roster.acting_house(member));
    Ok(Step::of(now, me.clone(), house, act))
}

/// In the direct mode nobody has to be asked: who proposes has signed off, unless they name a
/// house whose opinion they want.
fn signed_at_once(dossier: &Dossier, seat: &Seat, wish: &Wish, now: Instant) -> Option<Step> {
    let Wish::Propose { chosen: None, .. } = wish else { return None };
    let proposal = dossier.standing.proposal().filter(|proposal| proposal.mode == Mode::Direct)?;
    let read = proposal.text.revision.clone();
    let (standing, roster) = (&dossier.standing, &dossier.roster);
    let proof = may_approve(standing, roster, &seat.person.id, &read, When::AsProposed, now);
    proof.ok().map(|proof| proof.into_step())
}

/// Tells whether a refusal comes from where the post stands, which another person may have changed
/// a moment ago.
fn is_about_the_moment(why: &Sentence) -> bool {
    const MOMENT: [&str; 7] = [
        "post-refused-state",
        "post-refused-not-proposed",
        "post-refused-text-changed",
        "post-refused-proposed-changed",
        "post-refused-missed",
        "post-refused-move-public",
        "post-refused-closed",
    ];
    MOMENT.contains(&why.key)
}

fn refusal(why: Sentence) -> Error {
    const RIGHTS: [&str; 8] = [
        "post-refused-no-right",
        "post-refused-coach",
        "post-refused-volunteer",
        "post-refused-house-inactive",
        "post-refused-own-text",
        "post-refused-own-house",
        "post-refused-author-only",
        "post-refused-release",
    ];
    if RIGHTS.contains(&why.key) { Error::NotAllowed(why) } else { Error::Refused(why) }
}
