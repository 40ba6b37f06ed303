//! A house in a Verbund: a library, a museum, an archive, or another kind.
crate::ids! {
    /// A house.
    InstitutionId,
}

pub mod hours;
pub mod hours_rule;
pub mod hours_today;
pub mod identifier;
pub mod mark;
pub mod regime;
