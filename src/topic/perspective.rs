//! The perspectives on a topic: which houses have one, and which could still add theirs.
use std::collections::BTreeSet;

use super::store_perspectives::Perspective;
use super::{Topic, TopicId};
use crate::base::clock::Instant;
use crate::institution::Institution;

/// A topic as seen by the houses of its Verbund.
#[derive(Debug, Clone)]
pub struct Overview<'a> {
    pub topic: &'a Topic,
    /// Houses with something public, in the order in which they joined.
    pub told: Vec<&'a Institution>,
    /// Houses that are writing and have nothing public yet.
    pub writing: Vec<&'a Institution>,
    /// Houses that work in the Verbund and have not begun.
    pub missing: Vec<&'a Institution>,
    /// How many posts everybody sees.
    pub public_posts: usize,
}

/// Sorts the houses of a Verbund by what they have said about a topic. Who pauses or has left is
/// not missed, but what they said counts.
pub fn overview<'a>(
    topic: &'a Topic,
    houses: &'a [Institution],
    all: &[Perspective],
    now: Instant,
) -> Overview<'a> {
    let of = |public: i64| -> BTreeSet<&str> {
        let mine = all.iter().filter(|it| it.topic_id == topic.id && it.is_public == public);
        mine.map(|it| it.institution_id.as_str()).collect()
    };
    let (public, begun) = (of(1), of(0));
    let mut overview =
        Overview { topic, told: vec![], writing: vec![], missing: vec![], public_posts: posts(topic, all) };
    for house in houses {
        match house.id.as_str() {
            id if public.contains(id) => overview.told.push(house),
            id if begun.contains(id) => overview.writing.push(house),
            _ if house.is_active(now) => overview.missing.push(house),
            _ => {}
        }
    }
    overview
}

fn posts(topic: &Topic, all: &[Perspective]) -> usize {
    let public = all.iter().filter(|it| it.topic_id == topic.id && it.is_public == 1);
    public.map(|it| it.number).collect::<BTreeSet<_>>().len()
}

/// Finds a slug that no other topic of the Verbund has: "vorlesetag", "vorlesetag-2" …
pub fn free_slug(wanted: &str, topics: &[Topic]) -> String {
    let taken = |slug: &str| topics.iter().any(|topic| topic.slug == slug);
    let numbered = (2..).map(|n| format!("{wanted}-{n}"));
    let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
    all.find(|slug| !taken(slug)).unwrap_or_else(|| TopicId::new().0)
}
