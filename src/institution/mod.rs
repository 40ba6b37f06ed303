//! A house in a Verbund: a library, a museum, an archive, or another kind.
use crate::base::clock::Instant;
use crate::consortium::ConsortiumId;

pub mod face;
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

impl Institution {
    /// Tells whether the house works in the Verbund now: it has joined, and neither paused nor left.
    pub fn is_active(&self, now: Instant) -> bool {
        self.joined_at <= now && self.paused_at.is_none() && !self.has_left(now)
    }

    pub fn has_left(&self, now: Instant) -> bool {
        self.left_at.is_some_and(|at| at <= now)
    }
}
