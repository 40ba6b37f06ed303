//! Sign-off against an independent model: a clerk who looks at the clock every minute and flips
//! flags, where the product derives. Whatever people do, both have to agree.
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::approval::{Mode, When, may_approve};
use super::asking::{Next, next};
use super::clerk::{Clerk, PEOPLE};
use super::due;
use super::roster::{House, Member, Part, Roster};
use super::state::{Halt, Standing, State, fold};
use super::step::{Act, Fingerprint, Step};
use super::typing;
use super::verb::{Verb, may};
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::RevisionId;

const HOUSES: usize = 3;

#[derive(Debug, Clone)]
enum Move {
    Write { by: usize, text: u8 },
    Propose { by: usize, due_in: Option<i64>, chosen: Option<usize> },
    Approve { by: usize, when: Option<i64>, stale: bool },
    Do { by: usize, verb: Verb, minutes: i64 },
    Belong { person: usize, house: usize, yes: bool },
    Active { house: usize, yes: bool },
    SetMode(Mode),
    Halt(bool),
    Wait(i64),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let by = 0..PEOPLE;
    let verb = proptest::sample::select(vec![
        Verb::Return,
        Verb::Retract,
        Verb::Hold,
        Verb::Release,
        Verb::Release,
        Verb::Move,
        Verb::Withdraw,
        Verb::Restore,
        Verb::Archive,
        Verb::Reopen,
    ]);
    let one = prop_oneof![
        4 => (by.clone(), 0u8..4).prop_map(|(by, text)| Move::Write { by, text }),
        6 => (by.clone(), prop_oneof![3 => (10i64..200).prop_map(Some), 1 => Just(None)], proptest::option::of(0..HOUSES))
            .prop_map(|(by, due_in, chosen)| Move::Propose { by, due_in, chosen }),
        10 => (by.clone(), prop_oneof![4 => Just(None), 1 => (-5i64..100).prop_map(Some)], proptest::bool::weighted(0.1))
            .prop_map(|(by, when, stale)| Move::Approve { by, when, stale }),
        3 => (by, verb, 1i64..200).prop_map(|(by, verb, minutes)| Move::Do { by, verb, minutes }),
        3 => (0..PEOPLE, 0..HOUSES, any::<bool>()).prop_map(|(person, house, yes)| Move::Belong { person, house, yes }),
        1 => (0..HOUSES, proptest::bool::weighted(0.7)).prop_map(|(house, yes)| Move::Active { house, yes }),
        1 => proptest::sample::select(vec![Mode::Direct, Mode::AnyColleague, Mode::AnotherHouse, Mode::AnotherHouse])
            .prop_map(Move::SetMode),
        1 => proptest::bool::weighted(0.3).prop_map(Move::Halt),
        5 => (0i64..120).prop_map(Move::Wait),
    ];
    proptest::collection::vec(one, 1..70)
}

/// The product's side: the facts, and the texts of the revisions.
#[derive(Default)]
struct Book {
    steps: Vec<Step>,
    texts: Vec<u8>,
    halts: Vec<Halt>,
    /// The clerk before the newest fact, and the houses for which it was written: while somebody
    /// types on, it is as if all of it had been written now.
    before: Option<(Clerk, u8)>,
    /// What the public saw at an instant, as it was told then.
    seen: BTreeMap<Instant, Option<u8>>,
}

fn person(index: usize) -> PersonId {
    PersonId(format!("person-{index}"))
}

fn house(index: usize) -> InstitutionId {
    InstitutionId(format!("house-{index}"))
}

fn minute(minute: i64) -> Instant {
    Instant(minute * 60_000)
}

fn houses_of(bits: u8) -> BTreeSet<InstitutionId> {
    (0..HOUSES).filter(|index| bits & (1 << index) != 0).map(house).collect()
}

fn roster(clerk: &Clerk) -> Roster {
    let houses = (0..HOUSES).map(|index| House {
        id: house(index),
        active: clerk.active & (1 << index) != 0,
        last_asked_at: None,
    });
    let people = (0..PEOPLE).map(|index| Member {
        id: person(index),
        part: [Part::Editor, Part::Coordinator, Part::Coach][index.saturating_sub(3)],
        speaks: true,
        houses: houses_of(clerk.members[index]),
        away_until: None,
    });
    Roster { houses: houses.collect(), people: people.collect() }
}

