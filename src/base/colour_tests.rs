use super::*;
use crate::base::text::Lang;

fn hex(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

#[test]
fn a_colour_is_read_with_or_without_its_sign_and_in_short() {
    assert_eq!(hex(" #0D6B52 "), Colour::new(0x0d, 0x6b, 0x52));
    assert_eq!(hex("0d6b52"), hex("#0D6B52"));
    assert_eq!(hex("#fa0"), hex("#ffaa00"));
    assert_eq!(hex("#2d4f92").to_string(), "#2d4f92");
}

#[test]
fn what_is_no_colour_is_refused_with_an_example() {
    for typed in ["", "rot", "#12", "#12345g", "#1234567", "ä0ö1ü2"] {
        let why = Colour::parse(typed).expect_err(typed);
        assert!(Lang::ALL.iter().all(|lang| lang.say(&why).contains('#')), "{typed}");
    }
}

#[test]
fn contrast_runs_from_one_to_twenty_one() {
    let (black, white) = (hex("#000"), hex("#fff"));
    assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    // The grey that is known to pass on white, and its neighbour that is known to fail.
    assert!(hex("#767676").contrast(white) >= READABLE);
    assert!(hex("#777777").contrast(white) < READABLE);
}

#[test]
fn a_dark_green_stays_on_light_paper_and_is_made_lighter_on_dark() {
    let pair = Pair::of(hex("#0d6b52"));
    assert_eq!(pair.light, pair.chosen);
    assert!(pair.dark.luminance() > pair.chosen.luminance());
    assert_eq!(pair.adjusted().map(|why| why.key), Some("base-colour-lighter"));
}

#[test]
fn a_yellow_is_made_darker_on_light_paper_and_stays_on_dark() {
    let pair = Pair::of(hex("#ffd400"));
    assert_eq!(pair.dark, pair.chosen);
    assert!(pair.light.luminance() < pair.chosen.luminance());
    let why = pair.adjusted().expect("it gave way");
    assert_eq!(why.key, "base-colour-darker");
    assert!(Lang::ALL.iter().all(|lang| lang.say(&why).contains(&pair.light.to_string())));
}

#[test]
fn the_hue_stays_when_the_lightness_moves() {
    for chosen in ["#ffd400", "#9a4a10", "#2d4f92", "#e91e63", "#00bcd4", "#7cb342"] {
        let pair = Pair::of(hex(chosen));
        for moved in [pair.light, pair.dark] {
            let (before, after) = (oklch(hex(chosen)).2, oklch(moved).2);
            let turn = (before - after).rem_euclid(std::f64::consts::TAU);
            let turn = turn.min(std::f64::consts::TAU - turn);
            assert!(turn < 0.08, "{chosen} turned by {turn} to {moved}");
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(4096))]
    #[test]
    fn every_colour_becomes_a_pair_that_can_be_read(red: u8, green: u8, blue: u8) {
        let pair = Pair::of(Colour { red, green, blue });
        for (colour, ink, grounds) in
            [(pair.light, pair.light_ink, LIGHT_GROUNDS), (pair.dark, pair.dark_ink, DARK_GROUNDS)]
        {
            for ground in grounds {
                proptest::prop_assert!(colour.contrast(ground) >= READABLE, "{colour} on {ground}");
            }
            proptest::prop_assert!(ink.contrast(colour) >= READABLE, "{ink} on {colour}");
        }
        proptest::prop_assert_eq!(pair.adjusted().is_none(), pair.light == pair.chosen && pair.dark == pair.chosen);
    }
}
