//! Who plays in the demo, by Verbund, house and role.
use crate::base::clock::Instant;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::Consortium;
use crate::institution::{Institution, InstitutionId, face};
use crate::member::{Membership, Person, Role};
use crate::page::Badge;

/// A Verbund and everybody in it.
pub struct Troupe {
    pub slug: String,
    pub name: String,
    pub claim: String,
    pub has_ended: bool,
    pub groups: Vec<Group>,
}

/// The people of one house, or those who belong to none.
pub struct Group {
    pub house: Option<Badge>,
    pub people: Vec<Player>,
}

/// Somebody as whom one can sign in.
pub struct Player {
    pub id: String,
    pub name: String,
    pub role: &'static str,
    /// The role in words, and what else there is to know: away, without e-mail.
    pub about: String,
}

/// Somebody who runs the installation.
pub struct Operator {
    pub id: String,
    pub name: String,
}

impl Operator {
    pub fn of((id, name): (String, String)) -> Operator {
        Operator { id, name }
    }
}

/// Sorts the people of a Verbund: first who belongs to no house, then house by house.
pub fn troupe(
    consortium: &Consortium,
    houses: &[Institution],
    people: &[Person],
    memberships: &[Membership],
    (w, now): (Lang, Instant),
) -> Troupe {
    let zone = consortium.time_zone();
    let local = Local::new(&zone, w, now);
    let players = |house: Option<&InstitutionId>| -> Vec<Player> {
        let mut players: Vec<Player> = memberships
            .iter()
            .filter(|membership| membership.is_live(now) && membership.institution_id.as_ref() == house)
            .filter_map(|membership| {
                let person = people.iter().find(|person| person.id == membership.person_id)?;
                Some(player(person, membership.role(), w, now, &local))
            })
            .collect();
        players.sort_by_key(|player| rank(player.role));
        players
    };
    let none = Group { house: None, people: players(None) };
    let root = format!("/{}", consortium.slug);
    let of_house = |house: &Institution| Group {
        house: Some(face::badge(house, &root)),
        people: players(Some(&house.id)),
    };
    let groups = std::iter::once(none).chain(houses.iter().map(of_house));
    Troupe {
        slug: consortium.slug.clone(),
        name: consortium.name.clone(),
        claim: consortium.claim.clone(),
        has_ended: consortium.has_ended(now),
        groups: groups.filter(|group| !group.people.is_empty()).collect(),
    }
}

fn player(person: &Person, role: Role, w: Lang, now: Instant, local: &Local) -> Player {
    let mut about = w.t(&format!("member-role-{}", role.code()));
    if let Some(until) = person.away_until.filter(|_| person.is_away(now)) {
        about.push_str(&format!(", {}", w.w("demo-away", "until", local.date_short(local.day(until)))));
    }
    if person.email.is_none() {
        about.push_str(&format!(", {}", w.t("demo-no-email")));
    }
    Player { id: person.id.to_string(), name: person.name.clone(), role: role.code(), about }
}

fn rank(role: &str) -> usize {
    ["coordinator", "head", "staff", "signing-volunteer", "volunteer", "coach"]
        .iter()
        .position(|known| *known == role)
        .unwrap_or(9)
}
