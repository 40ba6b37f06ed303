//! A house in a Verbund: a library, a museum, an archive, or another kind.
crate::ids! {
    /// A house.
    InstitutionId,
}

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
