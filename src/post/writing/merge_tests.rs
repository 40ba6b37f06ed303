//! What we promise when two people change the same text.
use proptest::prelude::*;

use super::content::{Content, Link};
use super::merge::{Choice, Collisions, Hunk, Merge, Part, Place, merge};

fn text(body: &str) -> Content {
    Content { title: "Schafe".into(), body: body.into(), ..Content::default() }
}

fn merged(base: &str, mine: &str, theirs: &str) -> String {
    match merge(&text(base), &text(mine), &text(theirs)) {
        Merge::Merged(content) => content.body,
        Merge::Collisions(collisions) => panic!("{collisions:?}"),
    }
}

fn collisions(base: &Content, mine: &Content, theirs: &Content) -> Collisions {
    match merge(base, mine, theirs) {
        Merge::Collisions(collisions) => collisions,
        Merge::Merged(content) => panic!("{content:?}"),
    }
}

#[test]
fn changes_of_different_paragraphs_become_one_text() {
    assert_eq!(merged("A\n\nB\n\nC", "A1\n\nB\n\nC", "A\n\nB\n\nC2"), "A1\n\nB\n\nC2");
    assert_eq!(merged("A\nB", "A1\nB", "A\nB2"), "A1\nB2");
}

#[test]
fn one_corrects_the_last_paragraph_while_the_other_writes_on() {
    assert_eq!(merged("A\n\nB", "A\n\nB1", "A\n\nB\n\nC"), "A\n\nB1\n\nC");
    assert_eq!(merged("A\n\nB", "A\n\nB\n\nC", "A\n\nB1"), "A\n\nB1\n\nC");
}

#[test]
fn the_same_change_made_twice_is_made_once() {
    assert_eq!(merged("A\nB\nC", "A1\nB\nC", "A1\nB\nC2"), "A1\nB\nC2");
}

#[test]
fn the_same_paragraph_changed_differently_is_a_collision_within_an_agreed_text() {
    let found = collisions(&text("A\n\nB\n\nC"), &text("A\n\nB1\n\nC"), &text("A\n\nB2\n\nC2"));
    assert_eq!(
        found.hunks,
        [Hunk { place: Place::Body, base: "B".into(), mine: "B1".into(), theirs: "B2".into() }]
    );
    assert_eq!(found.body, [Part::Agreed("A\n".into()), Part::Collision(0), Part::Agreed("\nC2".into())]);
    assert_eq!(found.resolve(&[Choice::Mine]).body, "A\n\nB1\n\nC2");
    assert_eq!(found.resolve(&[Choice::Theirs]).body, "A\n\nB2\n\nC2");
    assert_eq!(found.resolve(&[Choice::Both]).body, "A\n\nB1\n\nB2\n\nC2");
    assert_eq!(found.combined_body(), "A\n\nB1\n\nB2\n\nC2");
}

#[test]
fn two_texts_written_on_an_empty_page_are_both_kept() {
    let found = collisions(&text(""), &text("Mein Text"), &text("Ihr Text"));
    assert_eq!(found.combined_body(), "Mein Text\n\nIhr Text");
}

#[test]
fn a_paragraph_taken_away_by_one_and_changed_by_the_other_is_a_collision() {
    let found = collisions(&text("A\n\nB\n\nC"), &text("A\n\nC"), &text("A\n\nB2\n\nC"));
    assert!(found.hunks[0].theirs.contains("B2") && !found.hunks[0].mine.contains('B'));
    assert_eq!(found.resolve(&[Choice::Mine]).body, "A\n\nC");
    assert!(found.combined_body().contains("B2"));
}

#[test]
fn title_topic_series_and_language_collide_only_when_both_changed_them() {
    let base = text("A");
    let mine = Content { title: "Meins".into(), topic: Some("a".into()), language: "nl".into(), ..text("A") };
    let theirs =
        Content { title: "Ihres".into(), topic: Some("b".into()), series: Some("s".into()), ..text("A") };
    let found = collisions(&base, &mine, &theirs);
    assert_eq!(found.hunks.iter().map(|hunk| hunk.place).collect::<Vec<_>>(), [Place::Title, Place::Topic]);
    let result = found.resolve(&[]);
    assert_eq!((result.title.as_str(), result.topic), ("Meins / Ihres", Some("a".into())));
    assert_eq!((result.series, result.language.as_str()), (Some("s".into()), "nl"));
    assert_eq!(found.resolve(&[Choice::Theirs, Choice::Theirs]).topic, Some("b".into()));
}

#[test]
fn lists_keep_what_either_added_and_drop_what_either_took_away() {
    let houses = |ids: &[&str]| Content { byline: ids.iter().map(|id| (*id).into()).collect(), ..text("A") };
    let result = merge(&houses(&["a", "b", "c"]), &houses(&["b", "c", "d"]), &houses(&["a", "c", "e"]));
    let Merge::Merged(content) = result else { panic!("lists never collide") };
    assert_eq!(content.byline, houses(&["c", "d", "e"]).byline);

    let link = |label: &str| Content { links: vec![Link::typed(label, "borken.example")], ..text("A") };
    let Merge::Merged(content) = merge(&link("Haus"), &link("Das Haus"), &link("Unser Haus")) else {
        panic!()
    };
    assert_eq!(content.links.len(), 2);
}

