//! The people: who they are, what they may do, how they sign in.
crate::ids! {
    /// A person.
    PersonId,
}
