//! The standing cast of the sign-off tests: three houses, their people, and a short way to act.
use std::collections::BTreeSet;

use super::approval::{Mode, Proof, When, may_approve};
use super::roster::{House, Member, Part, Roster};
use super::state::{Standing, State, fold};
use super::step::{Act, Fingerprint, Step};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

/// Hours since the story began.
pub fn hour(hours: i64) -> Instant {
    Instant(0).plus_hours(hours)
}

/// Anna of Borken, Ben of Raesfeld, Cora of Rhede; Kim coordinates without a house, Olga coaches.
pub fn roster() -> Roster {
    let house = |id: &str| House { id: id.into(), active: true, last_asked_at: None };
    let member = |id: &str, part, houses: &[&str]| Member {
        id: id.into(),
        part,
        speaks: true,
        houses: houses.iter().map(|house| InstitutionId::from(*house)).collect(),
        away_until: None,
    };
    Roster {
        houses: ["borken", "raesfeld", "rhede"].map(house).to_vec(),
        people: vec![
            member("anna", Part::Editor, &["borken"]),
            member("ben", Part::Editor, &["raesfeld"]),
            member("cora", Part::Editor, &["rhede"]),
            member("kim", Part::Coordinator, &[]),
            member("olga", Part::Coach, &["rhede"]),
        ],
    }
}

impl Roster {
    pub fn person(&mut self, id: &str) -> &mut Member {
        self.people.iter_mut().find(|member| member.id.as_str() == id).expect("one of the cast")
    }

    pub fn house(&mut self, id: &str) -> &mut House {
        self.houses.iter_mut().find(|house| house.id.as_str() == id).expect("a house of the cast")
    }
}

/// A post and what was done to it; a text is its own revision and its own fingerprint.
pub struct Story {
    pub roster: Roster,
    pub steps: Vec<Step>,
}

impl Story {
    pub fn new() -> Self {
        Story { roster: roster(), steps: Vec::new() }
    }

    /// Written by Anna at 0, proposed at 0 to be public at 48.
    pub fn proposed() -> Self {
        let mut story = Story::new();
        story.write(0, "anna", "first").propose(0, "anna", "first", Some(48));
        story
    }

    pub fn act(&mut self, at: i64, by: &str, act: Act) -> &mut Self {
        self.steps.push(Step::of(hour(at), PersonId::from(by), None, act));
        self
    }

    pub fn write(&mut self, at: i64, by: &str, text: &str) -> &mut Self {
        let member = self.roster.person(by);
        let houses: BTreeSet<_> = member.houses.clone();
        let written = Act::Written {
            revision: text.into(),
            fingerprint: Fingerprint::from(text),
            houses: houses.into_iter().collect(),
        };
        self.act(at, by, written)
    }

    pub fn propose(&mut self, at: i64, by: &str, text: &str, due: Option<i64>) -> &mut Self {
        self.propose_as(at, by, text, due, Mode::AnotherHouse)
    }

    pub fn propose_as(&mut self, at: i64, by: &str, text: &str, due: Option<i64>, mode: Mode) -> &mut Self {
        let revision = RevisionId::from(text);
        self.act(at, by, Act::Proposed { revision, due: due.map(hour), mode, chosen: None })
    }

    pub fn standing(&self) -> Standing {
        fold(&self.steps, &[])
    }

    pub fn state(&self, at: i64) -> State {
        self.standing().state(hour(at))
    }

    pub fn shown(&self, at: i64) -> Option<String> {
        self.standing().public_revision(hour(at)).map(|revision| revision.0)
    }

    pub fn try_approve(&self, at: i64, by: &str, text: &str, when: When) -> Result<Proof, Sentence> {
        let (person, revision) = (PersonId::from(by), RevisionId::from(text));
        may_approve(&self.standing(), &self.roster, &person, &revision, when, hour(at))
    }

    /// The key of the sentence with which an approval as proposed is refused.
    pub fn refusal(&self, at: i64, by: &str, text: &str) -> &'static str {
        self.try_approve(at, by, text, When::AsProposed).expect_err("a refusal").key
    }

    pub fn approve(&mut self, at: i64, by: &str, text: &str) -> &mut Self {
        let proof = self.try_approve(at, by, text, When::AsProposed).expect("an approval");
        self.steps.push(proof.into_step());
        self
    }
}
