//! Where a text that is too long may end: after a paragraph, a sentence or a word, never inside an
//! address of the web.
use unicode_segmentation::UnicodeSegmentation;

use super::count::{Limits, Unit, address_in, split_at_blanks};
use crate::post::writing::markdown::last_sentence_end;

/// What stands after a text that goes on elsewhere.
pub const GOES_ON: &str = "\u{a0}…";

/// How much room there is, as a network counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    signs: usize,
    bytes: usize,
}

impl Room {
    /// The room of a whole part.
    pub fn of(limits: &Limits) -> Room {
        Room { signs: limits.text_max, bytes: limits.text_bytes_max.unwrap_or(usize::MAX) }
    }

    /// What is left beside a text; none where the text does not fit.
    pub fn beside(self, text: &str, limits: &Limits) -> Option<Room> {
        Some(Room {
            signs: self.signs.checked_sub(limits.count(text))?,
            bytes: self.bytes.checked_sub(text.len())?,
        })
    }
}

/// Cuts a text so that it fits and says with „…“ that it goes on; a text that fits stays as it is.
/// Empty where not even its first word fits.
pub fn shortened(text: &str, limits: &Limits, room: Room) -> String {
    if room.beside(text, limits).is_some() {
        return text.to_owned();
    }
    let Some(left) = room.beside(GOES_ON, limits) else { return String::new() };
    let end = match longest(text, limits, left) {
        0 => within(text, limits, left),
        at => ending(text, at),
    };
    match text[..end]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '-'))
    {
        "" => String::new(),
        kept => format!("{kept}{GOES_ON}"),
    }
}

/// Splits a text into parts that each fit; none where an address alone is too long for a part.
pub fn split<'a>(text: &'a str, limits: &Limits, room: Room) -> Option<Vec<&'a str>> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while room.beside(rest, limits).is_none() {
        let end = match longest(rest, limits, room) {
            0 => within(rest, limits, room),
            at => ending(rest, at),
        };
        let part = rest[..end].trim_end();
        if part.is_empty() {
            return None;
        }
        parts.push(part);
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    Some(parts)
}

/// Finds the end of the last word that fits.
fn longest(text: &str, limits: &Limits, room: Room) -> usize {
    let (mut left, mut end, mut word_end) = (room, 0, 0);
    for piece in split_at_blanks(text) {
        let Some(after) = left.beside(piece, limits) else { break };
        left = after;
        end += piece.len();
        if !piece.starts_with(char::is_whitespace) {
            word_end = end;
        }
    }
    word_end
}

/// Goes back from the end of a word to that of a paragraph or a sentence, where that keeps half.
fn ending(text: &str, word_end: usize) -> usize {
    let keeps_half = |at: &usize| *at * 2 >= word_end;
    let before = &text[..word_end];
    let paragraph = match text[word_end..].starts_with("\n\n") {
        true => Some(word_end),
        false => before.rfind("\n\n"),
    };
    paragraph
        .filter(keeps_half)
        .or_else(|| last_sentence_end(text, word_end).filter(keeps_half))
        .unwrap_or(word_end)
}

/// Finds how much of a single word fits, sign by sign; nothing of one with an address in it.
fn within(text: &str, limits: &Limits, room: Room) -> usize {
    let word = split_at_blanks(text).next().unwrap_or_default();
    if address_in(word).is_some() {
        return 0;
    }
    match taken(word.graphemes(true), limits, room) {
        0 => taken(word.split_inclusive(|_| true), limits, room),
        end => end,
    }
}

fn taken<'a>(signs: impl Iterator<Item = &'a str>, limits: &Limits, room: Room) -> usize {
    let (mut used, mut end) = (0, 0);
    for sign in signs {
        used += if limits.unit == Unit::Characters { sign.chars().count() } else { 1 };
        if used > room.signs || end + sign.len() > room.bytes {
            break;
        }
        end += sign.len();
    }
    end
}
