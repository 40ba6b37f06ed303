//! An independent model of sign-off: a clerk who looks at the clock every minute and flips flags.
use super::approval::Mode;
use super::state::State;
use super::verb::Verb;

pub const PEOPLE: usize = 6;

/// The model. Houses are bits, texts are numbers, and time only passes by `minute`.
#[derive(Debug, Clone, Default)]
pub struct Clerk {
    pub now: i64,
    pub members: [u8; PEOPLE],
    pub active: u8,
    pub mode: Mode,
    pub halted: bool,
    pub text: Option<u8>,
    pub own_people: u8,
    pub own_houses: u8,
    pub signed_people: u8,
    pub signed_houses: u8,
    pub asked_mode: Option<Mode>,
    pub planned: bool,
    pub returned: bool,
    pub promised: bool,
    pub due: Option<i64>,
    pub missed: bool,
    pub public: Option<u8>,
    pub first: Option<i64>,
    pub held: Option<usize>,
    pub withdrawn: bool,
    pub archived: bool,
}

impl Clerk {
    /// Person 4 is a coordinator without a house at first, person 5 a coach.
    pub fn may_edit(&self, person: usize) -> bool {
        person != 5 && (self.members[person] & self.active != 0 || person == 4 && self.members[4] == 0)
    }

    pub fn may_approve(&self, person: usize) -> bool {
        let Some(mode) = self.asked_mode.filter(|_| self.held.is_none()) else { return false };
        let own = (0..PEOPLE)
            .filter(|writer| self.own_people & (1 << writer) != 0)
            .fold(self.own_houses, |own, writer| own | self.members[writer]);
        let wrote = self.own_people & (1 << person) != 0;
        self.may_edit(person)
            && match mode {
                Mode::Direct => true,
                Mode::AnyColleague => !wrote,
                Mode::AnotherHouse => !wrote && (self.members[person] & own == 0 || self.active & !own == 0),
            }
    }

    /// What the clerk does every minute and after every act.
    pub fn look(&mut self) {
        let due = self.due.is_some_and(|due| due <= self.now);
        let hidden = self.held.is_some() || self.withdrawn || self.archived;
        if self.planned && due && !hidden && !self.halted {
            self.planned = false;
            self.public = self.text;
            self.first = self.first.or(Some(self.now));
            self.due = None;
        }
        self.missed = due && !self.planned && (self.asked_mode.is_some() || self.promised);
    }

    pub fn wait(&mut self, minutes: i64) {
        for _ in 0..minutes {
            self.now += 1;
            self.look();
        }
    }

    pub fn write(&mut self, by: usize, text: u8) {
        if self.text == Some(text) {
            return;
        }
        if self.asked_mode.is_some() || self.planned {
            self.promised = true;
        }
        self.asked_mode = None;
        self.planned = false;
        self.text = Some(text);
        self.own_people |= 1 << by;
        self.own_houses |= self.members[by];
        if self.public == Some(text) {
            (self.promised, self.returned, self.due) = (false, false, None);
        }
    }

    pub fn propose(&mut self, due: Option<i64>) {
        (self.promised, self.returned) = (false, false);
        self.due = due;
        self.asked_mode = Some(self.mode);
    }

    pub fn approve(&mut self, due: i64) {
        self.asked_mode = None;
        self.planned = true;
        self.due = Some(due);
        if self.own_people != 0 || self.own_houses != 0 {
            (self.signed_people, self.signed_houses) = (self.own_people, self.own_houses);
        }
        (self.own_people, self.own_houses) = (0, 0);
    }

    fn unsign(&mut self) {
        self.own_people |= self.signed_people;
        self.own_houses |= self.signed_houses;
        (self.signed_people, self.signed_houses) = (0, 0);
    }

    pub fn act(&mut self, by: usize, verb: Verb, until: i64) {
        match verb {
            Verb::Return => {
                if self.planned {
                    self.unsign();
                }
                (self.asked_mode, self.planned, self.returned) = (None, false, true);
            }
            Verb::Retract => self.asked_mode = None,
            Verb::Hold => self.held = Some(by),
            Verb::Release => {
                self.held = None;
                if self.planned && self.due.is_some_and(|due| due <= self.now) {
                    self.due = Some(until);
                }
            }
            Verb::Move => self.due = Some(until),
            Verb::Withdraw => {
                if self.public.is_some() || self.planned {
                    self.unsign();
                }
                self.withdrawn = true;
                self.public = None;
                self.rest();
            }
            Verb::Restore => self.withdrawn = false,
            Verb::Archive => {
                self.archived = true;
                self.rest();
            }
            Verb::Reopen => self.archived = false,
            _ => unreachable!("not among the moves"),
        }
    }

    fn rest(&mut self) {
        (self.asked_mode, self.due) = (None, None);
        (self.planned, self.returned, self.promised) = (false, false, false);
    }

    pub fn state(&self) -> State {
        match () {
            () if self.withdrawn => State::Withdrawn,
            () if self.held.is_some() => State::OnHold,
            () if self.archived => State::Archived,
            () if self.returned => State::Returned,
            () if self.planned => State::Planned,
            () if self.missed => State::Missed,
            () if self.asked_mode.is_some() => State::Proposed,
            () if self.public.is_some() && self.public == self.text => State::Public,
            () => State::Draft,
        }
    }

    pub fn shown(&self) -> Option<u8> {
        self.public.filter(|_| self.held.is_none() && !self.withdrawn)
    }
}