impl Book {
    fn standing(&self) -> Standing {
        fold(&self.steps, &self.halts)
    }

    fn add(&mut self, clerk: &Clerk, by: usize, act: Act) {
        self.steps.push(Step::of(minute(clerk.now), person(by), None, act));
    }

    fn text_of(&self, revision: &RevisionId) -> u8 {
        self.texts[revision.as_str().parse::<usize>().expect("a number")]
    }

    fn newest(&self) -> RevisionId {
        RevisionId(self.texts.len().saturating_sub(1).to_string())
    }
}

fn play(one: &Move, clerk: &mut Clerk, book: &mut Book) -> Result<(), TestCaseError> {
    let now = minute(clerk.now);
    let roster = roster(clerk);
    match one.clone() {
        Move::Write { by, text } => {
            if clerk.may_edit(by) && (book.texts.is_empty() || allowed(Verb::Edit, book, &roster, by, now)) {
                let revision = RevisionId(book.texts.len().to_string());
                let houses = houses_of(clerk.members[by]).into_iter().collect();
                book.texts.push(text);
                let fingerprint = Fingerprint(text.to_string());
                let goes_on = typing::goes_on(&book.steps, &book.halts, &person(by), now);
                if goes_on {
                    let houses = typing::houses(book.steps.last(), houses);
                    book.steps.pop();
                    book.add(clerk, by, Act::Written { revision, fingerprint, houses });
                    type_on(by, text, clerk, book);
                } else {
                    book.before = Some((clerk.clone(), clerk.members[by]));
                    book.add(clerk, by, Act::Written { revision, fingerprint, houses });
                    clerk.write(by, text);
                }
            }
        }
        Move::Propose { by, due_in, chosen } => {
            if allowed(Verb::Propose, book, &roster, by, now) {
                let due = due_in.map(|minutes| clerk.now + minutes);
                let chosen = chosen.map(house);
                let act =
                    Act::Proposed { revision: book.newest(), due: due.map(minute), mode: clerk.mode, chosen };
                book.add(clerk, by, act);
                clerk.propose(due);
            }
        }
        Move::Approve { by, when, stale } => approve(by, when, stale, &roster, clerk, book)?,
        Move::Do { by, verb, minutes } => {
            if allowed(verb, book, &roster, by, now) {
                let until = clerk.now + minutes;
                book.add(clerk, by, act_of(verb, minute(until)));
                clerk.act(by, verb, until);
            }
        }
        Move::Belong { person, house, yes: true } => clerk.members[person] |= 1 << house,
        Move::Belong { person, house, yes: false } => clerk.members[person] &= !(1 << house),
        Move::Active { house, yes: true } => clerk.active |= 1 << house,
        Move::Active { house, yes: false } => clerk.active &= !(1 << house),
        Move::SetMode(mode) => clerk.mode = mode,
        Move::Halt(true) if !clerk.halted => {
            // Just after what was due at this minute, so that both sides know what came first.
            clerk.halted = true;
            book.halts.push(Halt { from: Instant(now.millis() + 1), until: None });
            clerk.wait(1);
        }
        Move::Halt(false) if clerk.halted => {
            clerk.now += 1;
            clerk.halted = false;
            book.halts.last_mut().expect("a halt").until = Some(minute(clerk.now));
        }
        Move::Halt(_) => {}
        Move::Wait(minutes) => clerk.wait(minutes),
    }
    clerk.look();
    Ok(())
}

/// Lets the clerk forget what was typed before and take all of it as written now.
fn type_on(by: usize, text: u8, clerk: &mut Clerk, book: &mut Book) {
    let (before, houses) = book.before.as_mut().expect("somebody typed");
    *houses |= clerk.members[by];
    let Clerk { now, members, active, mode, halted, .. } = clerk.clone();
    *clerk = Clerk { now, members, active, mode, halted, ..before.clone() };
    clerk.look();
    let is_new = clerk.text != Some(text);
    clerk.write(by, text);
    if is_new {
        clerk.own_houses |= *houses;
    }
}

