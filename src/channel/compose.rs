//! How a post reads in a network: whose it is, title and text, the address of the post on the own
//! page, hashtags. What is previewed is what is sent.
use super::count::Limits;
use super::cut::{self, Room};
use super::part::{Composed, Part};
use super::piece::{Piece, PiecePicture};
use super::thread::{joined, thread};
use super::{Network, plain, tags};
use crate::base::sentence::Sentence;

/// Where the address of the post stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// As the last line of the text.
    InText,
    /// As a card below the text; as its last line where pictures take the place of the card.
    Card,
}

/// What a text in a network consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Whether the houses are named before the text: „Stadtbücherei Borken: …“.
    pub names_houses: bool,
    pub says_title: bool,
    pub address: Address,
    pub adds_tags: bool,
    /// Whether the parts of a thread are numbered.
    pub is_numbered: bool,
}

impl Shape {
    /// Gives the usual shape in a network, for an account of the whole Verbund.
    pub fn usual(network: Network) -> Shape {
        let has_cards = matches!(network, Network::Bluesky | Network::Facebook);
        Shape {
            names_houses: true,
            says_title: true,
            address: if has_cards { Address::Card } else { Address::InText },
            adds_tags: !matches!(network, Network::Newsletter | Network::ByHand),
            is_numbered: true,
        }
    }
}

/// Composes a post. The address of the post is always there and always whole; the text gives way.
pub fn compose(piece: &Piece, limits: &Limits, shape: Shape) -> Composed {
    let mut composed = Composed::default();
    let (with_picture, left_out) = pictures(piece, limits);
    if limits.needs_picture && piece.pictures.is_empty() {
        composed.faults.push(Sentence::new("channel-fault-picture-needed"));
    }
    let has_card = shape.address == Address::Card && piece.pictures.is_empty();
    let text = main_text(piece, limits, shape);
    let below = Below::of(piece, shape, has_card, &text);
    let texts = match one_part(&text, &below, limits) {
        Some(whole) => vec![whole],
        None => {
            match piece.as_thread.then(|| thread(&text, &below.all(), limits, shape.is_numbered)).flatten() {
                Some(parts) => parts,
                None => {
                    let url = if has_card { "" } else { &piece.url };
                    let (short, lost) = short(&text, url, limits);
                    composed.losses.push(Sentence::new("channel-loss-cut").with("n", lost));
                    vec![if short.is_empty() { piece.url.clone() } else { short }]
                }
            }
        }
    };
    let shown = with_picture.len().min(texts.len());
    let lost = left_out + with_picture[shown..].iter().map(Vec::len).sum::<usize>();
    if lost > 0 {
        composed.losses.push(Sentence::new("channel-loss-pictures").with("n", lost));
    }
    if texts.iter().any(|text| !limits.fits(text)) {
        composed.faults.push(Sentence::new("channel-fault-address-long"));
    }
    composed.parts = texts
        .into_iter()
        .enumerate()
        .map(|(at, text)| Part {
            pictures: with_picture.get(at).cloned().unwrap_or_default(),
            card: (at == 0 && has_card).then(|| piece.url.clone()),
            counted: limits.count(&text),
            most: limits.text_max,
            text,
        })
        .collect();
    composed
}

/// Gives the description of a picture as long as the network takes it.
pub fn alt(picture: &PiecePicture, limits: &Limits) -> String {
    let as_text =
        Limits { text_max: limits.alt_max, text_bytes_max: None, url_counts: None, ..limits.clone() };
    cut::shortened(&picture.alt, &as_text, Room::of(&as_text))
}

/// What stands below the text.
struct Below {
    url: String,
    tags: String,
}

impl Below {
    fn of(piece: &Piece, shape: Shape, has_card: bool, text: &str) -> Below {
        let is_said = has_card || text.split_whitespace().any(|word| word == piece.url);
        let tags = if shape.adds_tags { tags::to_add(piece) } else { Vec::new() };
        Below {
            url: if is_said { String::new() } else { piece.url.clone() },
            tags: tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" "),
        }
    }

    fn all(&self) -> String {
        joined(&self.url, &self.tags)
    }
}

/// Gives the whole post as one part, if need be without its hashtags.
fn one_part(text: &str, below: &Below, limits: &Limits) -> Option<String> {
    [joined(text, &below.all()), joined(text, &below.url)]
        .into_iter()
        .find(|whole| !whole.is_empty() && limits.fits(whole))
}

/// Cuts the text before the address; tells by how much it was too long.
fn short(text: &str, url: &str, limits: &Limits) -> (String, usize) {
    let too_long = limits.count(&joined(text, url)).saturating_sub(limits.text_max).max(1);
    let below = if url.is_empty() { String::new() } else { format!("\n\n{url}") };
    let kept = Room::of(limits).beside(&below, limits).map(|room| cut::shortened(text, limits, room));
    (joined(&kept.unwrap_or_default(), url), too_long)
}

/// Gives whose post it is, its title and its text, or the wording made for this channel.
fn main_text(piece: &Piece, limits: &Limits, shape: Shape) -> String {
    let (text, are_named) = match &piece.wording {
        Some(wording) => {
            let wording = wording.trim();
            (wording.to_owned(), piece.houses.iter().all(|house| wording.contains(&house.name)))
        }
        None => {
            let title = if shape.says_title { piece.title.trim() } else { "" };
            (joined(title, &plain::body(piece)), false)
        }
    };
    match shape.names_houses && !are_named {
        true => format!("{}{text}", byline(piece, limits)).trim_end().to_owned(),
        false => text,
    }
}

/// Names the houses: in full, else by their short names, else the first two and how many more.
fn byline(piece: &Piece, limits: &Limits) -> String {
    let named = |names: Vec<&str>| match names.is_empty() {
        true => String::new(),
        false => format!("{}: ", names.join(", ")),
    };
    let is_short = |line: &String| limits.count(line) * 3 <= limits.text_max;
    let full = named(piece.houses.iter().map(|house| house.name.as_str()).collect());
    if is_short(&full) {
        return full;
    }
    let shorts: Vec<&str> = piece.houses.iter().map(|house| house.short.as_str()).collect();
    let more = format!("+{}", shorts.len().saturating_sub(2));
    let short = named(shorts.clone());
    if is_short(&short) || shorts.len() <= 2 {
        return short;
    }
    named(vec![shorts[0], shorts[1], &more])
}

/// Deals the pictures out to the parts, and tells how many no part can take.
fn pictures(piece: &Piece, limits: &Limits) -> (Vec<Vec<usize>>, usize) {
    let all: Vec<usize> = (0..piece.pictures.len()).collect();
    match limits.pictures_max {
        0 => (Vec::new(), all.len()),
        most => (all.chunks(most).map(<[usize]>::to_vec).collect(), 0),
    }
}

#[cfg(test)]
#[path = "compose_tests.rs"]
mod tests;
