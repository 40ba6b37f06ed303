//! What was changed between two versions, in words and marks for a page.
use crate::base::text::Lang;
use crate::post::names::Names;
use crate::post::writing::content::Content;
use crate::post::writing::difference::{Difference, difference};

/// A difference with the sentences about what changed beside the words.
#[derive(Debug, Clone)]
pub struct Told {
    pub difference: Difference,
    pub facts: Vec<String>,
}

/// Tells what was changed.
pub fn told(old: &Content, new: &Content, names: &Names, w: Lang) -> Told {
    let difference = difference(old, new);
    let facts =
        difference.facts.iter().map(|fact| w.say(&fact.sentence(|what| names.look_up(what, w)))).collect();
    Told { difference, facts }
}
