//! Whatever happens in whatever order: at most one copy stands on a channel whose network knows no
//! repetition, nothing public is forgotten, and nothing is listed as there that is not.
use std::collections::HashSet;

use proptest::prelude::*;

use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::channel::ChannelId;
use crate::channel::outcome::{Outcome, Remote};
use crate::consortium::ConsortiumId;
use crate::delivery::DeliveryId;
use crate::delivery::outcome::{Decision, decide, decisions, not_found, settle, stops};
use crate::delivery::plan::{Moment, Move, Turn, Wanted, plan};
use crate::delivery::state::{Act, Delivered, Delivery, State};
use crate::post::{PostId, RevisionId};
use crate::testing::NOW;

#[derive(Debug, Clone)]
enum Event {
    /// A new version is public, or the one before is public again.
    Show,
    Hide,
    Break,
    Connect,
    Hold,
    Lift,
    /// So many minutes pass; nothing runs meanwhile.
    Pass(i64),
    /// What is due is sent, and this happens to it.
    Send(Mishap),
    /// A person does what the desk proposes, having looked there.
    Person,
}

#[derive(Debug, Clone, Copy)]
enum Mishap {
    None,
    Refused,
    /// The access does not hold.
    Shut,
    /// Surely nothing went out.
    Unreached,
    /// It went out; the answer was lost. Whether it arrived only the receiver knows.
    Lost {
        arrived: bool,
    },
    /// The process died before the answer was written down.
    Killed {
        arrived: bool,
    },
    /// The process died before anything went out.
    KilledEarly,
}

struct World {
    ids: (ConsortiumId, PostId, ChannelId),
    now: Instant,
    wanted: Wanted,
    versions: usize,
    is_broken: bool,
    is_held: bool,
    lifted_at: Option<Instant>,
    turns: Vec<Turn>,
    /// The copies that stand there, by their version. The receiver makes one of every request.
    copies: Vec<RevisionId>,
    /// What has begun and was never answered.
    begun: HashSet<DeliveryId>,
}

impl World {
    fn new() -> World {
        World {
            ids: (ConsortiumId::from("muebi"), PostId::from("post"), ChannelId::from("channel")),
            now: NOW,
            wanted: Wanted::Nothing,
            versions: 0,
            is_broken: false,
            is_held: false,
            lifted_at: None,
            turns: Vec::new(),
            copies: Vec::new(),
            begun: HashSet::new(),
        }
    }

    fn play(&mut self, event: &Event) {
        match event {
            Event::Show => {
                self.versions += 1;
                let revision = RevisionId(format!("v{}", self.versions));
                self.wanted = Wanted::This { revision, since: self.now };
            }
            Event::Hide => self.wanted = Wanted::Nothing,
            Event::Break => self.is_broken = true,
            Event::Connect => self.is_broken = false,
            Event::Hold => self.is_held = true,
            Event::Lift => {
                self.is_held = false;
                self.lifted_at = Some(self.now);
            }
            Event::Pass(minutes) => self.now = self.now.plus_minutes(*minutes),
            Event::Send(mishap) => self.send(*mishap),
            Event::Person => self.person(),
        }
        if !matches!(event, Event::Pass(_)) {
            self.plan();
        }
        self.holds(event);
    }

    fn plan(&mut self) {
        let of = Delivered { consortium: &self.ids.0, post: &self.ids.1, channel: &self.ids.2 };
        let moment = Moment { now: self.now, is_broken: self.is_broken, lifted_at: self.lifted_at };
        for it in plan(&of, &self.turns, &self.wanted, &moment) {
            match it {
                Move::Add(row) => {
                    self.turns.push(Turn { row: *row, has_begun: false, has_gone_picture: false })
                }
                Move::Change(row) => {
                    let turn = self.turns.iter_mut().find(|turn| turn.row.id == row.id);
                    turn.expect("a turn that is there").row = *row;
                }
                Move::Drop(id) => self.turns.retain(|turn| turn.row.id != id),
            }
        }
    }

    /// What the pump does: the first that is due is taken in hand and carried out.
    fn send(&mut self, mishap: Mishap) {
        self.plan();
        let (now, is_held) = (self.now, self.is_held);
        let is_due = |row: &Delivery| {
            let may = matches!(row.state(), State::Waiting | State::Retry | State::Unconfirmed);
            let is_allowed = !is_held || row.act() == Act::Withdraw || row.state() == State::Unconfirmed;
            may && is_allowed && row.next_at.is_some_and(|at| at <= now)
        };
        if self.is_broken {
            return;
        }
        let Some(at) = self.turns.iter().position(|turn| is_due(&turn.row)) else { return };
        let mut row = self.turns[at].row.clone();
        row.tries += 1;
        if stops(&mut row, now) {
            self.turns[at].row = row;
            return;
        }
        let died = matches!(mishap, Mishap::Killed { .. } | Mishap::KilledEarly);
        let outcome = self.carry_out(&row, mishap);
        self.turns[at].has_begun |= self.begun.contains(&row.id) || row.state() == State::Sent;
        if died {
            // Its lease runs out; whoever comes next finds the row as it was.
            self.turns[at].row.tries = row.tries;
            return;
        }
        match outcome {
            Some(outcome) => {
                self.is_broken |= matches!(outcome, Outcome::Reconnect { .. });
                settle(&mut row, outcome, now);
                self.turns[at].has_begun |= row.state() == State::Sent;
            }
            None => not_found(&mut row, now),
        }
        self.turns[at].row = row.clone();
        self.follow(&row);
    }

    fn follow(&mut self, row: &Delivery) {
        if row.act() == Act::Withdraw && row.state() == State::Sent {
            let publication = self.turns.iter_mut().rfind(|it| it.row.act() == Act::Publish);
            publication.expect("a publication").row.stand(State::Withdrawn, self.now);
        }
    }

