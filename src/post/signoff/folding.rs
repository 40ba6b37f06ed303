//! How each step changes where a post stands. A step that cannot count at its place is passed
//! over: whatever a crash or a race left behind, the post never stands better than it should.
use std::collections::{BTreeMap, BTreeSet};

use super::approval::{Approval, Ground, Mode};
use super::state::{Asked, Halt, Mark, Proposal, Signed, Standing, Text, Way, Writer};
use super::step::{Act, Fingerprint, Step};
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

/// Derives where a post stands from its steps, in their order, and from the halts of its Verbund.
pub fn fold<'a>(steps: impl IntoIterator<Item = &'a Step>, halts: &[Halt]) -> Standing {
    let mut standing = Standing {
        way: Way::Draft { due: None, promised: false },
        text: None,
        known: BTreeMap::new(),
        writers: Vec::new(),
        signed_writers: Vec::new(),
        live: None,
        first_public_at: None,
        held: None,
        withdrawn: None,
        archived: None,
        missed_told: None,
        halts: halts.to_vec(),
    };
    for step in steps {
        standing.take(step);
    }
    standing
}

impl Standing {
    /// Takes the next step; the clock has come to its instant first.
    fn take(&mut self, step: &Step) {
        self.settle(step.at);
        let mark = |reason: &str| Mark { at: step.at, by: step.by.clone(), reason: reason.to_owned() };
        match &step.act {
            Act::Written { revision, fingerprint, houses } => self.write(step, revision, fingerprint, houses),
            Act::Proposed { revision, due, mode, chosen } => {
                self.propose(step, revision, *due, *mode, chosen.clone());
            }
            Act::Retracted => {
                if let Way::Proposed(proposal) = &self.way {
                    self.way = Way::Draft { due: proposal.due, promised: false };
                }
            }
            Act::Asked { house, person, until } => self.ask(step.at, house, person.as_ref(), *until),
            Act::NobodyLeft => {
                if let Way::Proposed(proposal) = &mut self.way {
                    proposal.nobody_left_at.get_or_insert(step.at);
                }
            }
            Act::Approved(approval) => self.approve(step, approval),
            Act::Returned { reason } => self.give_back(mark(reason)),
            Act::Held { reason } => {
                self.held.get_or_insert(mark(reason.as_deref().unwrap_or_default()));
            }
            Act::Released { due } => self.release(step.at, *due),
            Act::Missed { due } => self.missed_told = Some(*due),
            Act::Moved { due } => self.shift(step.at, *due),
            Act::Withdrawn { reason } => {
                if self.live.take().is_some() || matches!(self.way, Way::Approved(_)) {
                    self.void_approval();
                }
                self.way = Way::Draft { due: None, promised: false };
                self.withdrawn.get_or_insert(mark(reason));
            }
            Act::Restored => self.withdrawn = None,
            Act::Archived => {
                if !self.is_unchanged() {
                    if matches!(self.way, Way::Approved(_)) {
                        self.void_approval();
                    }
                    self.way = Way::Draft { due: None, promised: false };
                }
                self.archived.get_or_insert(mark(""));
            }
            Act::Reopened => self.archived = None,
        }
    }

    fn write(
        &mut self,
        step: &Step,
        revision: &RevisionId,
        fingerprint: &Fingerprint,
        houses: &[InstitutionId],
    ) {
        self.known.insert(revision.clone(), fingerprint.clone());
        if self.text.as_ref().is_some_and(|text| text.fingerprint == *fingerprint) {
            return;
        }
        // A revision whose text was exchanged under its name is not what was approved.
        let forged = |text: &Text| text.revision == *revision && text.fingerprint != *fingerprint;
        if self.live.as_ref().is_some_and(|live| forged(&live.text)) {
            self.live = None;
        }
        let public = self.is_unchanged();
        self.way = match std::mem::replace(&mut self.way, Way::Draft { due: None, promised: false }) {
            Way::Approved(_) if public => Way::Draft { due: None, promised: false },
            Way::Approved(signed) => Way::Draft { due: Some(signed.due), promised: true },
            Way::Proposed(proposal) => Way::Draft { due: proposal.due, promised: true },
            other => other,
        };
        self.text = Some(Text { revision: revision.clone(), fingerprint: fingerprint.clone() });
        if self.is_unchanged() {
            // The correction was undone: there is nothing to sign off.
            self.way = Way::Draft { due: None, promised: false };
        }
        add_writer(&mut self.writers, step.by.clone(), houses.iter().chain(&step.house).cloned().collect());
    }

