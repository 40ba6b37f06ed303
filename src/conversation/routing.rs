//! Which house something concerns: the one that was chosen, else the one that speaks, else the one
//! that is named in the text, else the Verbund itself.
use crate::institution::{Institution, InstitutionId};

/// How a house was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The visitor chose it, or addressed it.
    Chosen,
    /// It speaks in the post that was answered.
    Byline,
    /// Its name or its place stands in the text.
    Named,
    /// None was found: the coordination answers for the Verbund.
    Coordination,
    /// Somebody inside decided.
    Hand,
}

impl By {
    pub fn code(self) -> &'static str {
        match self {
            By::Chosen => "chosen",
            By::Byline => "byline",
            By::Named => "named",
            By::Coordination => "coordination",
            By::Hand => "hand",
        }
    }
}

/// A house and by what names people call it.
#[derive(Debug, Clone)]
pub struct House {
    pub id: InstitutionId,
    /// Takes part now: who pauses or has left cannot answer.
    pub is_active: bool,
    pub names: Vec<String>,
}

impl House {
    pub fn of(it: &Institution, now: crate::base::clock::Instant) -> House {
        let names = [&it.display_name, &it.official_name, &it.short_name, &it.place];
        House {
            id: it.id.clone(),
            is_active: it.is_active(now),
            names: names.into_iter().map(|name| name.trim().to_lowercase()).collect(),
        }
    }
}

/// Shorter names stand in every other sentence.
const LEAST_LETTERS: usize = 3;

/// What German hangs on to the name of a place: "Rhedes", "Rheder", "Borkener".
const ENDINGS: [&str; 6] = ["", "s", "r", "er", "ern", "ers"];

/// Finds the house that something concerns; none is the Verbund itself.
pub fn house(
    chosen: Option<&InstitutionId>,
    byline: &[InstitutionId],
    text: &str,
    houses: &[House],
) -> (Option<InstitutionId>, By) {
    let takes_part = |id: &&InstitutionId| houses.iter().any(|house| house.is_active && house.id == **id);
    if let Some(id) = chosen.filter(takes_part) {
        return (Some(id.clone()), By::Chosen);
    }
    if let Some(id) = byline.iter().find(takes_part) {
        return (Some(id.clone()), By::Byline);
    }
    match named(text, houses) {
        Some(id) => (Some(id), By::Named),
        None => (None, By::Coordination),
    }
}

/// Finds the house whose name stands first in a text; of two at the same place the longer one. What
/// several houses are called names none of them.
fn named(text: &str, houses: &[House]) -> Option<InstitutionId> {
    let text = text.to_lowercase();
    let is_shared = |name: &String| houses.iter().filter(|house| house.names.contains(name)).count() > 1;
    let mut best: Option<(usize, usize, &InstitutionId)> = None;
    for house in houses.iter().filter(|house| house.is_active) {
        for name in house.names.iter().filter(|name| name.chars().count() >= LEAST_LETTERS) {
            let Some(at) = stands_at(&text, name).filter(|_| !is_shared(name)) else { continue };
            let is_better = best
                .as_ref()
                .is_none_or(|(first, length, _)| at < *first || (at == *first && name.len() > *length));
            if is_better {
                best = Some((at, name.len(), &house.id));
            }
        }
    }
    best.map(|(_, _, id)| id.clone())
}

/// Says where a name stands in a text as words of its own.
fn stands_at(text: &str, name: &str) -> Option<usize> {
    let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let rest = &text[at + name.len()..];
        let ends =
            |ending: &str| rest.strip_prefix(ending).is_some_and(|rest| is_border(rest.chars().next()));
        is_border(text[..*at].chars().next_back()) && ENDINGS.iter().any(|ending| ends(ending))
    })
}

#[cfg(test)]
#[path = "routing_tests.rs"]
mod tests;
