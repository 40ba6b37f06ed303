use super::super::content::Content;
use super::super::difference::difference;
use super::super::merge::{Merge, merge as merge_texts};
use super::*;

fn worded(channel: &str, text: &str) -> Wording {
    Wording { channel: channel.into(), text: text.into(), ..Wording::default() }
}

fn left_out(channel: &str) -> Wording {
    Wording { channel: channel.into(), is_left_out: true, ..Wording::default() }
}

fn content(wordings: Vec<Wording>) -> Content {
    Content { title: "Schafe".into(), wordings, ..Content::default() }
}

#[test]
fn a_text_without_wordings_keeps_the_fingerprint_it_had_before_there_were_channels() {
    let plain = content(Vec::new());
    assert!(!serde_json::to_string(&plain).expect("written").contains("wordings"));
    assert_eq!(
        plain.fingerprint(),
        content(vec![worded("a", " \r\n")]).fingerprint(),
        "the usual is nothing"
    );
}

#[test]
fn an_own_wording_is_another_text_to_sign_off() {
    let plain = content(Vec::new()).fingerprint();
    assert_ne!(plain, content(vec![worded("a", "Mäh!")]).fingerprint());
    assert_ne!(plain, content(vec![left_out("a")]).fingerprint());
}

#[test]
fn the_order_in_which_channels_were_asked_is_no_change() {
    let one = content(vec![worded("a", "Mäh!"), left_out("b")]);
    let other = content(vec![left_out("b"), worded("a", "Mäh!\r\n")]);
    assert_eq!(one.fingerprint(), other.fingerprint());
}

#[test]
fn every_change_in_a_channel_is_told() {
    let old = content(vec![worded("a", "Mäh!")]);
    let new = content(vec![Wording { as_thread: true, ..left_out("a") }, worded("b", "Muh!")]);
    let facts: Vec<&str> =
        difference(&old, &new).facts.iter().map(|fact| fact.sentence(|_| String::new()).key).collect();
    assert_eq!(
        facts,
        ["post-change-left-out", "post-change-wording-none", "post-change-thread", "post-change-wording"]
    );
}

#[test]
fn two_who_word_different_channels_do_not_collide() {
    let mine = content(vec![worded("a", "Mäh!")]);
    let theirs = content(vec![left_out("b")]);
    let Merge::Merged(both) = merge_texts(&content(Vec::new()), &mine, &theirs) else {
        panic!("a collision")
    };
    assert_eq!(both.wordings, [worded("a", "Mäh!"), left_out("b")]);
}

#[test]
fn two_who_word_the_same_channel_lose_nothing() {
    let base = [worded("a", "Mäh.")];
    let both = merge(&base, &[worded("a", "Mäh!")], &[worded("a", "Muh!")]);
    assert_eq!(both, [worded("a", "Mäh!\n\nMuh!")]);
    assert_eq!(merge(&base, &base, &[]), [], "what one took away is gone");
}

#[test]
fn a_channel_that_one_left_out_stays_left_out() {
    assert_eq!(
        merge(&[], &[left_out("a")], &[worded("a", "Muh!")]),
        [Wording { text: "Muh!".into(), ..left_out("a") }]
    );
}

#[test]
fn a_wording_without_end_is_a_fault() {
    let long = content(vec![worded("a", &"ä".repeat(WORDING_MAX + 3))]);
    assert_eq!(long.problems()[0].why.key, "post-wording-long");
}
