//! How long a text is, as the network that gets it counts, and how long it may be.
use std::ops::Range;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;
use url::Url;

use super::Network;

/// When the built-in numbers were last compared with what the networks publish.
pub const CHECKED: Date = date(2026, 11, 24);
/// A longer address is no longer counted as if it were short.
const SHORTENED_MAX: usize = 2_000;

/// By what a network counts a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Code points. Mastodon itself counts graphemes, which are never more; other servers with its
    /// API count these, so this holds on all of them.
    Characters,
    /// What readers take for one sign, however it is put together.
    Graphemes,
}

/// What a network takes.
///
/// Bytes are bytes of the file; sides are pixels; ratios are width by height.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    pub unit: Unit,
    pub text_max: usize,
    pub text_bytes_max: Option<usize>,
    /// As how many characters an address of the web counts, where not as many as it has.
    pub url_counts: Option<usize>,
    /// Whether of `@somebody@server` only the first half counts.
    pub counts_local_part: bool,
    pub pictures_max: usize,
    /// Whether nothing can be shown there without a picture.
    pub needs_picture: bool,
    pub alt_max: usize,
    pub picture_bytes_max: usize,
    pub picture_pixels_max: u64,
    pub picture_side_max: u32,
    /// The narrowest and the widest picture, where the network cuts off what is beyond.
    pub picture_ratio: Option<(f64, f64)>,
}

/// What a server said about itself, as it lies in `channel.limits`; what it did not say is as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_max: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url_counts: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pictures_max: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt_max: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_bytes_max: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_pixels_max: Option<u64>,
}

impl Limits {
    /// Gives what a network takes, as far as is known without asking it; `CHECKED` tells since when.
    pub fn of(network: Network) -> Limits {
        let open = Limits {
            unit: Unit::Characters,
            text_max: 100_000,
            text_bytes_max: None,
            url_counts: None,
            counts_local_part: false,
            pictures_max: 20,
            needs_picture: false,
            alt_max: 5_000,
            picture_bytes_max: 8_000_000,
            picture_pixels_max: 33_177_600,
            picture_side_max: 2_560,
            picture_ratio: None,
        };
        match network {
            Network::Newsletter | Network::ByHand => open,
            Network::Fediverse => Limits { pictures_max: 16, alt_max: 1_500, ..open },
            Network::Mastodon => Limits {
                text_max: 500,
                url_counts: Some(23),
                counts_local_part: true,
                pictures_max: 4,
                alt_max: 1_500,
                ..open
            },
            Network::Bluesky => Limits {
                unit: Unit::Graphemes,
                text_max: 300,
                text_bytes_max: Some(3_000),
                pictures_max: 4,
                alt_max: 2_000,
                picture_bytes_max: 1_000_000,
                picture_side_max: 2_000,
                ..open
            },
            Network::Facebook => Limits {
                text_max: 63_206,
                pictures_max: 10,
                alt_max: 1_000,
                picture_bytes_max: 4_000_000,
                ..open
            },
            Network::Instagram => Limits {
                text_max: 2_200,
                pictures_max: 10,
                needs_picture: true,
                alt_max: 1_000,
                picture_side_max: 1_440,
                picture_ratio: Some((0.8, 1.91)),
                ..open
            },
        }
    }

    /// The same, with what the server itself said (`channel.limits`); a number that cannot be meant
    /// is passed over.
    pub fn told(network: Network, limits: &str) -> Limits {
        let told: Told = serde_json::from_str(limits).unwrap_or_default();
        let usual = Limits::of(network);
        let size = |said: Option<usize>, usual: usize, least: usize| match said {
            Some(said) if said >= least => said,
            _ => usual,
        };
        Limits {
            text_max: size(told.text_max, usual.text_max, 140),
            url_counts: usual
                .url_counts
                .map(|counts| size(told.url_counts.filter(|it| *it <= 100), counts, 1)),
            pictures_max: size(told.pictures_max, usual.pictures_max, 1),
            alt_max: size(told.alt_max, usual.alt_max, 100),
            picture_bytes_max: size(told.picture_bytes_max, usual.picture_bytes_max, 100_000).min(16_000_000),
            picture_pixels_max: told
                .picture_pixels_max
                .filter(|it| *it >= 250_000)
                .unwrap_or(usual.picture_pixels_max),
            ..usual
        }
    }

