//! What has to be done on a channel so that it shows what the public may see: a pure comparison of
//! the history of sendings with what is wanted. Called again, it finds nothing more to do.
use super::state::{Act, Delivered, Delivery, State};
use super::{CATCH_UP_MINUTES, DeliveryId};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::post::RevisionId;

/// What the channel is to show of a post now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Whatever stands there stays as it is.
    AsItIs,
    Nothing,
    /// This version, since this instant.
    This {
        revision: RevisionId,
        since: Instant,
    },
}

/// How the channel stands while it is planned.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub now: Instant,
    /// Its access does not hold.
    pub is_broken: bool,
    /// When the last halt of the Verbund ended: what waited in it is not late.
    pub lifted_at: Option<Instant>,
}

/// One thing to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    Add(Box<Delivery>),
    Change(Box<Delivery>),
    /// Nothing of it went out and nothing of it is needed any more.
    Drop(DeliveryId),
}

/// A sending of the history, and whether a request of it may have gone out.
#[derive(Debug, Clone)]
pub struct Turn {
    pub row: Delivery,
    pub has_begun: bool,
    /// Whether it carried, or may have carried, a picture that may not be shown there any more.
    pub has_gone_picture: bool,
}

impl Turn {
    /// Tells whether anything of it may have gone out, answered or not.
    fn was_tried(&self) -> bool {
        self.has_begun || self.row.tries > 0
    }
}

/// Plans one post on one channel. The turns are the whole history, the oldest first.
pub fn plan(of: &Delivered<'_>, turns: &[Turn], wanted: &Wanted, moment: &Moment) -> Vec<Move> {
    if turns.iter().any(|turn| turn.row.is_in_hand(moment.now)) {
        // Whoever has it in hand plans anew when they know what became of it.
        return Vec::new();
    }
    let planner = Planner { of, turns, moment };
    let mut moves = match wanted {
        Wanted::AsItIs => Vec::new(),
        Wanted::Nothing => planner.away(),
        Wanted::This { revision, since } => planner.there(revision, *since),
    };
    for turn in turns {
        let is_moved = moves.iter().any(|it| match it {
            Move::Change(row) => row.id == turn.row.id,
            Move::Drop(id) => *id == turn.row.id,
            Move::Add(_) => false,
        });
        if !is_moved {
            moves.extend(planner.keep_up(&turn.row));
        }
    }
    moves
}

struct Planner<'a> {
    of: &'a Delivered<'a>,
    turns: &'a [Turn],
    moment: &'a Moment,
}

impl<'a> Planner<'a> {
    /// Splits the history at its last publication: that one, and what came after it.
    fn last_life(&self) -> Option<(&'a Turn, &'a [Turn])> {
        let at = self.turns.iter().rposition(|turn| turn.row.act() == Act::Publish)?;
        Some((&self.turns[at], &self.turns[at + 1..]))
    }

    fn there(&self, revision: &RevisionId, since: Instant) -> Vec<Move> {
        let Some((publication, later)) = self.last_life() else {
            return vec![self.add(Act::Publish, revision, since)];
        };
        let withdrawal = later.iter().rfind(|turn| turn.row.act() == Act::Withdraw);
        if let Some(withdrawal) = withdrawal {
            return match withdrawal.row.state() {
                // It is gone: what is wanted again is a new publication.
                State::Sent => vec![self.add(Act::Publish, revision, self.moment.now)],
                // Nobody knows whether it is gone: a second one would be one too many.
                State::Unconfirmed => Vec::new(),
                // It was tried and may have been carried out: it goes to its end, then anew.
                state if state.is_ahead() && withdrawal.was_tried() => Vec::new(),
                _ => vec![Move::Drop(withdrawal.row.id.clone())],
            };
        }
        let row = &publication.row;
        match row.state() {
            State::Withdrawn => vec![self.add(Act::Publish, revision, self.moment.now)],
            State::Unconfirmed => Vec::new(),
            State::Sent => self.corrected(publication, later, revision),
            _ if row.revision_id == *revision || publication.has_begun => Vec::new(),
            State::Refused => vec![self.again(row, revision)],
            _ => {
                let newer = Delivery { revision_id: revision.clone(), ..row.clone() };
                vec![Move::Change(Box::new(newer))]
            }
        }
    }

    /// Lets what stands there become this version.
    fn corrected(&self, publication: &Turn, later: &[Turn], revision: &RevisionId) -> Vec<Move> {
        let corrections: Vec<&Turn> = later.iter().filter(|turn| turn.row.act() == Act::Correct).collect();
        let sent = corrections.iter().rfind(|turn| turn.row.state() == State::Sent);
        let there = sent.copied().unwrap_or(publication);
        let shown = &there.row.revision_id;
        let open = corrections.last().copied().filter(|turn| turn.row.state() != State::Sent);
        if there.has_gone_picture {
            return self.without_picture(open, revision);
        }
        match open {
            None if shown == revision => Vec::new(),
            None => vec![self.add(Act::Correct, revision, self.moment.now)],
            Some(open) if open.row.revision_id == *revision => Vec::new(),
            // It may be on its way: the newer version waits until that is known.
            Some(open) if open.row.state() == State::Unconfirmed => Vec::new(),
            Some(open) if shown == revision && !open.was_tried() => {
                vec![Move::Drop(open.row.id.clone())]
            }
            Some(open) if open.has_begun && open.row.state().is_ahead() => Vec::new(),
            Some(open) if open.has_begun => vec![self.add(Act::Correct, revision, self.moment.now)],
            Some(open) => vec![self.again(&open.row, revision)],
        }
    }

