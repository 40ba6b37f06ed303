use proptest::prelude::*;

use super::*;

fn names(width: u32, height: u32) -> Vec<String> {
    variants(width, height, (0.5, 0.5)).into_iter().map(|variant| variant.name).collect()
}

#[test]
fn a_photo_from_a_phone_gets_all_sizes() {
    assert_eq!(names(4032, 3024), ["w320", "w640", "w960", "w1280", "w1920", "teaser480", "teaser960", "og"]);
}

#[test]
fn a_small_picture_is_not_made_larger() {
    assert_eq!(names(700, 500), ["w320", "w640", "teaser480", "teaser700", "og"]);
    assert_eq!(names(900, 600), ["w320", "w640", "w900", "teaser480", "teaser900", "og"]);
    assert_eq!(names(50, 50), ["w50", "teaser50", "og"]);
}

#[test]
fn the_network_picture_is_exactly_what_networks_ask_for() {
    let all = variants(4032, 3024, (0.2, 0.9));
    let og = all.iter().find(|variant| variant.family == Family::OpenGraph).expect("one");
    assert_eq!((og.width, og.height), OPEN_GRAPH);
}

#[test]
fn the_crop_follows_the_focus_up_to_the_edge() {
    let left = crop_around((3000, 1000), (0.0, 0.5), TEASER_RATIO);
    let middle = crop_around((3000, 1000), (0.5, 0.5), TEASER_RATIO);
    let right = crop_around((3000, 1000), (1.0, 0.5), TEASER_RATIO);
    assert_eq!((left.x, middle.x, right.x), (0, 750, 1500));
    assert_eq!((left.width, left.height), (1500, 1000));
}

#[test]
fn a_focus_that_is_no_number_is_the_middle() {
    let odd = crop_around((3000, 1000), (f32::NAN, f32::INFINITY), TEASER_RATIO);
    assert_eq!(odd, crop_around((3000, 1000), (0.5, 0.5), TEASER_RATIO));
}

#[test]
fn a_srcset_lists_one_family_with_its_widths() {
    let all = variants(700, 500, (0.5, 0.5));
    let set = srcset(&all, Family::Teaser, |variant| format!("/bild/7/{}.webp", variant.name));
    assert_eq!(set, "/bild/7/teaser480.webp 480w, /bild/7/teaser700.webp 700w");
}

proptest! {
    #[test]
    fn every_crop_lies_inside_holds_its_focus_and_keeps_its_ratio(
        width in 1u32..20_000, height in 1u32..20_000, x in -0.5f32..1.5, y in -0.5f32..1.5,
        ratio in prop_oneof![Just(TEASER_RATIO), Just(OPEN_GRAPH), Just((1, 1)), Just((9, 16))],
    ) {
        let crop = crop_around((width, height), (x, y), ratio);
        prop_assert!(crop.width >= 1 && crop.height >= 1);
        prop_assert!(crop.x + crop.width <= width && crop.y + crop.height <= height);
        prop_assert!(crop.width == width || crop.height == height);
        let held = |start: u32, length: u32, full: u32, focus: f32| {
            let at = f64::from(full) * f64::from(focus.clamp(0.0, 1.0));
            f64::from(start) - 1.0 <= at && at <= f64::from(start + length) + 1.0
        };
        prop_assert!(held(crop.x, crop.width, width, x) && held(crop.y, crop.height, height, y));
        let wanted = f64::from(ratio.0) / f64::from(ratio.1);
        let off = (f64::from(crop.width) - f64::from(crop.height) * wanted).abs();
        prop_assert!(off <= wanted.max(1.0) || crop.width == 1 || crop.height == 1, "{crop:?}");
    }

    #[test]
    fn no_size_is_larger_than_its_original_and_no_name_comes_twice(
        width in 1u32..60_000, height in 1u32..60_000, x in 0.0f32..1.0, y in 0.0f32..1.0,
    ) {
        let all = variants(width, height, (x, y));
        let mut names: Vec<_> = all.iter().map(|variant| variant.name.clone()).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), all.len());
        for family in [Family::Whole, Family::Teaser, Family::OpenGraph] {
            prop_assert!(all.iter().any(|variant| variant.family == family));
        }
        for variant in &all {
            prop_assert!(variant.width <= variant.crop.width && variant.height >= 1);
            prop_assert!(variant.height <= 4096 && variant.width <= 1920);
            prop_assert!(variant.height <= variant.crop.height.max(1) || variant.family == Family::OpenGraph);
        }
    }
}
