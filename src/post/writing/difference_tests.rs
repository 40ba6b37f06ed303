//! What we promise of the difference: it is readable, and it hides nothing.
use proptest::prelude::*;

use super::content::{Content, Link};
use super::difference::{Change, Fact, Named, Run, difference};
use crate::base::text::Lang;

fn text(body: &str) -> Content {
    Content { title: "Schafe".into(), body: body.into(), ..Content::default() }
}

/// Writes runs as people mark up a print: -removed- and +added+.
fn marked(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run.change {
            Change::Same => run.text.clone(),
            Change::Added => format!("+{}+", run.text),
            Change::Removed => format!("-{}-", run.text),
        })
        .collect()
}

fn shown(old: &str, new: &str) -> Vec<String> {
    difference(&text(old), &text(new)).paragraphs.iter().map(|paragraph| marked(&paragraph.runs)).collect()
}

#[test]
fn a_changed_word_is_shown_within_its_sentence() {
    assert_eq!(
        shown("Wir öffnen am Montag.", "Wir öffnen am Dienstag."),
        ["Wir öffnen am -Montag-+Dienstag+."]
    );
}

#[test]
fn changed_words_in_a_row_are_one_correction() {
    let old = "Die Bücherei hat am Montag früh offen.";
    let new = "Die Bücherei hat jeden Dienstag spät offen.";
    assert_eq!(shown(old, new), ["Die Bücherei hat -am Montag früh-+jeden Dienstag spät+ offen."]);
}

#[test]
fn a_new_paragraph_is_told_as_a_whole() {
    assert_eq!(shown("Eins.\n\nDrei.", "Eins.\n\nZwei.\n\nDrei."), ["Eins.", "+Zwei.+", "Drei."]);
    assert_eq!(shown("Eins.\n\nZwei.\n\nDrei.", "Eins.\n\nDrei."), ["Eins.", "-Zwei.-", "Drei."]);
}

#[test]
fn a_paragraph_with_other_words_is_removed_and_added_instead_of_mangled() {
    assert_eq!(
        shown("Heute ist alles anders.", "Morgen kommt ein Schaf."),
        ["-Heute ist alles anders.-", "+Morgen kommt ein Schaf.+"]
    );
}

#[test]
fn a_paragraph_changed_beside_a_new_one_is_recognised() {
    let old = "Das Schaf wohnt in Borken.";
    let new = "Ganz neu hier oben.\nDas Schaf wohnt in Raesfeld.";
    assert_eq!(shown(old, new), ["+Ganz neu hier oben.+", "Das Schaf wohnt in -Borken-+Raesfeld+."]);
}

#[test]
fn two_equal_versions_have_no_difference() {
    assert!(difference(&text("a\n\nb"), &text("a\n\nb")).is_empty());
}

#[test]
fn moved_line_ends_are_told_too() {
    let found = difference(&text("a\nb"), &text("a\n\nb"));
    assert_eq!((found.text_changed(), found.facts.as_slice()), (false, [Fact::OnlySpacing].as_slice()));
}

#[test]
fn everything_beside_the_words_is_a_fact_with_a_sentence_in_both_languages() {
    let old = Content {
        byline: vec!["borken".into(), "heiden".into()],
        authors: vec!["anna".into()],
        pictures: vec!["a".into(), "b".into()],
        links: vec![Link::typed("Alt", "alt.example")],
        topic: Some("schafe".into()),
        ..text("x")
    };
    let new = Content {
        byline: vec!["heiden".into(), "borken".into(), "velen".into()],
        authors: vec!["bert".into()],
        pictures: vec!["b".into(), "a".into()],
        links: vec![Link::typed("Neu", "neu.example")],
        series: Some("freitag".into()),
        language: "nl".into(),
        ..text("x")
    };
    let facts = difference(&old, &new).facts;
    assert_eq!(
        facts,
        [
            Fact::HouseAdded("velen".into()),
            Fact::BylineReordered,
            Fact::AuthorAdded("bert".into()),
            Fact::AuthorRemoved("anna".into()),
            Fact::PicturesReordered,
            Fact::LinkAdded(Link::typed("Neu", "neu.example")),
            Fact::LinkRemoved(Link::typed("Alt", "alt.example")),
            Fact::TopicChanged(None),
            Fact::SeriesChanged(Some("freitag".into())),
            Fact::LanguageChanged("nl".into()),
        ]
    );
    let others = [
        Fact::HouseRemoved("x".into()),
        Fact::PictureAdded("x".into()),
        Fact::PictureRemoved("x".into()),
        Fact::LinksReordered,
        Fact::TopicChanged(Some("x".into())),
        Fact::SeriesChanged(None),
        Fact::OnlySpacing,
    ];
    for fact in facts.iter().chain(&others) {
        let sentence = fact.sentence(|what| format!("<{what:?}>"));
        for lang in Lang::ALL {
            let said = lang.say(&sentence);
            assert!(lang.has(sentence.key) && !said.contains("{$"), "{fact:?} → {said}");
            assert!(
                sentence.args.is_empty()
                    || said.contains('<')
                    || said.contains("Neu")
                    || said.contains("Alt")
            );
        }
    }
    let house = Fact::HouseAdded("velen".into()).sentence(|what| match what {
        Named::House(id) => id.as_str().to_uppercase(),
        _ => String::new(),
    });
    assert!(Lang::De.say(&house).contains("VELEN"));
}

fn body() -> impl Strategy<Value = String> {
    let line = proptest::collection::vec("[a-cä]{1,2}|[.,–]", 0..6).prop_map(|words| words.join(" "));
    proptest::collection::vec(prop_oneof![line, Just(String::new()), any::<String>()], 0..8)
        .prop_map(|lines| lines.join("\n"))
}

fn side(runs: &[Run], other: Change) -> String {
    runs.iter().filter(|run| run.change != other).map(|run| run.text.as_str()).collect()
}

proptest! {
    #[test]
    fn both_versions_can_be_read_out_of_the_difference(old in body(), new in body()) {
        let (old, new) = (text(&old), text(&new));
        let found = difference(&old, &new);
        for (version, other) in [(&old, Change::Added), (&new, Change::Removed)] {
            let lines: Vec<&str> = version.body.lines().filter(|line| !line.trim().is_empty()).collect();
            let read: Vec<String> = found.paragraphs.iter().map(|p| side(&p.runs, other)).filter(|p| !p.is_empty()).collect();
            prop_assert_eq!(lines, read);
        }
        prop_assert_eq!(found.is_empty(), old == new);
    }

    #[test]
    fn a_title_can_be_read_both_ways(old in ".{0,40}", new in ".{0,40}") {
        let found = difference(&Content { title: old.clone(), ..text("") }, &Content { title: new.clone(), ..text("") });
        prop_assert_eq!(side(&found.title, Change::Added), old);
        prop_assert_eq!(side(&found.title, Change::Removed), new);
    }
}