    /// Lets what stands there become this version, because a picture there may not be shown any more.
    /// What is already on its way goes without that picture; what was asked of a person before is
    /// not enough.
    fn without_picture(&self, open: Option<&Turn>, revision: &RevisionId) -> Vec<Move> {
        let now = self.moment.now;
        let Some(open) = open else { return vec![self.removal(revision)] };
        let is_known = open.row.picture_gone_at.is_some();
        let is_this = open.row.revision_id == *revision;
        if !open.row.state().is_ahead() {
            let is_asked = is_known && is_this && !open.has_gone_picture;
            return if is_asked { Vec::new() } else { vec![self.removal(revision)] };
        }
        if is_known && (is_this || open.has_begun) {
            return Vec::new();
        }
        let revision_id = if open.has_begun { &open.row.revision_id } else { revision };
        let gone = open.row.picture_gone_at.or(Some(now));
        let row = Delivery { picture_gone_at: gone, revision_id: revision_id.clone(), ..open.row.clone() };
        vec![Move::Change(Box::new(row))]
    }

    fn removal(&self, revision: &RevisionId) -> Move {
        let now = self.moment.now;
        match self.add(Act::Correct, revision, now) {
            Move::Add(row) => Move::Add(Box::new(Delivery { picture_gone_at: Some(now), ..*row })),
            other => other,
        }
    }

    fn away(&self) -> Vec<Move> {
        let Some((publication, later)) = self.last_life() else { return Vec::new() };
        let row = &publication.row;
        let now = self.moment.now;
        match row.state() {
            State::Withdrawn | State::Unconfirmed => Vec::new(),
            State::Sent => {
                let open = later.iter().filter(|turn| {
                    let is_open = turn.row.act() == Act::Correct && !turn.row.state().is_over();
                    is_open && !turn.has_begun && turn.row.state() != State::Unconfirmed
                });
                let mut moves: Vec<_> = open.map(|turn| Move::Drop(turn.row.id.clone())).collect();
                if !later.iter().any(|turn| turn.row.act() == Act::Withdraw) {
                    moves.push(self.add(Act::Withdraw, &row.revision_id, now));
                }
                moves
            }
            // Some of it may be out: first look, then take back what is found.
            state if publication.has_begun && state.is_ahead() => {
                let why = Sentence::new("delivery-why-stopped").keep();
                let mut row = Delivery { next_at: Some(now), why, ..row.clone() };
                row.stand(State::Unconfirmed, now);
                vec![Move::Change(Box::new(row))]
            }
            _ => {
                let why = Sentence::new("delivery-why-never-out").keep();
                let mut row = Delivery { next_at: None, why, ..row.clone() };
                row.stand(State::Withdrawn, now);
                vec![Move::Change(Box::new(row))]
            }
        }
    }

    fn add(&self, act: Act, revision: &RevisionId, due: Instant) -> Move {
        let now = self.moment.now;
        let turn = self.turns.last().map_or(0, |turn| turn.row.turn) + 1;
        let mut row = Delivery::new(self.of, turn, act, revision, now);
        row.due_at = due;
        let allowed = self.moment.lifted_at.map_or(due, |lifted| lifted.max(due));
        if self.moment.is_broken {
            row.stand(State::Reconnect, now);
        } else if act == Act::Publish && is_too_late(allowed, now) {
            lapse(&mut row, now);
        }
        Move::Add(Box::new(row))
    }

    /// Sends another version in place of one of which nothing is out.
    fn again(&self, row: &Delivery, revision: &RevisionId) -> Move {
        let now = self.moment.now;
        let mut row = Delivery { revision_id: revision.clone(), ..row.clone() };
        wait_from(&mut row, now);
        if self.moment.is_broken {
            row.stand(State::Reconnect, now);
        }
        Move::Change(Box::new(row))
    }

    /// Follows what became of the channel and of the halt.
    fn keep_up(&self, row: &Delivery) -> Option<Move> {
        let now = self.moment.now;
        let mut row = row.clone();
        match row.state() {
            State::Waiting | State::Retry if self.moment.is_broken => row.stand(State::Reconnect, now),
            State::Reconnect if !self.moment.is_broken => wait_from(&mut row, now),
            State::Waiting if self.moment.lifted_at.is_some_and(|lifted| row.next_at < Some(lifted)) => {
                row.next_at = self.moment.lifted_at;
            }
            _ => return None,
        }
        Some(Move::Change(Box::new(row)))
    }
}

/// Lets a sending go out from an instant on, as if it were new.
pub fn wait_from(row: &mut Delivery, at: Instant) {
    row.stand(State::Waiting, at);
    row.due_at = at;
    row.next_at = Some(at);
    row.why = String::new();
    // That it was tried at all is not forgotten.
    row.tries = row.tries.min(1);
    row.lost = 0;
    row.looks = 0;
}

/// Lets a sending wait for a person to say whether it still goes out.
pub fn lapse(row: &mut Delivery, now: Instant) {
    row.stand(State::Lapsed, now);
    row.next_at = None;
    row.why = Sentence::new("delivery-why-late").keep();
}

/// Tells whether what might have gone out since an instant is too late to go out by itself.
pub fn is_too_late(since: Instant, now: Instant) -> bool {
    since.plus_minutes(CATCH_UP_MINUTES) < now
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
