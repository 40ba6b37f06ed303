//! The contents of the demo, as their files tell them.
use serde::Deserialize;

/// One Verbund of the demo with everything that happens in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    pub consortium: Consortium,
    #[serde(default)]
    pub barrier: Vec<Barrier>,
    pub institution: Vec<House>,
    pub person: Vec<Person>,
    pub topic: Vec<Topic>,
    pub series: Vec<Series>,
    pub picture: Vec<Picture>,
    pub post: Vec<Post>,
    /// That everything is on hold just now.
    pub halt: Option<Halt>,
    #[serde(default)]
    pub consent: Vec<Consent>,
    /// Where somebody carries the posts to.
    pub by_hand: Option<ByHand>,
    /// What people out there have written.
    #[serde(default)]
    pub voice: Vec<Voice>,
    /// Saved replies by their names.
    #[serde(default)]
    pub replies: std::collections::BTreeMap<String, String>,
}

/// A channel that no program reaches, with its usage concept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    pub name: String,
    pub purpose: String,
    pub responsible: String,
    pub alternative: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Halt {
    pub by: String,
    pub reason: String,
}

/// An adult's consent to a picture.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    pub subject: String,
    pub purpose: String,
    pub picture: String,
    /// Who wrote it down.
    pub by: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consortium {
    pub slug: String,
    pub name: String,
    pub claim: String,
    pub accent: String,
    pub mode: String,
    /// The slugs that it had before; they lead to it still.
    pub old_slugs: Vec<String>,
    /// In how many days it ends, or, negative, how many days ago it did.
    pub ends_in_days: Option<i32>,
    #[serde(default)]
    pub end_reason: String,
    pub about: String,
    pub about_simple: String,
    pub imprint: String,
    pub privacy: String,
    pub barrier: String,
    pub netiquette: String,
    pub provider: Provider,
    pub statement: Statement,
}

/// Who offers the page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    pub name: String,
    pub address: String,
    pub represented_by: String,
    pub responsible: String,
    pub email: String,
    pub phone: String,
}

/// What the Verbund says of its accessibility.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub conformity: String,
    pub reviewed_days_ago: i32,
    #[serde(default)]
    pub gap: Vec<Gap>,
}

/// What is not accessible, why, and what there is instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    pub what: String,
    pub reason: String,
    pub instead: String,
}

/// A barrier that somebody reported so many days ago, and what became of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    pub days_ago: i32,
    pub page: String,
    pub body: String,
    pub reply_to: String,
    /// Who looks after it, by the name of the file.
    pub given_to: Option<String>,
    pub answered_days_ago: Option<i32>,
    #[serde(default)]
    pub answer: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    pub slug: String,
    pub kind: String,
    pub official_name: String,
    pub display_name: String,
    pub short_name: String,
    #[serde(default)]
    pub street: String,
    pub place: String,
    #[serde(default)]
    pub isil: String,
    #[serde(default)]
    pub dbs: String,
    #[serde(default)]
    pub qid: String,
    pub carrier: String,
    /// A law's code, or who carries the house where that decides.
    pub regime: String,
    pub mark: String,
    pub colour: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub accessibility: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub opening: String,
    pub opening_note: String,
    pub capacity_hours: i64,
    #[serde(default)]
    pub paused: bool,
    /// How many days ago it left.
    pub left_days: Option<i32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name under which posts of the same file know the person.
    pub key: String,
    pub name: String,
    /// A house's slug, empty for coordination and coaches without a house.
    pub institution: String,
    pub role: String,
    /// For how many days the person is still away.
    pub away_days: Option<i32>,
    /// In how many days the membership ends.
    pub until_days: Option<i32>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub slug: String,
    pub title: String,
    pub intro: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub slug: String,
    pub title: String,
    /// The rule in words, for whoever reads the file.
    pub rule: String,
    pub weekday: String,
    pub time: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    pub key: String,
    pub scene: String,
    pub seed: u64,
    pub caption: String,
    pub credit: String,
    pub licence: String,
    /// Whether people can be recognised on it; the demo has none.
    pub persons: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    pub key: String,
    pub title: String,
    pub body: String,
    pub byline: Vec<String>,
    pub authors: Vec<String>,
    pub topic: Option<String>,
    pub series: Option<String>,
    #[serde(default)]
    pub pictures: Vec<String>,
    #[serde(default)]
    pub links: Vec<Link>,
    /// What hangs in the display case instead of title and text.
    #[serde(default)]
    pub by_hand: String,
    pub when: When,
    pub state: String,
    pub approved_by: Option<String>,
    pub returned_by: Option<String>,
    #[serde(default)]
    pub returned_reason: String,
    #[serde(default)]
    pub talk: Vec<Talk>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub label: String,
    pub url: String,
}

/// The time of a post: so many days from today, or a day of the year; a post of a series moves on
/// to the weekday of the series.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub day: Option<i32>,
    /// As in "11-24".
    pub month_day: Option<String>,
    pub time: String,
}

/// What somebody said inside about a post, so many days from the post's own day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    pub by: String,
    pub text: String,
    pub day_offset: i32,
}

impl Book {
    /// Reads all six.
    pub fn all() -> Vec<Book> {
        [
            include_str!("muebi.toml"),
            include_str!("talgeschichten.toml"),
            include_str!("buecherschubsen.toml"),
            include_str!("buecherbande.toml"),
            include_str!("mob.toml"),
            include_str!("superhelden.toml"),
        ]
        .into_iter()
        .map(|text| toml::from_str(text).expect("the files are part of the program and tested"))
        .collect()
    }

    pub fn person(&self, key: &str) -> Option<&Person> {
        self.person.iter().find(|person| person.key == key)
    }

    /// Names the person who coordinates; every Verbund of the demo has one.
    pub fn coordinator(&self) -> Option<&Person> {
        self.person.iter().find(|person| person.role == "coordinator")
    }
}

/// Something that somebody out there wrote, and what became of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    pub who: String,
    pub handle: String,
    /// reply, mention, direct, report, question.
    pub kind: String,
    /// Days from today, and the hour.
    pub day: i32,
    pub hour: i8,
    pub text: String,
    pub handed: Option<Handed>,
    pub answer: Option<Answered>,
}

/// Who handed it over, to which house, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handed {
    pub by: String,
    pub to: String,
    pub why: String,
}

/// Who answered, and what.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub by: String,
    pub text: String,
}
