//! A post in a list: whose it is, of when, what it is about.
use super::entry::Entry;
use super::picture::Shown;
use crate::base::clock::Instant;
use crate::calendar::local::Local;
use crate::institution::{Institution, face};
use crate::page::Badge;
use crate::post::writing::markdown;
use crate::topic::Topic;

/// A day for people and for machines.
#[derive(Debug, Clone)]
pub struct When {
    pub iso: String,
    pub text: String,
}

/// A link with its words.
#[derive(Debug, Clone)]
pub struct Link {
    pub href: String,
    pub text: String,
}

/// A post in a list.
#[derive(Debug, Clone)]
pub struct Teaser {
    pub href: String,
    pub title: String,
    pub excerpt: String,
    pub lang: String,
    pub badges: Vec<Badge>,
    pub when: When,
    pub topic: Option<Link>,
    pub picture: Option<Shown>,
    /// Whether it takes the whole width of a list in two columns; see [`super::list::balance`].
    pub is_wide: bool,
}

/// What a list of posts needs to know besides the posts.
pub struct Desk<'a> {
    pub root: &'a str,
    pub houses: &'a [Institution],
    pub topics: &'a [Topic],
    pub local: Local<'a>,
}

impl Desk<'_> {
    /// Writes a post as it stands in a list, with its first so many characters.
    pub fn teaser(&self, entry: &Entry, chars: usize, picture: Option<Shown>) -> Teaser {
        let content = &entry.content;
        let topic = content.topic.as_ref().and_then(|id| self.topics.iter().find(|topic| topic.id == *id));
        Teaser {
            href: format!("{}/beitrag/{}", self.root, entry.segment()),
            title: content.title.clone(),
            excerpt: if chars == 0 { String::new() } else { markdown::excerpt(&content.body, chars) },
            lang: content.language.clone(),
            badges: self.badges(entry),
            when: self.when(entry.since),
            topic: topic.map(|topic| self.topic(topic)),
            picture,
            is_wide: false,
        }
    }

    /// Gives the marks of the houses a post is from, in the order of its byline.
    pub fn badges(&self, entry: &Entry) -> Vec<Badge> {
        let found =
            entry.content.byline.iter().filter_map(|id| self.houses.iter().find(|house| house.id == *id));
        found.map(|house| face::badge(house, self.root)).collect()
    }

    pub fn topic(&self, topic: &Topic) -> Link {
        Link { href: format!("{}/thema/{}", self.root, topic.slug), text: topic.title.clone() }
    }

    pub fn when(&self, at: Instant) -> When {
        When { iso: self.local.iso(at), text: self.local.date(self.local.day(at)) }
    }
}
