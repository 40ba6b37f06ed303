//! A house in a Verbund: a library, a museum, an archive, or another kind.
crate::ids! {
    /// A house.
    InstitutionId,
}

pub mod identifier;
pub mod mark;
pub mod regime;