    /// What a driver does for a network that knows no repetition: one request for a publication, and
    /// only reading when it may have gone out. To correct and to delete twice is the same as once.
    fn carry_out(&mut self, row: &Delivery, mishap: Mishap) -> Option<Outcome> {
        let why = || Sentence::new("delivery-why-ours");
        if row.state() == State::Unconfirmed || (row.act() == Act::Publish && self.begun.contains(&row.id)) {
            return match (self.copies.first(), row.state()) {
                (Some(_), _) => Some(self.there()),
                (None, State::Unconfirmed) => None,
                (None, _) => Some(Outcome::Unconfirmed { why: why() }),
            };
        }
        match mishap {
            Mishap::Refused => return Some(Outcome::Refused { why: why() }),
            Mishap::Shut => return Some(Outcome::Reconnect { why: why() }),
            Mishap::Unreached | Mishap::KilledEarly => return Some(Outcome::Retry { at: None, why: why() }),
            Mishap::None | Mishap::Lost { .. } | Mishap::Killed { .. } => {}
        }
        if !matches!(mishap, Mishap::Lost { arrived: false } | Mishap::Killed { arrived: false }) {
            match row.act() {
                Act::Publish => self.copies.push(row.revision_id.clone()),
                Act::Correct => self.copies.iter_mut().for_each(|it| *it = row.revision_id.clone()),
                Act::Withdraw => self.copies.clear(),
            }
        }
        match mishap {
            Mishap::None => Some(self.there()),
            _ if row.act() == Act::Publish => {
                self.begun.insert(row.id.clone());
                Some(Outcome::Unconfirmed { why: why() })
            }
            _ => Some(Outcome::Retry { at: None, why: why() }),
        }
    }

    fn there(&self) -> Outcome {
        Outcome::Sent(Remote { ids: vec!["1".into()], ..Remote::default() })
    }

    /// Decides about the last one, if it asks: truly, for whoever decides has looked.
    fn person(&mut self) {
        let Some(turn) = self.turns.last_mut() else { return };
        let asks = !turn.row.state().is_ahead() && !turn.row.state().is_over();
        if !asks {
            return;
        }
        let is_there = !self.copies.is_empty();
        let possible = decisions(&turn.row);
        let truly = match (turn.row.state(), turn.row.act()) {
            (State::Unconfirmed, Act::Publish) if is_there => Decision::Done,
            (State::Unconfirmed, Act::Withdraw) if !is_there => Decision::Done,
            // By hand, as the desk says.
            (State::Refused, Act::Withdraw) => {
                self.copies.clear();
                Decision::Done
            }
            (State::Unconfirmed, Act::Publish) if self.wanted == Wanted::Nothing => Decision::Leave,
            _ => Decision::Again,
        };
        assert!(possible.contains(&truly), "{:?} {:?}", turn.row.state(), turn.row.act());
        decide(&mut turn.row, truly, "anna", self.now);
        if truly == Decision::Again {
            self.begun.remove(&turn.row.id);
            turn.has_begun = false;
        }
        let row = turn.row.clone();
        self.follow(&row);
    }

    fn holds(&self, event: &Event) {
        assert!(self.copies.len() <= 1, "doubled after {event:?}");
        let Some(publication) = self.turns.iter().rfind(|turn| turn.row.act() == Act::Publish) else {
            assert!(self.copies.is_empty(), "something stands there and nobody knows: {event:?}");
            return;
        };
        let last = &self.turns.last().expect("a turn").row;
        match publication.row.state() {
            // A withdrawal that was carried out while its answer was lost is tried again: not over.
            State::Sent if last.act() != Act::Withdraw => {
                assert_eq!(self.copies.len(), 1, "listed as there and is not, after {event:?}");
            }
            State::Withdrawn | State::Lapsed | State::Refused => {
                assert!(self.copies.is_empty(), "stands there and is not listed, after {event:?}");
            }
            _ => {}
        }
    }

    /// Everything works again, and people do what is asked of them.
    fn comes_to_rest(&mut self) {
        self.play(&Event::Connect);
        self.play(&Event::Lift);
        for _ in 0..60 {
            self.play(&Event::Send(Mishap::None));
            self.play(&Event::Person);
            self.play(&Event::Pass(7 * 60));
        }
        match &self.wanted {
            Wanted::This { revision, .. } => {
                assert_eq!(self.copies, std::slice::from_ref(revision), "forgotten")
            }
            _ => assert!(self.copies.is_empty(), "withdrawn and still there"),
        }
    }
}

fn mishap() -> impl Strategy<Value = Mishap> {
    prop_oneof![
        5 => Just(Mishap::None),
        1 => Just(Mishap::Refused),
        1 => Just(Mishap::Shut),
        1 => Just(Mishap::Unreached),
        2 => any::<bool>().prop_map(|arrived| Mishap::Lost { arrived }),
        2 => any::<bool>().prop_map(|arrived| Mishap::Killed { arrived }),
        1 => Just(Mishap::KilledEarly),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => Just(Event::Show),
        2 => Just(Event::Hide),
        1 => Just(Event::Break),
        2 => Just(Event::Connect),
        1 => Just(Event::Hold),
        1 => Just(Event::Lift),
        3 => prop_oneof![1..5_i64, 60..90_i64, 200..5000_i64].prop_map(Event::Pass),
        8 => mishap().prop_map(Event::Send),
        3 => Just(Event::Person),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn nothing_is_doubled_nothing_is_forgotten_and_nothing_is_said_that_is_not_so(
        events in prop::collection::vec(event(), 1..40)
    ) {
        let mut world = World::new();
        for event in &events {
            world.play(event);
        }
        world.comes_to_rest();
    }
}
