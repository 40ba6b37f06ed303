//! The team's conversation about a post, and whom a message speaks to.
use crate::base::clock::Instant;
use crate::member::{Person, PersonId};
use crate::post::PostId;

/// The longest message, in characters.
pub const MESSAGE_MAX: usize = 4_000;

/// A message, as it lies in the database. Of a removed one only that it was there is left.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Message {
    pub id: String,
    pub post_id: PostId,
    pub person_id: PersonId,
    pub at: Instant,
    pub body: String,
    pub removed_at: Option<Instant>,
}

/// Finds who is spoken to in a message: "@" and the whole name, or the first name where only one
/// person has it. Nobody speaks to themselves.
pub fn spoken_to(body: &str, people: &[Person], by: &PersonId) -> Vec<PersonId> {
    let mut found: Vec<PersonId> = Vec::new();
    for (at, _) in body.match_indices('@') {
        // In an address of mail the sign stands within a word.
        if body[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let person = named_at(&body[at + 1..], people);
        found.extend(person.filter(|id| id != by && !found.contains(id)));
    }
    found
}

fn named_at(rest: &str, people: &[Person]) -> Option<PersonId> {
    let rest = rest.to_lowercase();
    let begins = |name: &str| {
        let after = rest.strip_prefix(&name.to_lowercase())?;
        (!name.is_empty() && !after.starts_with(char::is_alphanumeric)).then_some(name.len())
    };
    // Of "Anna" and "Anna Maria" the longer name is meant.
    let whole = people.iter().filter_map(|person| Some((begins(&person.name)?, person)));
    if let Some((_, person)) = whole.max_by_key(|(length, _)| *length) {
        return Some(person.id.clone());
    }
    let first =
        |person: &&Person| person.name.split_whitespace().next().is_some_and(|name| begins(name).is_some());
    let mut named = people.iter().filter(first);
    match (named.next(), named.next()) {
        (Some(person), None) => Some(person.id.clone()),
        _ => None,
    }
}
