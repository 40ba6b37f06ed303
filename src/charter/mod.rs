//! The charter of a Verbund: under which names and rules its houses work together, who they are,
//! and how that changes. The editors' pages about the Verbund itself; the facts are kept by the
//! rooms `consortium` and `institution`.
pub mod contact;
pub mod field;
pub mod leaving;
pub mod missing;
pub mod opening;
pub mod sheet;
pub mod store;
pub mod web;
pub mod web_barrier;
pub mod web_case;
pub mod web_case_give;
pub mod web_ending;
pub mod web_halt;
pub mod web_hours;
pub mod web_house;
pub mod web_imprint;
pub mod web_mode;
pub mod web_part;
pub mod web_settings;
pub mod web_statement;
pub mod work;

#[cfg(test)]
mod tests;

use crate::base::clock::Instant;
use crate::consortium::arrangement::Party;
use crate::institution::Institution;

/// The kind of job by which a post that waits for a house that no longer answers asks the next one.
/// Its payload is the post's id; the room `post` does it.
pub const ASK_AGAIN: &str = "post-ask";

/// Names the houses that answer for the joint page together: those that belong to it now. One that
/// pauses still has its posts and pictures there, so it still answers for them.
pub fn parties(houses: &[Institution], now: Instant) -> Vec<Party> {
    let members = houses.iter().filter(|house| house.joined_at <= now && !house.has_left(now));
    members
        .map(|house| Party {
            house: house.id.to_string(),
            name: house.official_name.clone(),
            carrier: house.carrier_name.clone(),
            regime: house.law().map_or(String::new(), |law| law.code().to_owned()),
        })
        .collect()
}
