use proptest::prelude::*;

use super::*;

fn house_named(id: &str, names: &[&str]) -> House {
    House { id: id.into(), is_active: true, names: names.iter().map(|name| name.to_lowercase()).collect() }
}

fn three() -> Vec<House> {
    vec![
        house_named("borken", &["Remigius-Bücherei", "Remigius", "Borken"]),
        house_named("raesfeld", &["Bücherei am Schloss", "Raesfeld"]),
        house_named("rhede", &["Bücherei St. Gudula", "Rhede"]),
    ]
}

fn found(chosen: Option<&str>, byline: &[&str], text: &str) -> (Option<String>, By) {
    let chosen = chosen.map(InstitutionId::from);
    let byline: Vec<InstitutionId> = byline.iter().map(|id| InstitutionId::from(*id)).collect();
    let (house, by) = house(chosen.as_ref(), &byline, text, &three());
    (house.map(|id| id.0), by)
}

#[test]
fn a_choice_counts_more_than_who_speaks_and_that_more_than_a_name() {
    let text = "Hat Rhede am Samstag auf?";
    assert_eq!(found(Some("borken"), &["raesfeld"], text), (Some("borken".into()), By::Chosen));
    assert_eq!(found(None, &["raesfeld", "borken"], text), (Some("raesfeld".into()), By::Byline));
    assert_eq!(found(None, &[], text), (Some("rhede".into()), By::Named));
    assert_eq!(found(None, &[], "Wann ist auf?"), (None, By::Coordination));
}

#[test]
fn places_are_understood_as_people_say_them() {
    for text in ["In der Rheder Bücherei?", "RHEDE!", "Rhedes Leseabend", "(Rhede)", "am schönsten in rhede"]
    {
        assert_eq!(found(None, &[], text).0.as_deref(), Some("rhede"), "{text}");
    }
    assert_eq!(found(None, &[], "die Borkener").0.as_deref(), Some("borken"));
    for text in ["Rhedensee", "Vorrhede", "Borkenkäfer im Wald"] {
        assert_eq!(found(None, &[], text).0, None, "{text}");
    }
}

#[test]
fn of_two_houses_the_one_named_first_is_meant() {
    assert_eq!(found(None, &[], "Erst Raesfeld, dann Borken").0.as_deref(), Some("raesfeld"));
}

#[test]
fn what_two_houses_are_called_names_neither() {
    let houses = [house_named("a", &["Bücherei", "Ahaus"]), house_named("b", &["Bücherei", "Bocholt"])];
    assert_eq!(house(None, &[], "Danke, liebe Bücherei", &houses).0, None);
    assert_eq!(house(None, &[], "Bücherei Bocholt", &houses).0, Some("b".into()));
}

#[test]
fn a_house_that_pauses_is_passed_over() {
    let mut houses = three();
    houses[0].is_active = false;
    let borken = InstitutionId::from("borken");
    let byline = [borken.clone(), InstitutionId::from("rhede")];
    assert_eq!(house(Some(&borken), &byline, "", &houses).0, Some("rhede".into()));
    assert_eq!(house(None, &[], "Borken", &houses), (None, By::Coordination));
}

proptest! {
    #[test]
    fn any_text_leads_to_a_house_that_takes_part_or_to_the_coordination(text in "\\PC{0,200}") {
        let (found, by) = house(None, &[], &text, &three());
        prop_assert_eq!(found.is_none(), by == By::Coordination);
    }
}
