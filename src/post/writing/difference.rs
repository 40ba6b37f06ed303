//! What was changed between two versions, told so that nobody has to know what a "diff" is.
use std::collections::HashMap;

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use super::content::{Content, Link};
use super::wording;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::member::PersonId;
use crate::topic::{SeriesId, TopicId};

/// Two paragraphs that share this part of their words are the same one, changed.
const ALIKE: f64 = 0.4;
/// So far ahead a changed paragraph is looked for.
const LOOK_AHEAD: usize = 12;

/// Tells everything that differs between two versions, in the order of a reading eye.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The title with its changed words marked; a single unchanged run where it stayed.
    pub title: Vec<Run>,
    /// The paragraphs of both versions, unchanged ones included; empty lines are left out.
    pub paragraphs: Vec<Paragraph>,
    pub facts: Vec<Fact>,
}

/// One paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub runs: Vec<Run>,
}

/// Some words that stayed, came or went together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub change: Change,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Same,
    Added,
    Removed,
}

/// A change beside the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    HouseAdded(InstitutionId),
    HouseRemoved(InstitutionId),
    BylineReordered,
    AuthorAdded(PersonId),
    AuthorRemoved(PersonId),
    PictureAdded(PictureId),
    PictureRemoved(PictureId),
    PicturesReordered,
    LinkAdded(Link),
    LinkRemoved(Link),
    LinksReordered,
    /// The topic it has now, if any.
    TopicChanged(Option<TopicId>),
    SeriesChanged(Option<SeriesId>),
    LanguageChanged(String),
    Channel(wording::Change),
    /// Not one word changed, only where lines and paragraphs end.
    OnlySpacing,
}

