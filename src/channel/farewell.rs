//! The last words of a Verbund, as long as a network takes them.
use super::count::Limits;
use super::cut::{self, Room};
use super::order::Farewell;

/// Gives the words with the address below them; the words give way where both are too long.
pub fn text(words: &Farewell, limits: &Limits) -> String {
    let below = match words.url.is_empty() || words.text.contains(&words.url) {
        true => String::new(),
        false => format!("\n\n{}", words.url),
    };
    let room = Room::of(limits).beside(&below, limits);
    let kept = room.map(|room| cut::shortened(&words.text, limits, room)).unwrap_or_default();
    format!("{kept}{below}").trim().to_owned()
}
