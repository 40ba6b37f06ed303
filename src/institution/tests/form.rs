use super::{hours_a_week, read};
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;
use crate::institution::Institution;
use crate::institution::regime::Regime;
use crate::page::form::Form;

fn filled(changes: &[(&str, &str)]) -> (Institution, Vec<&'static str>) {
    let mut form = Form::default();
    let good = [
        ("kind", "museum"),
        ("official_name", "Heimatmuseum Borken"),
        ("short_name", "Borken"),
        ("carrier_kind", "municipality"),
        ("mark", "tower"),
        ("colour", "#2D4F92"),
    ];
    for (name, value) in good.iter().chain(changes) {
        form.set(name, *value);
    }
    let mut house = Institution::empty(&ConsortiumId::new(), Instant(0));
    let faults = read(&form, &mut house);
    (house, faults.0.into_iter().map(|fault| fault.field).collect())
}

#[test]
fn little_is_needed_and_the_rest_is_put_right() {
    let (house, faults) = filled(&[
        ("website", "museum-borken.example/start"),
        ("lat", "51,8436"),
        ("lon", "6.8597°"),
        ("capacity", "1,5"),
        ("isil", "de-mus-123456"),
    ]);
    assert_eq!(faults, Vec::<&str>::new());
    assert_eq!(house.display_name, "Heimatmuseum Borken");
    assert_eq!(house.website, "https://museum-borken.example/start");
    assert_eq!((house.lat, house.lon), (Some(51.8436), Some(6.8597)));
    assert_eq!((house.capacity_minutes, house.isil.as_str()), (90, "DE-MUS-123456"));
    assert_eq!((house.colour.as_str(), house.law()), ("#2d4f92", Some(Regime::Public)));
}

#[test]
fn every_fault_names_its_field() {
    for (field, value) in [
        ("kind", "castle"),
        ("official_name", ""),
        ("short_name", "ein viel zu langer Kurzname für ein Haus"),
        ("isil", "DE 107, DE 108"),
        ("dbs", "DE-107"),
        ("gnd", "2100344-1"),
        ("qid", "42"),
        ("carrier_kind", ""),
        ("mark", "castle"),
        ("colour", "grün"),
        ("lat", "51.8 Nord"),
        ("email", "info@borken"),
        ("website", "javascript://alert(1)"),
        ("capacity", "viel"),
        ("capacity", "-3"),
    ] {
        assert!(filled(&[(field, value)]).1.contains(&field), "{field} = {value}");
    }
}

#[test]
fn a_position_is_whole_and_the_right_way_round() {
    assert_eq!(filled(&[("lat", "51.8")]).1, ["lon"]);
    assert_eq!(filled(&[("lat", "6.86"), ("lon", "51.84")]).1, ["lat"]);
    assert_eq!(filled(&[("lat", ""), ("lon", "")]).1, Vec::<&str>::new());
}

#[test]
fn a_foundation_says_itself_which_law_holds() {
    assert_eq!(filled(&[("carrier_kind", "foundation")]).1, ["regime"]);
    let (house, faults) = filled(&[("carrier_kind", "foundation"), ("regime", "kdg")]);
    assert_eq!((house.law(), faults.len()), (Some(Regime::Kdg), 0));
    let (house, _) = filled(&[("carrier_kind", "catholic_parish"), ("regime", "")]);
    assert_eq!(house.law(), Some(Regime::Kdg));
}

#[test]
fn capacity_is_shown_as_it_can_be_typed() {
    for minutes in [0, 30, 60, 90, 600] {
        let shown = hours_a_week(minutes);
        assert_eq!(filled(&[("capacity", &shown)]).0.capacity_minutes, minutes, "{shown}");
    }
}
