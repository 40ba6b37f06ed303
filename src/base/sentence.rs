//! A sentence to be said to somebody, before it is known in which language.

use serde::Serialize;

/// A sentence for a reader: the key of a text and its arguments, so that pure rules can speak
/// without knowing the reader's language. The words are in `text/<language>/*.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a sentence: a word or a sentence to insert, or a number that plural rules
/// look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    Word(String),
    Number(i64),
    /// Another sentence, said in the same language.
    Said(Box<Sentence>),
}

impl From<Sentence> for Arg {
    fn from(sentence: Sentence) -> Self {
        Arg::Said(Box::new(sentence))
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Self {
        Arg::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Self {
        Arg::Word(word)
    }
}

impl From<&String> for Arg {
    fn from(word: &String) -> Self {
        Arg::Word(word.clone())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl Sentence {
    /// Names a text without arguments.
    pub fn new(key: &'static str) -> Self {
        Sentence { key, args: Vec::new() }
    }

    /// Adds an argument, as in `Sentence::new("post-asked").with("house", name)`.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Writes the sentence down, so that it can be said later in whatever language
    /// ([`super::text::Lang::say_kept`]).
    pub fn keep(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
