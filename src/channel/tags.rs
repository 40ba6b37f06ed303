//! Hashtags. Each word begins with a capital, so that programs that read aloud know the words.
use std::collections::HashSet;

use super::piece::Piece;

/// A longer one nobody searches for.
const LONGEST: usize = 40;

/// Gives the hashtags of a post without their sign: the topic first, then those that stand in the
/// text, each once.
pub fn of(piece: &Piece) -> Vec<String> {
    let text = piece.wording.as_deref().unwrap_or(&piece.body);
    let mut seen = HashSet::new();
    piece
        .topic
        .iter()
        .filter_map(|topic| camel_case(topic))
        .chain(written_in(text))
        .filter(|tag| seen.insert(tag.to_lowercase()))
        .collect()
}

/// Gives those that are put below the text, because they do not stand in it. Who words a text for
/// one network chooses its hashtags too.
pub fn to_add(piece: &Piece) -> Vec<String> {
    if piece.wording.is_some() {
        return Vec::new();
    }
    let there: HashSet<String> = written_in(&piece.body).map(|tag| tag.to_lowercase()).collect();
    of(piece).into_iter().filter(|tag| !there.contains(&tag.to_lowercase())).collect()
}

/// Makes a hashtag of words: „Zuhause in der Bücherei“ becomes `ZuhauseInDerBücherei`; none where
/// nothing is left, where only digits are, or where it would be too long to be found.
pub fn camel_case(words: &str) -> Option<String> {
    let tag: String = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<String>()
        })
        .collect();
    let has_a_letter = tag.chars().any(char::is_alphabetic);
    (has_a_letter && tag.chars().count() <= LONGEST).then_some(tag)
}

/// Finds the hashtags that stand in a text.
pub fn written_in(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().filter_map(|word| {
        let word = word.trim_start_matches(['(', '„', '"', '“', '*', '_']);
        let tag = word.strip_prefix('#')?;
        let end = tag.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tag.len());
        let tag = &tag[..end];
        tag.chars().any(char::is_alphabetic).then(|| tag.to_owned())
    })
}

#[cfg(test)]
#[path = "tags_tests.rs"]
mod tests;