    /// Tells how long a text is there.
    pub fn count(&self, text: &str) -> usize {
        let mut count = 0;
        for word in split_at_blanks(text) {
            count += self.count_word(word);
        }
        count
    }

    /// Tells whether a text fits, in characters and in bytes.
    pub fn fits(&self, text: &str) -> bool {
        self.text_bytes_max.is_none_or(|most| text.len() <= most) && self.count(text) <= self.text_max
    }

    /// Counts a piece of a text without blanks, or blanks alone.
    fn count_word(&self, word: &str) -> usize {
        if self.url_counts.is_none() && !self.counts_local_part {
            return self.signs(word);
        }
        if let (Some(counts), Some(range)) = (self.url_counts, address_in(word)) {
            let url = &word[range.clone()];
            let whole = match is_public(url) {
                true => counts,
                false => self.signs(url).max(counts),
            };
            return self.signs(&word[..range.start]) + whole + self.count_word(&word[range.end..]);
        }
        match server_of_mention(word).filter(|_| self.counts_local_part) {
            Some(server) => self.signs(&word[..server.start]) + self.signs(&word[server.end..]),
            None => self.signs(word),
        }
    }

    fn signs(&self, text: &str) -> usize {
        match self.unit {
            Unit::Characters => text.chars().count(),
            Unit::Graphemes => text.graphemes(true).count(),
        }
    }
}

/// Splits a text into words and the blanks between them; put together again they are the text.
pub fn split_at_blanks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != blank).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Finds the first address of the web in a word, without the marks of the sentence around it.
pub fn address_in(word: &str) -> Option<Range<usize>> {
    let start = match (word.find("https://"), word.find("http://")) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    let whole = &word[start..];
    let end = whole.find(['<', '>', '"', '“', '”', '„', '«', '»', '…']).unwrap_or(whole.len());
    let mut url = &whole[..end];
    loop {
        let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        let shorter = match shorter.ends_with(')') && !shorter.contains('(') {
            true => &shorter[..shorter.len() - 1],
            false => shorter,
        };
        if shorter.len() == url.len() {
            break;
        }
        url = shorter;
    }
    (url.len() > "https://".len()).then_some(start..start + url.len())
}

/// Tells whether every server recognises an address as one: it names a domain with a plain ending.
fn is_public(url: &str) -> bool {
    let Ok(parsed) = Url::parse(url) else { return false };
    let ending = parsed.domain().and_then(|domain| domain.rsplit_once('.')).map(|(_, ending)| ending);
    url.len() <= SHORTENED_MAX
        && url.is_ascii()
        && ending.is_some_and(|it| {
            it.starts_with("xn--") || (it.len() >= 2 && it.bytes().all(|b| b.is_ascii_alphabetic()))
        })
}

/// Finds the second half of `@somebody@server`, its sign included.
fn server_of_mention(word: &str) -> Option<Range<usize>> {
    let at = word.find('@')?;
    if word[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '_')) {
        return None;
    }
    let name = &word[at + 1..];
    let name_end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')))?;
    let server = name[name_end..].strip_prefix('@').filter(|_| name_end > 0)?;
    let is_of_server = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let length = server.find(|c: char| !is_of_server(c)).unwrap_or(server.len());
    let length = server[..length].trim_end_matches(['.', '-']).len();
    let start = at + 1 + name_end;
    (length > 0).then_some(start..start + 1 + length)
}

#[cfg(test)]
#[path = "count_tests.rs"]
mod tests;
