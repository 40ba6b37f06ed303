//! What in a text is a link, a hashtag or a mention, and at which bytes it stands.
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::channel::count::{address_in, split_at_blanks};

/// The longest hashtag, in signs.
const TAG_MAX: usize = 64;

/// A piece of a text that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// In bytes of UTF-8.
    pub bytes: Range<usize>,
    pub leads_to: To,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    Link(String),
    /// Without its sign.
    Tag(String),
    /// A handle without its sign; whose it is has to be asked.
    Mention(String),
}

/// Finds every link, hashtag and mention of a text, in order.
pub fn spans(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in split_at_blanks(text) {
        word_spans(word, at, &mut found);
        at += word.len();
    }
    found
}

fn word_spans(word: &str, at: usize, found: &mut Vec<Span>) {
    if let Some(range) = address_in(word) {
        let bytes = at + range.start..at + range.end;
        found.push(Span { bytes, leads_to: To::Link(word[range.clone()].to_owned()) });
        return word_spans(&word[range.end..], at + range.end, found);
    }
    // Marks before the sign belong to the sentence.
    let Some(start) = word.find(['#', '@']) else { return };
    if word[..start].ends_with(|c: char| c.is_alphanumeric()) {
        return;
    }
    let rest = &word[start + 1..];
    let (length, leads_to) = match &word[start..=start] {
        "#" => tag(rest),
        _ => handle(rest),
    };
    let Some(leads_to) = leads_to else { return };
    found.push(Span { bytes: at + start..at + start + 1 + length, leads_to });
    word_spans(&rest[length..], at + start + 1 + length, found);
}

fn tag(rest: &str) -> (usize, Option<To>) {
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let tag = &rest[..length];
    let is_one = tag.chars().any(char::is_alphabetic) && tag.graphemes(true).count() <= TAG_MAX;
    (length, is_one.then(|| To::Tag(tag.to_owned())))
}

fn handle(rest: &str) -> (usize, Option<To>) {
    let is_of = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let length = rest.find(|c: char| !is_of(c)).unwrap_or(rest.len());
    let name = rest[..length].trim_end_matches(['.', '-']);
    // `@somebody@server` is somebody elsewhere.
    let is_one = name.contains('.') && !rest[length..].starts_with('@');
    (name.len(), is_one.then(|| To::Mention(name.to_ascii_lowercase())))
}
