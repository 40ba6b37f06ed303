//! What would happen to a text that is not proposed yet: who would be asked, and when it appears.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::institution::InstitutionId;
use crate::member::seat::Seat;
use crate::post::RevisionId;
use crate::post::dossier::Dossier;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::asking::{Next, next};
use crate::post::signoff::state::State;
use crate::post::signoff::step::{Act, Fingerprint, Step};

/// Says what follows when the text is proposed now for a time; none where it cannot be proposed.
///
/// Found by proposing it in thought: the rules that will decide are the ones that are asked.
pub fn outlook(dossier: &Dossier, seat: &Seat, due: Option<Instant>, local: &Local<'_>) -> Option<Sentence> {
    let state = dossier.standing.state(seat.now);
    if !matches!(state, State::Draft | State::Returned | State::Missed) {
        return None;
    }
    let mode = Mode::from_code(&seat.consortium.mode).unwrap_or_default();
    let thought = thought(dossier, seat, due, mode);
    // Without a time the house has no end of it either; the sentence names none.
    let ask = match next(&thought.standing, &dossier.roster, seat.now, seat.now.plus_hours(24)) {
        Next::Ask(ask) => Some(ask),
        _ => None,
    };
    Some(match (due.map(|due| local.told(due)), ask) {
        (Some(due), _) if mode == Mode::Direct => Sentence::new("post-outlook-direct").with("due", due),
        (None, _) if mode == Mode::Direct => Sentence::new("post-outlook-direct-soon"),
        (Some(due), Some(ask)) => Sentence::new("post-outlook")
            .with("house", name_of(seat, &ask.house))
            .with("until", local.near(ask.until))
            .with("due", due),
        (None, Some(ask)) => Sentence::new("post-outlook-soon").with("house", name_of(seat, &ask.house)),
        (_, None) => Sentence::new("post-outlook-nobody"),
    })
}

fn thought(dossier: &Dossier, seat: &Seat, due: Option<Instant>, mode: Mode) -> Dossier {
    let mut thought = dossier.clone();
    let me = seat.person.id.clone();
    let houses: Vec<InstitutionId> = seat.own_houses().into_iter().map(|house| house.id.clone()).collect();
    let first = houses.first().cloned();
    // A fingerprint of its own, for whoever types becomes one of those who wrote.
    let revision = RevisionId::from("thought");
    let act = Act::Written { revision: revision.clone(), fingerprint: Fingerprint::from("thought"), houses };
    thought.add(Step::of(seat.now, me.clone(), first.clone(), act));
    let act = Act::Proposed { revision, due, mode, chosen: None };
    thought.add(Step::of(seat.now, me, first, act));
    thought
}

fn name_of(seat: &Seat, house: &InstitutionId) -> String {
    seat.house(house).map(|house| house.short_name.clone()).unwrap_or_default()
}