#[test]
fn line_ends_of_browsers_do_not_collide() {
    let sent = text("A\r\n\r\nB1\r\n");
    let Merge::Merged(content) = merge(&text("A\n\nB"), &sent, &text("A1\n\nB")) else { panic!("collides") };
    assert_eq!(content.body, "A1\n\nB1");
}

/// What a side does at each line of the base: type new ones, take it away, change it.
fn acts() -> impl Strategy<Value = Vec<(u8, u8)>> {
    proptest::collection::vec((0_u8..8, 0_u8..3), 0..14)
}

/// A side made of the base by its acts, and the words it typed, each of which is its own.
fn typed_by(name: &str, base: &[String], acts: &[(u8, u8)]) -> (Content, Vec<String>) {
    let (mut lines, mut typed) = (Vec::new(), Vec::new());
    for at in 0..=base.len() {
        let (act, count) = acts.get(at).copied().unwrap_or((7, 0));
        for new in 0..if act < 2 { count } else { 0 } {
            typed.push(format!("{name}{at}x{new}"));
            lines.extend(typed.last().cloned());
        }
        let Some(line) = base.get(at) else { continue };
        match act {
            2 => {}
            3 => {
                typed.push(format!("{name}{at}c"));
                lines.push(format!("{line} {name}{at}c"));
            }
            _ => lines.push(line.clone()),
        }
    }
    (text(&lines.join("\n")), typed)
}

fn base() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(prop_oneof![Just(String::new()), "[a-d]"], 0..12)
}

fn words(content: &Content) -> Vec<&str> {
    content.body.split_whitespace().collect()
}

proptest! {
    #[test]
    fn no_word_typed_by_either_side_is_lost(base in base(), mine in acts(), theirs in acts()) {
        let (my_text, mut typed) = typed_by("m", &base, &mine);
        let (their_text, their_words) = typed_by("t", &base, &theirs);
        typed.extend(their_words);
        let (result, hunks) = match merge(&text(&base.join("\n")), &my_text, &their_text) {
            Merge::Merged(content) => (content, Vec::new()),
            Merge::Collisions(found) => (found.resolve(&[]), found.hunks),
        };
        for word in &typed {
            prop_assert!(words(&result).contains(&word.as_str()), "{word} is lost in {result:?} {hunks:?}");
            prop_assert_eq!(words(&result).iter().filter(|found| *found == word).count(), 1, "{} came twice", word);
        }
    }

    #[test]
    fn choosing_one_side_everywhere_keeps_all_it_typed(base in base(), mine in acts(), theirs in acts()) {
        let ((my_text, my_words), (their_text, their_words)) = (typed_by("m", &base, &mine), typed_by("t", &base, &theirs));
        if let Merge::Collisions(found) = merge(&text(&base.join("\n")), &my_text, &their_text) {
            for (choice, typed) in [(Choice::Mine, &my_words), (Choice::Theirs, &their_words)] {
                let result = found.resolve(&vec![choice; found.hunks.len()]);
                prop_assert!(typed.iter().all(|word| words(&result).contains(&word.as_str())), "{:?}", result);
            }
        }
    }

    #[test]
    fn one_change_alone_is_the_result(base in ".{0,20}(\n.{0,9}){0,5}", changed in ".{0,20}(\n.{0,9}){0,5}") {
        let (base, changed) = (text(&base), text(&changed));
        let expected = Merge::Merged(changed.clone().tidied());
        prop_assert_eq!(merge(&base, &changed, &base), expected.clone());
        prop_assert_eq!(merge(&base, &base, &changed), expected.clone());
        prop_assert_eq!(merge(&base, &changed, &changed), expected);
    }

    #[test]
    fn both_sides_meet_in_the_same_places(base in base(), mine in acts(), theirs in acts()) {
        let (mine, theirs) = (typed_by("m", &base, &mine).0, typed_by("t", &base, &theirs).0);
        let base = text(&base.join("\n"));
        match (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine)) {
            (Merge::Merged(one), Merge::Merged(other)) => prop_assert_eq!(one, other),
            (Merge::Collisions(one), Merge::Collisions(other)) => {
                prop_assert_eq!(one.body, other.body);
                let swapped = other.hunks.into_iter().map(|hunk| Hunk { mine: hunk.theirs, theirs: hunk.mine, ..hunk });
                prop_assert_eq!(one.hunks, swapped.collect::<Vec<_>>());
            }
            (one, other) => prop_assert!(false, "{:?} {:?}", one, other),
        }
    }
}
