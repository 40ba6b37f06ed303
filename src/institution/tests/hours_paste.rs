use super::*;
use crate::base::text::Lang;

fn osm(text: &str) -> String {
    let suggestion = suggest(text);
    assert_eq!(suggestion.unread, [], "{text}");
    suggestion.form.osm()
}

#[test]
fn lines_as_people_write_them_fill_the_form() {
    for (text, expected) in [
        ("Mo–Fr 10–12 u. 15.30–18 Uhr, mittwochs geschlossen", "Mo-Tu,Th-Fr 10:00-12:00,15:30-18:00"),
        ("Di + Do 15:00–18:00; 1. Sa im Monat 10–12", "Tu,Th 15:00-18:00; Sa[1] 10:00-12:00"),
        ("Di. u. Fr. 10-13 und 15-18 Uhr", "Tu,Fr 10:00-13:00,15:00-18:00"),
        ("Mo/Mi 13.00-18.00  Di 10.00-19.00", "Mo,We 13:00-18:00; Tu 10:00-19:00"),
        ("Mo-Fr 7.00-1.00, Feiertage geschlossen", "Mo-Fr 07:00-01:00; PH off"),
        ("Sa 10-14 (im August Sa geschlossen)", "Sa 10:00-14:00; Aug Sa off"),
        ("Mo-Do 14-18, in den Ferien nur Do", "Mo-Th 14:00-18:00; SH off; SH Th 14:00-18:00"),
        (
            "Mo-Do 14-18; in den Ferien Di 10-12, Do 15-17",
            "Mo-Th 14:00-18:00; SH off; SH Tu 10:00-12:00; SH Th 15:00-17:00",
        ),
        ("Di 16-18. So. nach dem Hochamt", "Tu 16:00-18:00 || unknown \"So. nach dem Hochamt\""),
        ("n. V.", "unknown \"n. V.\""),
        ("Montag bis Freitag von 8:30 Uhr bis 16 Uhr", "Mo-Fr 08:30-16:00"),
        ("täglich 10-17 Uhr, montags geschlossen", "Tu-Su 10:00-17:00"),
        ("jeden letzten Freitag im Monat 18-20 Uhr", "Fr[-1] 18:00-20:00"),
        ("1. und 3. Sa 10-12", "Sa[1] 10:00-12:00; Sa[3] 10:00-12:00"),
        ("So und feiertags geschlossen; Sa 9-12", "Sa 09:00-12:00; PH off"),
        ("Mo-Fr 9-18, Mi 9-13", "Mo-Tu,Th-Fr 09:00-18:00; We 09:00-13:00"),
        ("Mo-Fr 9-12, Mo 14-18", "Mo 09:00-12:00,14:00-18:00; Tu-Fr 09:00-12:00"),
        ("Mo, Di, Do: 15–18 Uhr\nSa: 10–12 Uhr", "Mo-Tu,Th 15:00-18:00; Sa 10:00-12:00"),
        ("Do 15-18, Schulferien geschlossen", "Th 15:00-18:00; SH off"),
        ("Fr-Mo 9-12", "Mo,Fr-Su 09:00-12:00"),
    ] {
        assert_eq!(osm(text), expected, "{text}");
        assert!(crate::institution::hours::Hours::parse(expected).is_ok(), "{expected}");
    }
}

#[test]
fn what_is_not_understood_is_named_and_the_rest_is_filled() {
    for (text, expected, unread) in [
        ("9-16.30", "", &["9-16.30"][..]),
        ("Mo 9-12 nur Gruppen, Di 14-18", "Mo 09:00-12:00; Tu 14:00-18:00", &["nur Gruppen"]),
        ("Mo ab 14 Uhr; Di 9-12", "Tu 09:00-12:00", &["Mo ab 14 Uhr"]),
        ("Di 9-12, in den Sommerferien geschlossen", "Tu 09:00-12:00", &["in den Sommerferien geschlossen"]),
        ("Mi 18-9", "", &["Mi 18-9"]),
        ("Mo 9-12 Tel. 02861 1234", "Mo 09:00-12:00", &["Tel. 02861 1234"]),
        ("Mo–Sa", "", &["Mo–Sa"]),
    ] {
        let suggestion = suggest(text);
        assert_eq!(suggestion.form.osm(), expected, "{text}");
        let parts: Vec<&str> = suggestion.unread.iter().map(|unread| unread.part.as_str()).collect();
        assert_eq!(parts, unread, "{text}");
    }
}

#[test]
fn hours_without_a_weekday_are_asked_for_it() {
    let unread = &suggest("9-16.30").unread[0];
    assert_eq!(Lang::De.say(&unread.why), "Bei „9-16.30“ fehlt der Wochentag.");
}

proptest::proptest! {
    #[test]
    fn nothing_is_passed_over_in_silence(
        before in "(Mo|Di-Do|So und feiertags|1\\. Sa im Monat|in den Ferien|im August|9-12|15\\.30-18 Uhr|,|;|geschlossen|nur|\\(| ){0,6}",
        word in "(Fahrbücherei|Kirmes|Keller|Zwerg)",
        after in "( |,|;|Mi 9-12|geschlossen|u\\.|15|-|\\)|Ferien){0,6}",
    ) {
        let suggestion = suggest(&format!("{before} {word} {after}"));
        let found = suggestion.unread.iter().any(|unread| unread.part.contains(&word));
        proptest::prop_assert!(found || suggestion.form.note.contains(&word));
    }

    #[test]
    fn any_text_gives_hours_that_can_be_evaluated(text in "(\\PC|Mo|Di| |9|-|12|,|\\.|Uhr|geschlossen|Ferien|1\\.|Sa|täglich|August|bis|nur|Feiertage){0,24}") {
        let form = suggest(&text).form;
        proptest::prop_assert!(crate::institution::hours::Hours::parse(&form.osm()).is_ok(), "{}", form.osm());
    }
}
