//! The drawn map: houses lie as they do in the country, and every one has its place on the sheet.
use proptest::prelude::*;

use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;
use crate::institution::Institution;
use crate::site::map::{WIDTH, draw};

fn house(name: &str, place: Option<(f64, f64)>) -> Institution {
    let empty = Institution::empty(&ConsortiumId::new(), Instant(0));
    let (lat, lon) = place.unzip();
    Institution { slug: name.to_lowercase(), short_name: name.into(), lat, lon, ..empty }
}

#[test]
fn the_ways_between_three_houses_are_as_long_as_in_the_country() {
    let borken = house("Borken", Some((51.84179, 6.85934)));
    let raesfeld = house("Raesfeld", Some((51.7702593, 6.8392979)));
    let rhede = house("Rhede", Some((51.83953, 6.69595)));
    let map = draw(&[&borken, &raesfeld, &rhede], "/muebi").expect("a map");
    let km: Vec<i64> = map.ways.iter().map(|way| way.km).collect();
    assert_eq!(km, [8, 11, 13]);
    let [borken, raesfeld, rhede] = &map.spots[..] else { panic!("three houses") };
    assert!(rhede.x < raesfeld.x && raesfeld.x < borken.x, "from west to east");
    assert!(borken.y < raesfeld.y && rhede.y < raesfeld.y, "Raesfeld is in the south");
}

#[test]
fn a_house_that_does_not_say_where_it_is_keeps_the_map_away() {
    let borken = house("Borken", Some((51.84, 6.86)));
    let somewhere = house("Irgendwo", None);
    assert!(draw(&[&borken, &somewhere], "").is_none() && draw(&[&borken], "").is_none());
}

#[test]
fn more_than_three_houses_have_a_scale_instead_of_ways() {
    let houses: Vec<Institution> =
        (0..4).map(|n| house(&format!("H{n}"), Some((51.8, 6.8 + 0.1 * f64::from(n))))).collect();
    let map = draw(&houses.iter().collect::<Vec<_>>(), "").expect("a map");
    let (km, length) = map.scale.expect("a scale");
    assert!(map.ways.is_empty() && km == 10 && length <= WIDTH / 2);
}

proptest! {
    #[test]
    fn every_house_lies_on_the_sheet(places in proptest::collection::vec((47.0..55.0, 6.0..15.0), 2..8)) {
        let houses: Vec<Institution> = places.iter().map(|place| house("Haus", Some(*place))).collect();
        let map = draw(&houses.iter().collect::<Vec<_>>(), "").expect("a map");
        prop_assert!(map.height > 0 && map.height <= 2 * WIDTH);
        for spot in &map.spots {
            prop_assert!((40..=WIDTH - 40).contains(&spot.x) && (20..=map.height - 20).contains(&spot.y));
            prop_assert!((10..map.height).contains(&spot.name_y));
        }
    }
}
