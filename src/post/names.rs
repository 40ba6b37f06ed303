//! The names that a post's pages have to say: of houses, people, topics and series.
use super::writing::difference::Named;
use crate::base::text::Lang;
use crate::institution::{Institution, InstitutionId};
use crate::member::{Person, PersonId};

/// The languages in which a post can be written, as the form offers them.
pub const LANGUAGES: [&str; 11] =
    ["de", "de-x-leicht", "nds", "en", "nl", "fr", "pl", "ru", "tr", "uk", "ar"];

/// A topic or a series, by its name.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Label {
    pub id: String,
    pub title: String,
    /// When it was ended: then it is still named, and no longer offered.
    pub ended_at: Option<crate::base::clock::Instant>,
}

/// Everything in a Verbund that a post can point to.
#[derive(Debug, Clone)]
pub struct Names {
    pub houses: Vec<Institution>,
    /// Everybody who belongs or belonged to the Verbund.
    pub people: Vec<Person>,
    pub topics: Vec<Label>,
    pub series: Vec<Label>,
    /// All channels, the oldest first.
    pub channels: Vec<ChannelLabel>,
}

/// A channel, by its name. What it does is known further down; here it is somewhere a text goes.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ChannelLabel {
    pub id: String,
    pub name: String,
    /// The code of its network, by which texts choose.
    pub network: String,
    /// When it was taken away: then it is still named, and no longer offered.
    pub ended_at: Option<crate::base::clock::Instant>,
}

impl Names {
    pub fn house(&self, id: &InstitutionId) -> Option<&Institution> {
        self.houses.iter().find(|house| house.id == *id)
    }

    /// Gives a person's name; empty for somebody the Verbund never knew.
    pub fn person(&self, id: &PersonId) -> String {
        self.people
            .iter()
            .find(|person| person.id == *id)
            .map(|person| person.name.clone())
            .unwrap_or_default()
    }

    /// Gives a house's short name.
    pub fn short(&self, id: &InstitutionId) -> String {
        self.house(id).map(|house| house.short_name.clone()).unwrap_or_default()
    }

    /// Gives a channel's name; empty for one the Verbund never had.
    pub fn channel(&self, id: &str) -> String {
        self.channels.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default()
    }

    pub fn topic(&self, id: &str) -> Option<&Label> {
        self.topics.iter().find(|label| label.id == id)
    }

    pub fn one_of_the_series(&self, id: &str) -> Option<&Label> {
        self.series.iter().find(|label| label.id == id)
    }

    /// Gives the channels to which posts can go.
    pub fn channels_now(&self) -> impl Iterator<Item = &ChannelLabel> {
        self.channels.iter().filter(|channel| channel.ended_at.is_none())
    }

    /// Looks a name up for a sentence about a change. A picture has none: it is shown.
    pub fn look_up(&self, what: Named<'_>, w: Lang) -> String {
        let title = |label: Option<&Label>| label.map(|label| label.title.clone()).unwrap_or_default();
        match what {
            Named::House(id) => self.short(id),
            Named::Person(id) => self.person(id),
            Named::Topic(id) => title(self.topic(id.as_str())),
            Named::Series(id) => title(self.one_of_the_series(id.as_str())),
            Named::Language(code) => language(code, w),
            Named::Channel(id) => self.channel(id),
            Named::Picture(_) => w.t("post-picture"),
        }
    }
}

/// Names a language in the reader's own; one that the form does not offer is named by its code.
pub fn language(code: &str, w: Lang) -> String {
    if LANGUAGES.contains(&code) { w.t(&format!("post-tongue-{code}")) } else { code.to_owned() }
}
