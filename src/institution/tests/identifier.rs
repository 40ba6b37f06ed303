use super::Identifier::{self, Dbs, Gnd, Isil, Qid};
use crate::base::text::Lang;

fn key(kind: Identifier, typed: &str) -> &'static str {
    let why = kind.read(typed).expect_err(typed);
    assert!(Lang::ALL.iter().all(|lang| lang.has(why.key)), "no text for {}", why.key);
    why.key
}

#[test]
fn harmless_slips_are_put_right() {
    for (kind, typed, written) in [
        (Isil, " de-107 ", "DE-107"),
        (Isil, "ISIL: DE-Ma9-1", "DE-Ma9-1"),
        (Isil, "DE – 107", "DE-107"),
        (Isil, "de-mus-165513", "DE-MUS-165513"),
        (Isil, "http://lobid.org/organisations/DE-6#!", "DE-6"),
        (Isil, "https://ld.zdb-services.de/resource/organisations/DE-MUS-915115", "DE-MUS-915115"),
        (Dbs, "gx848", "GX848"),
        (Dbs, "DBS-GX848", "GX848"),
        (Gnd, "https://d-nb.info/gnd/16028390-5", "16028390-5"),
        (Gnd, "(DE-588)4874201-6", "4874201-6"),
        (Qid, "https://www.wikidata.org/wiki/Q875031", "Q875031"),
        (Qid, "http://www.wikidata.org/entity/Q64#sitelinks", "Q64"),
        (Qid, "q42", "Q42"),
    ] {
        assert_eq!(kind.read(typed).as_deref(), Ok(written), "{typed}");
    }
}

#[test]
fn an_isil_without_its_hyphen_is_refused_with_what_was_probably_meant() {
    for (typed, meant) in [("DE_4050", "DE-4050"), ("DE2789", "DE-2789"), ("3064", "DE-3064")] {
        let why = Isil.read(typed).expect_err(typed);
        assert_eq!(why.key, "institution-isil-hyphen");
        assert!(Lang::De.say(&why).contains(meant), "{}", Lang::De.say(&why));
    }
}

#[test]
fn two_numbers_in_one_field_are_refused() {
    for typed in ["DE-107%2CDE-929%2C", "DE-107, DE-929", "DE-107 DE-929", "DE-107|DE-929"] {
        assert_eq!(key(Isil, typed), "institution-identifier-several", "{typed}");
    }
}

#[test]
fn a_number_in_the_wrong_field_is_told_where_it_belongs() {
    for (kind, typed, belongs) in [
        (Gnd, "AA368", "DBS-ID"),
        (Gnd, "https://d-nb.info/gnd/AA368", "DBS-ID"),
        (Isil, "DBS-GX848", "DBS-ID"),
        (Isil, "GX848", "DBS-ID"),
        (Isil, "Q875031", "Wikidata-QID"),
        (Dbs, "DE-107", "ISIL"),
        (Dbs, "16028390-5", "GND"),
        (Qid, "4874201-6", "GND"),
    ] {
        let why = kind.read(typed).expect_err(typed);
        assert_eq!(why.key, "institution-identifier-misplaced", "{typed}");
        assert!(Lang::En.say(&why).contains(belongs), "{}", Lang::En.say(&why));
    }
}

#[test]
fn what_no_register_would_write_is_refused() {
    assert_eq!(key(Dbs, "GQ3911"), "institution-dbs-shape");
    assert_eq!(key(Isil, "DE-MUS-12345"), "institution-isil-museum");
    assert_eq!(key(Isil, "DE-MUS165513"), "institution-isil-museum");
    assert_eq!(key(Isil, "DE-12345678901234"), "institution-isil-long");
    assert_eq!(key(Isil, "DE-Köln"), "institution-isil-shape");
    assert_eq!(key(Gnd, "4874201-7"), "institution-gnd-check");
    assert_eq!(key(Gnd, "https://d-nb.info/gnd/16028309-5"), "institution-gnd-check");
    assert_eq!(key(Qid, "875031"), "institution-qid-shape");
    assert_eq!(key(Qid, "Q0"), "institution-qid-shape");
    assert_eq!(key(Gnd, "  "), "institution-identifier-empty");
    assert_eq!(key(Gnd, "https://"), "institution-identifier-empty");
}

/// The extract of Wikidata with some eleven thousand German houses, where it is at hand.
fn extract() -> Option<String> {
    let shared = std::env::var("VERBUND_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let path = std::path::Path::new(&shared).join("data/wikidata_glam_de.tsv");
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{path:?}: {error}"),
        Err(_) => None,
    }
}

#[test]
fn of_the_real_numbers_only_the_known_dirty_ones_are_refused() {
    let Some(text) = extract() else { return };
    let (mut read, mut refused) = ([0_usize; 4], Vec::new());
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        for (column, (kind, cell)) in [(Qid, 0), (Isil, 2), (Gnd, 3), (Dbs, 4)].into_iter().enumerate() {
            for value in cells.get(cell).unwrap_or(&"").split('|').filter(|value| !value.is_empty()) {
                match kind.read(value) {
                    Ok(written) => {
                        assert_eq!(written, value, "a clean number was changed");
                        read[column] += 1;
                    }
                    Err(why) => refused.push((value.to_owned(), why.key)),
                }
            }
        }
    }
    assert!(read[0] > 10_000 && read[1] > 10_000 && read[2] > 2_000 && read[3] > 3_000, "{read:?}");
    refused.sort();
    let refused: Vec<(&str, &str)> = refused.iter().map(|(value, key)| (value.as_str(), *key)).collect();
    assert_eq!(
        refused,
        [
            ("DBS-CZ963", "institution-identifier-misplaced"),
            ("DBS-DH872", "institution-identifier-misplaced"),
            ("DBS-DX996", "institution-identifier-misplaced"),
            ("DE-MUS-00000", "institution-isil-museum"),
            ("GQ3911", "institution-dbs-shape"),
        ]
    );
}

proptest::proptest! {
    #[test]
    fn a_gnd_number_with_one_wrong_digit_is_never_taken(digits in 1_000_000_u32..99_999_999, at in 0_usize..7, step in 1_u8..10) {
        let right = (0..=10).map(|rest| if rest == 10 { "X".to_owned() } else { rest.to_string() })
            .map(|check| format!("{digits}-{check}"))
            .find(|number| Gnd.read(number).is_ok())
            .expect("one check digit fits");
        let mut wrong = right.into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + step) % 10;
        proptest::prop_assert!(Gnd.read(&String::from_utf8(wrong).unwrap()).is_err());
    }

    #[test]
    fn nothing_typed_breaks_the_reader_and_what_is_read_reads_again(typed in "\\PC{0,24}") {
        for kind in Identifier::ALL {
            if let Ok(written) = kind.read(&typed) {
                let again = kind.read(&written);
                proptest::prop_assert_eq!(again.as_deref(), Ok(written.as_str()));
            }
        }
    }
}
