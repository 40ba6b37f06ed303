use super::*;

fn candidate(id: &str, roles: &[(Role, Option<&str>)]) -> Candidate {
    let roles = roles.iter().map(|(role, house)| (*role, house.map(InstitutionId::from))).collect();
    Candidate { id: id.into(), is_away: false, roles }
}

fn people() -> Vec<Candidate> {
    vec![
        candidate("bernd", &[(Role::Head, Some("raesfeld"))]),
        candidate("anna", &[(Role::Staff, Some("borken")), (Role::Coordinator, None)]),
        candidate("ruth", &[(Role::Coordinator, Some("rhede"))]),
        candidate("clara", &[(Role::Volunteer, Some("raesfeld"))]),
        candidate("dora", &[(Role::Coach, None)]),
    ]
}

fn who(house: Option<&str>, people: &[Candidate], duty: &[&str]) -> Option<String> {
    let duty: Vec<PersonId> = duty.iter().map(|id| PersonId::from(*id)).collect();
    person(house.map(InstitutionId::from).as_ref(), people, &duty).map(|id| id.0)
}

#[test]
fn whoever_has_the_duty_answers() {
    assert_eq!(who(Some("borken"), &people(), &["clara"]).as_deref(), Some("clara"));
}

#[test]
fn without_a_duty_the_coordinator_of_the_house_answers_else_one_of_the_verbund() {
    assert_eq!(who(Some("rhede"), &people(), &[]).as_deref(), Some("ruth"));
    assert_eq!(who(Some("raesfeld"), &people(), &[]).as_deref(), Some("anna"));
    assert_eq!(who(None, &people(), &[]).as_deref(), Some("anna"));
}

#[test]
fn nobody_who_is_away_is_named() {
    let mut people = people();
    people[1].is_away = true;
    assert_eq!(who(Some("borken"), &people, &["anna"]).as_deref(), Some("ruth"));
    people[2].is_away = true;
    assert_eq!(who(Some("raesfeld"), &people, &[]).as_deref(), Some("bernd"));
    assert_eq!(who(Some("rhede"), &people, &[]), None, "a coach answers for nobody");
}
