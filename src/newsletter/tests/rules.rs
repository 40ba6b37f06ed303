//! The rules that need nothing but themselves.
use jiff::civil::{Time, Weekday};
use proptest::prelude::*;

use crate::base::clock::Instant;
use crate::calendar::slot::Slot;
use crate::newsletter::bounce::{Verdict, is_given_up, verdict};
use crate::newsletter::{issue, prose, wish};

fn at(text: &str) -> Instant {
    text.parse::<jiff::Timestamp>().expect("an instant").into()
}

#[test]
fn a_collection_keeps_its_local_hour_when_the_clocks_change() {
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").expect("Berlin");
    let slot = Slot::weekly(Weekday::Thursday, Time::constant(16, 0, 0, 0));
    let (summer, winter) = (at("2026-10-22T14:00:00Z"), at("2026-10-29T15:00:00Z"));
    assert_eq!(issue::came(&slot, &zone, summer, at("2026-10-29T14:59:59Z")), None);
    assert_eq!(issue::came(&slot, &zone, summer, winter), Some(winter));
    let spring = at("2026-04-02T14:00:00Z");
    assert_eq!(issue::came(&slot, &zone, at("2026-03-26T15:00:00Z"), spring), Some(spring));
}

#[test]
fn after_a_long_standstill_what_has_come_together_goes_out_once() {
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").expect("Berlin");
    let slot = issue::usual_slot();
    let came = issue::came(&slot, &zone, at("2026-10-01T14:00:00Z"), at("2026-11-27T08:00:00Z"));
    assert_eq!(came, Some(at("2026-11-26T15:00:00Z")));
}

#[test]
fn only_what_speaks_of_the_mailbox_ends_an_address() {
    for (code, words) in
        [(550, "5.1.1 nobody"), (550, "no such user"), (553, "5.1.3 bad"), (550, "5.2.1 closed")]
    {
        assert_eq!(verdict(Some(code), words), Verdict::Gone, "{words}");
    }
    for (code, words) in [
        (550, "5.7.1 we do not take letters from you"),
        (552, "too large"),
        (554, "5.6.0 spam"),
        (550, "5.2.2 full"),
    ] {
        assert_eq!(verdict(Some(code), words), Verdict::Soft, "{words}");
    }
}

#[test]
fn three_letters_in_a_row_have_to_come_back_over_some_days() {
    let day = |n: i64| at("2026-11-26T08:00:00Z").plus_hours(-24 * n);
    assert!(is_given_up(&[(day(0), true), (day(1), true), (day(2), true), (day(3), false)]));
    assert!(!is_given_up(&[(day(0), true), (day(1), false), (day(2), true), (day(3), true)]), "one arrived");
    assert!(!is_given_up(&[(day(0), true), (day(0), true), (day(0), true)]), "all on one day");
    assert!(!is_given_up(&[(day(0), true), (day(9), true)]), "two are not three");
    assert!(!is_given_up(&[]));
}

#[test]
fn the_text_part_says_every_word_and_every_link() {
    let body = "## Kommt alle\n\nWir lesen **laut**, [hier steht mehr](https://borken.example/lesen).\n\n- Tee\n- Kekse\n\n1. hin\n2. zurück\n\n> Ein Satz aus dem Buch.\n\nMail: post@borken.example";
    let text = prose::text(body);
    for words in [
        "Kommt alle\n\nWir lesen laut, hier steht mehr (https://borken.example/lesen).",
        "- Tee\n- Kekse",
        "1. hin\n2. zurück",
        "> Ein Satz aus dem Buch.",
    ] {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
    assert!(!text.contains('<') && !text.contains("(post@"), "{text}");
    assert_eq!(prose::text("Wenn 1 < 2 & \"3\" > 2"), "Wenn 1 < 2 & \"3\" > 2");
}

proptest! {
    #[test]
    fn no_line_of_prose_is_longer_than_a_reader_has_room_for(words in prop::collection::vec("[a-zäöü]{1,30}", 1..60)) {
        let text = words.join(" ");
        let wrapped = prose::wrapped(&text);
        prop_assert!(wrapped.lines().all(|line| line.chars().count() <= 72));
        prop_assert_eq!(wrapped.split_whitespace().collect::<Vec<_>>(), words);
    }

    #[test]
    fn an_address_that_is_taken_is_one_word_with_one_at(typed in "\\PC{0,40}") {
        if let Ok(address) = wish::address(&typed) {
            prop_assert_eq!(address.matches('@').count(), 1);
            prop_assert!(address.is_ascii() && !address.contains(|c: char| c.is_control() || c.is_whitespace() || "<>,;:\"".contains(c)));
        }
    }

    #[test]
    fn whatever_comes_back_is_read_without_a_fall(mail in prop::collection::vec(any::<u8>(), 0..400)) {
        crate::newsletter::bounce::read(&mail, None);
    }
}