    fn propose(
        &mut self,
        step: &Step,
        revision: &RevisionId,
        due: Option<Instant>,
        mode: Mode,
        chosen: Option<InstitutionId>,
    ) {
        let open = matches!(self.way, Way::Draft { .. } | Way::Returned { .. });
        if !open || self.withdrawn.is_some() || self.archived.is_some() || self.is_unchanged() {
            return;
        }
        let Some(text) = self.current(revision) else { return };
        self.way = Way::Proposed(Proposal {
            text,
            at: step.at,
            by: step.by.clone(),
            due,
            mode,
            chosen,
            asked: Vec::new(),
            nobody_left_at: None,
        });
    }

    fn ask(&mut self, at: Instant, house: &InstitutionId, person: Option<&PersonId>, until: Instant) {
        if let Way::Proposed(proposal) = &mut self.way {
            proposal.asked.push(Asked { house: house.clone(), person: person.cloned(), at, until });
            proposal.nobody_left_at = None;
        }
    }

    fn approve(&mut self, step: &Step, approval: &Approval) {
        let Way::Proposed(proposal) = &self.way else { return };
        if self.current(approval.revision()).is_none_or(|text| text != proposal.text) {
            return;
        }
        let unchosen = proposal.due.is_some_and(|due| due <= step.at) && approval.due() < step.at;
        if unchosen || proposal.mode != approval.mode() || !self.is_sound(step, approval) {
            return;
        }
        self.way = Way::Approved(Signed {
            text: proposal.text.clone(),
            by: step.by.clone(),
            house: step.house.clone(),
            due: approval.due(),
            earliest: step.at,
        });
        if !self.writers.is_empty() {
            self.signed_writers = std::mem::take(&mut self.writers);
        }
    }

    /// Checks an approval once more against the writers, from what the steps alone tell.
    fn is_sound(&self, step: &Step, approval: &Approval) -> bool {
        let Some(person) = &step.by else { return false };
        let wrote = self.writers.iter().any(|writer| writer.person.as_ref() == Some(person));
        match (approval.mode(), approval.ground()) {
            (Mode::Direct, _) => true,
            (Mode::AnyColleague, _) | (Mode::AnotherHouse, Ground::EveryHouseWrote) => !wrote,
            (Mode::AnotherHouse, _) => {
                let own: BTreeSet<_> = self.writers.iter().flat_map(|writer| &writer.houses).collect();
                !wrote && approval.houses().iter().all(|house| !own.contains(house))
            }
        }
    }

    fn give_back(&mut self, mark: Mark) {
        let due = self.way.due();
        match &self.way {
            Way::Proposed(_) => {}
            Way::Approved(_) if !self.is_unchanged() => self.void_approval(),
            _ => return,
        }
        self.way = Way::Returned { mark, due };
    }

    fn release(&mut self, at: Instant, chosen: Option<Instant>) {
        if self.held.take().is_none() || self.is_unchanged() {
            return;
        }
        if let Way::Approved(signed) = &mut self.way
            && signed.due <= at
        {
            signed.due = chosen.unwrap_or(at).max(at);
        }
    }

    fn shift(&mut self, at: Instant, to: Instant) {
        if self.is_unchanged() {
            return;
        }
        match &mut self.way {
            Way::Draft { due, .. } | Way::Returned { due, .. } => *due = Some(to),
            Way::Proposed(proposal) => {
                if proposal.due.is_some_and(|due| due <= at) {
                    // Its time had passed; with a new one everybody may be asked again.
                    proposal.asked.clear();
                    proposal.nobody_left_at = None;
                }
                proposal.due = Some(to);
            }
            Way::Approved(signed) => {
                signed.due = to;
                signed.earliest = signed.earliest.max(at);
            }
        }
    }

    /// Takes an approval back: who wrote what it approved counts as a writer again.
    fn void_approval(&mut self) {
        for writer in std::mem::take(&mut self.signed_writers) {
            add_writer(&mut self.writers, writer.person, writer.houses);
        }
    }

    /// Gives the newest text, if that is what the revision says.
    pub fn current(&self, revision: &RevisionId) -> Option<Text> {
        let fingerprint = self.known.get(revision)?;
        self.text.clone().filter(|text| text.fingerprint == *fingerprint)
    }
}

fn add_writer(writers: &mut Vec<Writer>, person: Option<PersonId>, houses: BTreeSet<InstitutionId>) {
    match writers.iter_mut().find(|writer| writer.person == person) {
        Some(writer) => writer.houses.extend(houses),
        None => writers.push(Writer { person, houses }),
    }
}
