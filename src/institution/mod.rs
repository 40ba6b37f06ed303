//! A house in a Verbund: a library, a museum, an archive, or another kind.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;

pub mod colour;
pub mod face;
pub mod form;
pub mod hours;
pub mod hours_form;
pub mod hours_osm;
pub mod hours_paste;
pub mod hours_rule;
pub mod hours_today;
pub mod hours_words;
pub mod identifier;
pub mod mark;
pub mod regime;
pub mod store;

#[cfg(test)]
mod store_tests;

crate::ids! {
    /// A house.
    InstitutionId,
}

/// A house, as it lies in the database. Texts that nobody has filled in are empty.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Institution {
    pub id: InstitutionId,
    pub consortium_id: ConsortiumId,
    pub slug: String,
    pub kind: String,
    pub official_name: String,
    pub display_name: String,
    pub short_name: String,
    pub isil: String,
    pub dbs: String,
    pub gnd: String,
    pub qid: String,
    pub carrier_kind: String,
    pub carrier_name: String,
    pub regime: String,
    pub mark: String,
    pub colour: String,
    pub street: String,
    pub postcode: String,
    pub place: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub accessibility: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// Opening hours in the form that OpenStreetMap uses.
    pub opening: String,
    pub opening_note: String,
    pub about: String,
    /// Agreed working time for the joint page, in minutes a week.
    pub capacity_minutes: i64,
    pub joined_at: Instant,
    pub paused_at: Option<Instant>,
    pub left_at: Option<Instant>,
}

/// How long after leaving a house can come back as if it had never left, in hours: two weeks.
pub const REGRET_HOURS: i64 = 14 * 24;

impl Institution {
    /// A house of which nothing is known yet.
    pub fn empty(consortium: &ConsortiumId, now: Instant) -> Institution {
        Institution {
            id: InstitutionId::new(),
            consortium_id: consortium.clone(),
            slug: String::new(),
            kind: "library".into(),
            official_name: String::new(),
            display_name: String::new(),
            short_name: String::new(),
            isil: String::new(),
            dbs: String::new(),
            gnd: String::new(),
            qid: String::new(),
            carrier_kind: String::new(),
            carrier_name: String::new(),
            regime: String::new(),
            mark: mark::Mark::Gable.code().into(),
            colour: "#0d6b52".into(),
            street: String::new(),
            postcode: String::new(),
            place: String::new(),
            lat: None,
            lon: None,
            accessibility: String::new(),
            phone: String::new(),
            email: String::new(),
            website: String::new(),
            opening: String::new(),
            opening_note: String::new(),
            about: String::new(),
            capacity_minutes: 0,
            joined_at: now,
            paused_at: None,
            left_at: None,
        }
    }

    /// Gives the data protection law under which the house works: the one it chose, else the one
    /// that is usual for its carrier.
    pub fn law(&self) -> Option<regime::Regime> {
        let usual = || regime::Carrier::from_code(&self.carrier_kind)?.usual_regime();
        regime::Regime::from_code(&self.regime).or_else(usual)
    }

    /// Tells whether a house that left may come back as if it had never left, its people too.
    pub fn may_regret(&self, now: Instant) -> bool {
        self.left_at.is_some_and(|at| at <= now && now < at.plus_hours(REGRET_HOURS))
    }

    /// Tells whether the house works in the Verbund now: it has joined, and neither paused nor left.
    pub fn is_active(&self, now: Instant) -> bool {
        self.joined_at <= now && self.paused_at.is_none() && !self.has_left(now)
    }

    pub fn has_left(&self, now: Instant) -> bool {
        self.left_at.is_some_and(|at| at <= now)
    }
}