fn allowed(verb: Verb, book: &Book, roster: &Roster, by: usize, now: Instant) -> bool {
    may(verb, &book.standing(), roster, &person(by), now).is_ok()
}

fn act_of(verb: Verb, until: Instant) -> Act {
    let reason = "because".to_owned();
    match verb {
        Verb::Return => Act::Returned { reason },
        Verb::Retract => Act::Retracted,
        Verb::Hold => Act::Held { reason: None },
        Verb::Release => Act::Released { due: Some(until) },
        Verb::Move => Act::Moved { due: until },
        Verb::Withdraw => Act::Withdrawn { reason },
        Verb::Restore => Act::Restored,
        Verb::Archive => Act::Archived,
        Verb::Reopen => Act::Reopened,
        _ => unreachable!("not among the moves"),
    }
}

/// The approval is tried by anybody at any time; the rule has to say exactly what the clerk says.
fn approve(
    by: usize,
    when: Option<i64>,
    stale: bool,
    roster: &Roster,
    clerk: &mut Clerk,
    book: &mut Book,
) -> Result<(), TestCaseError> {
    let read = if stale { RevisionId::from("0") } else { book.newest() };
    let read_text = book.texts.get(if stale { 0 } else { book.texts.len().saturating_sub(1) }).copied();
    let wanted = match when {
        None => When::AsProposed,
        Some(0) => When::Now,
        Some(minutes) => When::At(minute(clerk.now + minutes)),
    };
    let due = match when {
        None => clerk.due.unwrap_or(clerk.now),
        Some(minutes) => clerk.now + minutes,
    };
    let in_time = match when {
        None => clerk.due.is_none_or(|due| due > clerk.now),
        Some(minutes) => minutes >= 0,
    };
    // A text that was typed over is no longer among the facts: whoever read it has to read again.
    let is_kept = |step: &Step| matches!(&step.act, Act::Written { revision, .. } if *revision == read);
    let is_known = book.steps.iter().any(is_kept);
    let expected = clerk.may_approve(by) && in_time && read_text == clerk.text && is_known;
    let proof = may_approve(&book.standing(), roster, &person(by), &read, wanted, minute(clerk.now));
    prop_assert_eq!(proof.is_ok(), expected, "{:?} {:?}", proof, clerk);
    if let Ok(proof) = proof {
        book.steps.push(proof.into_step());
        clerk.approve(due);
    }
    Ok(())
}

/// The book says what the clerk says, about the state and about what the public sees.
fn agree(clerk: &Clerk, book: &Book) -> Result<State, TestCaseError> {
    let (standing, now) = (book.standing(), minute(clerk.now));
    let state = standing.state(now);
    prop_assert_eq!(state, clerk.state(), "{:?}", clerk);
    let shown = standing.public_revision(now).map(|revision| book.text_of(&revision));
    prop_assert_eq!(shown, clerk.shown(), "{:?}", clerk);
    prop_assert_eq!(standing.first_public_at(now), clerk.first.map(minute));
    if matches!(state, State::OnHold | State::Withdrawn) {
        prop_assert_eq!(shown, None);
    }
    if let Some(opens) = standing.opens_at(now).filter(|opens| *opens > now) {
        prop_assert_eq!(standing.state(Instant(opens.millis() - 1)), State::Planned);
        prop_assert_eq!(standing.state(opens), State::Public);
    }
    Ok(state)
}

/// Nothing that is done later changes what the history says the public has seen.
fn the_past_stays(book: &Book) -> Result<(), TestCaseError> {
    for (at, shown) in &book.seen {
        let until_then = book.steps.iter().filter(|step| step.at <= *at);
        let told = fold(until_then, &book.halts).public_revision(*at).map(|revision| book.text_of(&revision));
        prop_assert_eq!(told, *shown, "{:?}", at);
    }
    Ok(())
}

