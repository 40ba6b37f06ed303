//! The bar at the foot of a post: one sentence on what happens next, and one main button.
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::member::seat::Seat;
use crate::post::dossier::Dossier;
use crate::post::signoff::asking::{after, waits_for};
use crate::post::signoff::next::{Situation, Viewer, Words, correction_note, sentence};
use crate::post::signoff::state::State;
use crate::post::signoff::verb::{Verb, verbs};

/// What the bar shows to one person.
#[derive(Debug, Clone)]
pub struct Bar {
    /// The state's code, as a class for its colour, and its word.
    pub state: &'static str,
    pub state_word: String,
    pub sentence: String,
    /// That the public still sees the text before a correction.
    pub note: Option<String>,
    /// What the person may do, the main thing first.
    pub verbs: Vec<Button>,
}

/// One thing to do, as a button.
#[derive(Debug, Clone)]
pub struct Button {
    pub verb: Verb,
    pub word: String,
    /// The address below the post's: `approval`, `return` and so on.
    pub path: &'static str,
    /// Whether a page asks for a reason or a time first; otherwise the button does it.
    pub asks: bool,
}

/// Gives the address of a verb below the post's own.
pub fn path(verb: Verb) -> &'static str {
    match verb {
        Verb::Approve => "approval",
        Verb::ApproveNow => "late-approval",
        Verb::Propose => "proposal",
        Verb::Release => "release",
        Verb::Restore => "restoration",
        Verb::Reopen => "reopening",
        Verb::Edit => "edit",
        Verb::Return => "return",
        Verb::Retract => "retraction",
        Verb::Move => "move",
        Verb::Hold => "hold",
        Verb::Withdraw => "withdrawal",
        Verb::Archive => "archiving",
    }
}

/// Builds the bar of a post for one person.
pub fn bar(dossier: &Dossier, seat: &Seat, w: Lang) -> Bar {
    let zone = seat.consortium.time_zone();
    let local = Local::new(&zone, w, seat.now);
    let standing = &dossier.standing;
    let now = seat.now;
    let state = standing.state(now);
    let asked = standing.proposal().and_then(|proposal| waits_for(proposal, now));
    let due = standing.due(now).or(standing.first_public_at(now));
    let words = Words {
        asked: asked.map(|asked| name_of(seat, &asked.house)).unwrap_or_default(),
        until: asked.map(|asked| local.near(asked.until)).unwrap_or_default(),
        after: after(standing, &dossier.roster, now).map(|house| name_of(seat, &house)).unwrap_or_default(),
        due: due.map(|at| local.told(at)).unwrap_or_default(),
        reason: standing.mark().map(|mark| mark.reason.clone()).unwrap_or_default(),
    };
    let situation = Situation::of(standing, &dossier.roster, now);
    let viewer = Viewer::of(standing, &dossier.roster, &seat.person.id);
    let is_open = !matches!(state, State::Public | State::Withdrawn | State::Archived);
    let end = seat.consortium.ends_at.filter(|_| is_open);
    let is_over = end.is_some_and(|end| end <= now);
    let beyond = end
        .filter(|end| *end > now && due.is_some_and(|due| due >= *end))
        .map(|end| w.w("post-next-beyond-end", "date", local.date_long(local.day(end.plus_seconds(-1)))));
    Bar {
        state: state.code(),
        state_word: w.say(&state.sentence()),
        sentence: match is_over {
            true => w.t("post-next-ended"),
            false => w.say(&sentence(situation, viewer, &words)),
        },
        note: beyond.or_else(|| correction_note(standing, now).map(|note| w.say(&note))),
        verbs: buttons(dossier, &seat.person.id, seat, w),
    }
}

fn buttons(dossier: &Dossier, person: &PersonId, seat: &Seat, w: Lang) -> Vec<Button> {
    if seat.consortium.has_ended(seat.now) {
        return Vec::new();
    }
    verbs(&dossier.standing, &dossier.roster, person, seat.now)
        .into_iter()
        .map(|verb| Button {
            verb,
            word: w.say(&verb.label()),
            path: path(verb),
            asks: asks(verb, dossier, seat),
        })
        .collect()
}

/// Tells whether a page asks first. A stopped post asks for a time only if its own has passed.
fn asks(verb: Verb, dossier: &Dossier, seat: &Seat) -> bool {
    match verb {
        Verb::Propose | Verb::Return | Verb::Withdraw | Verb::Move | Verb::ApproveNow | Verb::Hold => true,
        Verb::Release => dossier.standing.signed().is_some_and(|signed| signed.due <= seat.now),
        _ => false,
    }
}

fn name_of(seat: &Seat, house: &InstitutionId) -> String {
    seat.house(house).map(|house| house.short_name.clone()).unwrap_or_default()
}
