//! Everything that is known of a post, so that something may be decided and written down.
use super::Post;
use super::signoff::roster::{House, Member, Part, Roster};
use super::signoff::state::{Halt, Standing, State, fold};
use super::signoff::step::Step;
use crate::base::clock::Instant;
use crate::institution::{Institution, InstitutionId};
use crate::member::{Membership, Person, Role};

/// A post, its history, and who could do something with it now.
#[derive(Debug, Clone)]
pub struct Dossier {
    pub post: Post,
    pub steps: Vec<Step>,
    pub halts: Vec<Halt>,
    pub roster: Roster,
    pub standing: Standing,
}

/// What the columns of a post say, made from its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    pub state: State,
    pub turns: Option<(Instant, State)>,
    pub opens_at: Option<Instant>,
    pub hidden_at: Option<Instant>,
}

impl Dossier {
    pub fn new(post: Post, steps: Vec<Step>, halts: Vec<Halt>, roster: Roster) -> Dossier {
        let standing = fold(&steps, &halts);
        Dossier { post, steps, halts, roster, standing }
    }

    /// Adds a fact and lets everything follow from it.
    pub fn add(&mut self, step: Step) {
        self.steps.push(step);
        self.standing = fold(&self.steps, &self.halts);
    }

    /// Says what lists and public pages have to know, so that they need not read the history.
    pub fn project(&self, now: Instant) -> Projection {
        let state = self.standing.state(now);
        let opens_at = self.standing.opens_at(now);
        let due = self.standing.due(now);
        let turns = match state {
            State::Planned => opens_at.map(|at| (at, State::Public)),
            State::Proposed => due.map(|at| (at, State::Missed)),
            State::Draft if self.standing.is_lapsed() => due.map(|at| (at, State::Missed)),
            _ => None,
        };
        let is_hidden = matches!(state, State::OnHold | State::Withdrawn);
        let hidden_at = is_hidden.then(|| self.standing.mark().map_or(now, |mark| mark.at));
        Projection { state, turns, opens_at, hidden_at }
    }
}

/// Sees a Verbund's houses and people as sign-off has to see them. Of several roles the one with
/// the most rights counts.
pub fn roster(
    houses: &[Institution],
    people: &[Person],
    memberships: &[Membership],
    last_asked: &[(InstitutionId, Instant)],
    now: Instant,
) -> Roster {
    let asked_at = |id: &InstitutionId| last_asked.iter().find(|(house, _)| house == id).map(|(_, at)| *at);
    let houses = houses
        .iter()
        .map(|house| House {
            id: house.id.clone(),
            active: house.is_active(now),
            last_asked_at: asked_at(&house.id),
        })
        .collect();
    let has_others = |house: &Option<InstitutionId>| {
        memberships.iter().any(|it| {
            it.institution_id == *house && it.is_live(now) && matches!(it.role(), Role::Head | Role::Staff)
        })
    };
    let speaks = |membership: &&Membership| match membership.role() {
        Role::Coordinator | Role::Head | Role::Staff => true,
        Role::Volunteer => !has_others(&membership.institution_id),
        Role::Coach => false,
    };
    let people = people
        .iter()
        .filter(|person| person.ended_at.is_none())
        .filter_map(|person| {
            let live: Vec<&Membership> = memberships
                .iter()
                .filter(|membership| membership.person_id == person.id && membership.is_live(now))
                .collect();
            let part =
                live.iter().map(|membership| part(membership.role())).max_by_key(|part| rank(*part))?;
            let houses = live
                .iter()
                .filter(|membership| membership.role() != Role::Coach)
                .filter_map(|membership| membership.institution_id.clone())
                .collect();
            let speaks = live.iter().any(speaks);
            Some(Member { id: person.id.clone(), part, speaks, houses, away_until: person.away_until })
        })
        .collect();
    Roster { houses, people }
}

fn part(role: Role) -> Part {
    match role {
        Role::Coordinator => Part::Coordinator,
        Role::Staff | Role::Head | Role::Volunteer => Part::Editor,
        Role::Coach => Part::Coach,
    }
}

fn rank(part: Part) -> u8 {
    match part {
        Part::Reader => 0,
        Part::Coach => 1,
        Part::Editor => 2,
        Part::Coordinator => 3,
    }
}
