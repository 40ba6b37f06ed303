//! A text that is too long for one part becomes several, where the editor wants it.
use super::count::Limits;
use super::cut::{self, Room};

/// Nobody reads on after so many; a longer text is cut instead.
pub const PARTS_MAX: usize = 25;
/// The room that a number takes.
const WIDEST: &str = " (25/25)";

/// Splits a text into parts, each with its number where wanted, and puts `tail` below the last one.
/// Together, without their numbers, they are the text. None where it cannot be done: too many parts,
/// or an address that is too long for one.
pub fn thread(text: &str, tail: &str, limits: &Limits, is_numbered: bool) -> Option<Vec<String>> {
    let whole = Room::of(limits);
    let room = if is_numbered { whole.beside(WIDEST, limits)? } else { whole };
    let mut parts: Vec<String> = cut::split(text, limits, room)?.into_iter().map(str::to_owned).collect();
    if !tail.is_empty() {
        let fits = |last: &String| room.beside(&joined(last, tail), limits).is_some();
        if parts.last().is_none_or(|last| !fits(last)) {
            parts.push(String::new());
        }
    }
    let count = parts.len();
    for (at, part) in parts.iter_mut().enumerate() {
        if is_numbered && count > 1 {
            let blank = if part.is_empty() { "" } else { " " };
            part.push_str(&format!("{blank}({}/{count})", at + 1));
        }
    }
    if let Some(last) = parts.last_mut() {
        *last = joined(last, tail);
    }
    (count <= PARTS_MAX && parts.iter().all(|part| !part.is_empty() && limits.fits(part))).then_some(parts)
}

/// Puts one text below another, with an empty line between them where both say something.
pub fn joined(text: &str, below: &str) -> String {
    let between = if text.is_empty() || below.is_empty() { "" } else { "\n\n" };
    format!("{text}{between}{below}")
}