/// Something that has a name which only the reader's page can look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    House(&'a InstitutionId),
    Person(&'a PersonId),
    Picture(&'a PictureId),
    Topic(&'a TopicId),
    Series(&'a SeriesId),
    Language(&'a str),
    Channel(&'a str),
}

/// Compares two versions.
pub fn difference(old: &Content, new: &Content) -> Difference {
    let title = words(&old.title, &new.title);
    let paragraphs = paragraphs(&old.body, &new.body);
    let mut facts = facts(old, new);
    if old.body != new.body && paragraphs.iter().all(Paragraph::is_unchanged) {
        facts.push(Fact::OnlySpacing);
    }
    Difference { title, paragraphs, facts }
}

impl Difference {
    /// Tells whether both versions say the same.
    pub fn is_empty(&self) -> bool {
        !self.title_changed() && !self.text_changed() && self.facts.is_empty()
    }

    pub fn title_changed(&self) -> bool {
        self.title.iter().any(|run| run.change != Change::Same)
    }

    pub fn text_changed(&self) -> bool {
        !self.paragraphs.iter().all(Paragraph::is_unchanged)
    }
}

impl Paragraph {
    pub fn is_unchanged(&self) -> bool {
        self.runs.iter().all(|run| run.change == Change::Same)
    }

    fn whole(change: Change, text: &str) -> Self {
        Paragraph { runs: vec![Run { change, text: text.to_owned() }] }
    }
}

impl Run {
    pub fn is_added(&self) -> bool {
        self.change == Change::Added
    }

    pub fn is_removed(&self) -> bool {
        self.change == Change::Removed
    }
}

impl Fact {
    /// Says the change as a sentence; `name` looks the names up.
    pub fn sentence(&self, name: impl Fn(Named<'_>) -> String) -> Sentence {
        let about = |key, what: Named<'_>| Sentence::new(key).with("name", name(what));
        let link = |key, link: &Link| Sentence::new(key).with("name", link.shown()).with("url", &link.url);
        match self {
            Fact::HouseAdded(id) => about("post-change-house-added", Named::House(id)),
            Fact::HouseRemoved(id) => about("post-change-house-removed", Named::House(id)),
            Fact::BylineReordered => Sentence::new("post-change-byline-order"),
            Fact::AuthorAdded(id) => about("post-change-author-added", Named::Person(id)),
            Fact::AuthorRemoved(id) => about("post-change-author-removed", Named::Person(id)),
            Fact::PictureAdded(id) => about("post-change-picture-added", Named::Picture(id)),
            Fact::PictureRemoved(id) => about("post-change-picture-removed", Named::Picture(id)),
            Fact::PicturesReordered => Sentence::new("post-change-picture-order"),
            Fact::LinkAdded(added) => link("post-change-link-added", added),
            Fact::LinkRemoved(removed) => link("post-change-link-removed", removed),
            Fact::LinksReordered => Sentence::new("post-change-link-order"),
            Fact::TopicChanged(Some(id)) => about("post-change-topic", Named::Topic(id)),
            Fact::TopicChanged(None) => Sentence::new("post-change-topic-none"),
            Fact::SeriesChanged(Some(id)) => about("post-change-series", Named::Series(id)),
            Fact::SeriesChanged(None) => Sentence::new("post-change-series-none"),
            Fact::LanguageChanged(code) => about("post-change-language", Named::Language(code)),
            Fact::Channel(change) => change.sentence(name),
            Fact::OnlySpacing => Sentence::new("post-change-spacing"),
        }
    }
}

fn facts(old: &Content, new: &Content) -> Vec<Fact> {
    let mut facts = Vec::new();
    compare(
        &mut facts,
        [&old.byline, &new.byline],
        Fact::HouseAdded,
        Fact::HouseRemoved,
        Some(Fact::BylineReordered),
    );
    compare(&mut facts, [&old.authors, &new.authors], Fact::AuthorAdded, Fact::AuthorRemoved, None);
    let reordered = Some(Fact::PicturesReordered);
    compare(&mut facts, [&old.pictures, &new.pictures], Fact::PictureAdded, Fact::PictureRemoved, reordered);
    compare(
        &mut facts,
        [&old.links, &new.links],
        Fact::LinkAdded,
        Fact::LinkRemoved,
        Some(Fact::LinksReordered),
    );
    if old.topic != new.topic {
        facts.push(Fact::TopicChanged(new.topic.clone()));
    }
    if old.series != new.series {
        facts.push(Fact::SeriesChanged(new.series.clone()));
    }
    if old.language != new.language {
        facts.push(Fact::LanguageChanged(new.language.clone()));
    }
    facts.extend(wording::changes(&old.wordings, &new.wordings).into_iter().map(Fact::Channel));
    facts
}

fn compare<T: PartialEq + Clone>(
    facts: &mut Vec<Fact>,
    [old, new]: [&[T]; 2],
    added: fn(T) -> Fact,
    removed: fn(T) -> Fact,
    reordered: Option<Fact>,
) {
    facts.extend(new.iter().filter(|item| !old.contains(item)).cloned().map(added));
    facts.extend(old.iter().filter(|item| !new.contains(item)).cloned().map(removed));
    let stayed = old.iter().filter(|item| new.contains(item));
    if !stayed.eq(new.iter().filter(|item| old.contains(item))) {
        facts.extend(reordered);
    }
}

fn paragraphs(old: &str, new: &str) -> Vec<Paragraph> {
    let old: Vec<&str> = old.lines().filter(|line| !line.trim().is_empty()).collect();
    let new: Vec<&str> = new.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => found.extend(old.iter().map(|line| Paragraph::whole(Change::Same, line))),
            _ => pair(old, new, &mut found),
        }
    }
    found
}

/// Finds which removed paragraph became which added one, so that only its changed words are shown.
fn pair(old: &[&str], new: &[&str], found: &mut Vec<Paragraph>) {
    let (mut at, mut added) = (0, Vec::new());
    let mut settle = |removed: &[&str], added: &mut Vec<&str>, changed: Option<[&str; 2]>| {
        found.extend(removed.iter().map(|line| Paragraph::whole(Change::Removed, line)));
        found.extend(added.drain(..).map(|line| Paragraph::whole(Change::Added, line)));
        found.extend(changed.map(|[old, new]| Paragraph { runs: words(old, new) }));
    };
    for line in new {
        match old[at..].iter().take(LOOK_AHEAD).position(|candidate| alike(candidate, line)) {
            Some(ahead) => {
                settle(&old[at..at + ahead], &mut added, Some([old[at + ahead], line]));
                at += ahead + 1;
            }
            None => added.push(line),
        }
    }
    settle(&old[at..], &mut added, None);
}

fn alike(one: &str, other: &str) -> bool {
    fn pieces(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in pieces(one) {
        *counts.entry(word).or_default() += 1;
    }
    let (mut shared, mut all) = (0_usize, pieces(one).count());
    for word in pieces(other) {
        all += 1;
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    all > 0 && 2.0 * shared as f64 >= ALIKE * all as f64
}

/// Compares word by word. Changed words with only a blank between them are told as one change,
/// first what went and then what came: that is how one reads a correction.
fn words(old: &str, new: &str) -> Vec<Run> {
    let (mut runs, mut gone, mut come, mut gap) = (Vec::new(), String::new(), String::new(), String::new());
    for change in TextDiff::from_unicode_words(old, new).iter_all_changes() {
        if change.tag() != ChangeTag::Equal {
            for side in [&mut gone, &mut come] {
                side.push_str(&gap);
            }
            gap.clear();
        }
        match change.tag() {
            ChangeTag::Delete => gone.push_str(change.value()),
            ChangeTag::Insert => come.push_str(change.value()),
            ChangeTag::Equal if !gone.is_empty() && !come.is_empty() && change.value().trim().is_empty() => {
                gap.push_str(change.value());
            }
            ChangeTag::Equal => {
                push(&mut runs, Change::Removed, &mut gone);
                push(&mut runs, Change::Added, &mut come);
                gap.push_str(change.value());
                push(&mut runs, Change::Same, &mut gap);
            }
        }
    }
    push(&mut runs, Change::Removed, &mut gone);
    push(&mut runs, Change::Added, &mut come);
    push(&mut runs, Change::Same, &mut gap);
    runs
}

fn push(runs: &mut Vec<Run>, change: Change, text: &mut String) {
    if text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.change == change => last.text.push_str(text),
        _ => runs.push(Run { change, text: text.clone() }),
    }
    text.clear();
}