/// At every cut, and however long nobody acts after it, only an approved text is public.
fn every_prefix_is_sane(book: &Book, end: i64) -> Result<(), TestCaseError> {
    let mut approved = BTreeSet::new();
    for cut in 0..=book.steps.len() {
        if let Some(Step { act: Act::Approved(approval), .. }) = book.steps[..cut].last() {
            approved.insert(book.text_of(approval.revision()));
        }
        let standing = fold(&book.steps[..cut], &book.halts);
        for later in [end, end + 1_000, end + 1_000_000] {
            let shown = standing.public_revision(minute(later)).map(|revision| book.text_of(&revision));
            prop_assert!(shown.is_none_or(|text| approved.contains(&text)));
        }
    }
    Ok(())
}

#[test]
fn no_sequence_of_acts_makes_a_post_public_without_what_its_mode_asks() {
    let reached = RefCell::new(BTreeSet::new());
    let corrections = RefCell::new(0);
    let mut runner = TestRunner::new(Config { cases: 1500, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&moves(), |moves| {
        let mut clerk =
            Clerk { members: [0b001, 0b010, 0b100, 0b011, 0, 0b010], active: 0b111, ..Clerk::default() };
        let mut book = Book::default();
        for one in &moves {
            play(one, &mut clerk, &mut book)?;
            let state = agree(&clerk, &book)?;
            book.seen.insert(minute(clerk.now), clerk.shown());
            reached.borrow_mut().insert(state);
            if clerk.shown().is_some() && clerk.public != clerk.text {
                *corrections.borrow_mut() += 1;
            }
        }
        every_prefix_is_sane(&book, clerk.now)?;
        the_past_stays(&book)?;
        let kept = serde_json::to_string(&book.steps).expect("steps can be kept");
        let read: Vec<Step> = serde_json::from_str(&kept).expect("steps can be read");
        prop_assert_eq!(fold(&read, &book.halts), book.standing());
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    // The law would hold emptily if the moves never came so far.
    assert_eq!(reached.into_inner().into_iter().collect::<Vec<_>>(), State::ALL);
    assert!(corrections.into_inner() > 50);
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]
    /// The job that asks always comes to an end, asks nobody twice, and nobody who may not sign.
    #[test]
    fn asking_ends_and_asks_only_who_may_sign(
        members in proptest::array::uniform6(0u8..8), active in 0u8..8, writers in 1u8..63,
        due_in in proptest::option::of(1i64..20_000), mode in proptest::sample::select(Mode::ALL.to_vec()),
    ) {
        let mut clerk = Clerk { members, active, mode, ..Clerk::default() };
        let mut book = Book::default();
        for by in (0..PEOPLE).filter(|by| writers & (1 << by) != 0) {
            let houses = houses_of(members[by]).into_iter().collect();
            let revision = RevisionId(book.texts.len().to_string());
            let text = u8::try_from(by).expect("few people");
            book.texts.push(text);
            book.add(&clerk, by, Act::Written { revision, fingerprint: Fingerprint(by.to_string()), houses });
            clerk.write(by, text);
        }
        let proposed = Act::Proposed { revision: book.newest(), due: due_in.map(minute), mode, chosen: None };
        book.add(&clerk, 0, proposed);
        clerk.propose(due_in);
        let roster = roster(&clerk);
        let mut now = minute(0);
        let mut asked = Vec::new();
        for round in 0.. {
            prop_assert!(round < 20, "asking never ends");
            let zone = jiff::tz::TimeZone::UTC;
            let what = next(&book.standing(), &roster, now, due::one_working_day_later(now, &zone, |_| false));
            match &what {
                Next::Wait(until) => { prop_assert!(*until > now); now = *until; continue }
                Next::Nothing => break,
                Next::NobodyLeft => {}
                Next::Ask(ask) => {
                    let signers = (0..PEOPLE).filter(|by| clerk.may_approve(*by)).map(person);
                    let signers: BTreeSet<_> = signers.collect();
                    prop_assert!(!ask.people.is_empty() && ask.people.iter().all(|one| signers.contains(one)));
                    prop_assert!(!asked.contains(&ask.house));
                    asked.push(ask.house.clone());
                }
            }
            book.steps.extend(what.into_step(now));
        }
        let told = book.standing().proposal().is_some_and(|proposal| proposal.nobody_left_at.is_some());
        prop_assert!(told || book.standing().state(now) == State::Missed);
    }
}
