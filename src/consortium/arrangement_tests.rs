//! What the versions of an arrangement tell.
use super::arrangement::{Arrangement, Change, Party};
use crate::testing::NOW;

fn party(house: &str, carrier: &str) -> Party {
    let name = format!("Bücherei {house}");
    Party { house: house.into(), name, carrier: carrier.into(), regime: "public".into() }
}

fn version(version: i64, members: &[Party]) -> Arrangement {
    Arrangement { version, at: NOW, members: members.to_vec() }
}

#[test]
fn a_version_tells_who_joined_who_left_and_whose_carrier_changed() {
    let first = version(1, &[party("Borken", ""), party("Rhede", "Stadt Rhede")]);
    let second = version(2, &[party("Borken", "Stadt Borken"), party("Raesfeld", "")]);
    assert_eq!(first.change(None).joined, ["Bücherei Borken", "Bücherei Rhede"]);
    let change = second.change(Some(&first));
    assert_eq!(change.joined, ["Bücherei Raesfeld"]);
    assert_eq!(change.left, ["Bücherei Rhede"]);
    assert_eq!(change.changed, ["Bücherei Borken"]);
    assert_eq!(second.change(Some(&second)), Change::default());
}
