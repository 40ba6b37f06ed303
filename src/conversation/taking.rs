//! What is kept of something that came back: bounded, without characters that no database takes, and
//! of likes and shares nothing but a mark.
use sha2::{Digest, Sha256};
use url::Url;

use crate::channel::incoming::{Author, Incoming, Kind};

/// How long a text is kept, in characters.
pub const LONGEST_TEXT: usize = 10_000;
const LONGEST_NAME: usize = 200;
const LONGEST_ADDRESS: usize = 2_000;
/// What a network needs to answer; longer ones are none.
const LONGEST_HANDLE: usize = 20_000;

/// How many of one author are kept in an hour, and of one host; of a flood the rest is only counted.
pub const MOST_OF_AUTHOR: i64 = 20;
pub const MOST_OF_HOST: i64 = 200;

/// Something that came back, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub text: String,
    /// How many characters at the end are not kept.
    pub cut: i64,
    pub author: Author,
    /// The server it came from, where its network has several.
    pub host: String,
    pub remote_id: String,
    pub remote_url: String,
    pub in_reply_to: String,
    pub handle: String,
    pub language: String,
}

/// Takes from something that came back what is kept of it.
pub fn taken(it: &Incoming) -> Taken {
    let text = clean(&it.text);
    let (text, cut) = cut(text.trim(), LONGEST_TEXT);
    let line = |text: &str, most| cut_line(&clean(text), most);
    let handle = clean(&it.handle);
    Taken {
        text,
        cut,
        host: host_of(&it.author.id).or_else(|| host_of(&it.author.handle)).unwrap_or_default(),
        author: Author {
            id: identity(&it.author.id),
            name: line(&it.author.name, LONGEST_NAME),
            handle: line(&it.author.handle, LONGEST_NAME),
            url: line(&it.author.url, LONGEST_ADDRESS),
        },
        remote_id: identity(&it.remote_id),
        remote_url: line(&it.remote_url, LONGEST_ADDRESS),
        in_reply_to: it.in_reply_to.as_deref().map(identity).unwrap_or_default(),
        handle: if handle.len() > LONGEST_HANDLE { String::new() } else { handle },
        language: line(&it.language, 35),
    }
}

/// Gives an identity as it is kept and looked up: one that is too long is known by its mark, so that
/// two that begin alike stay two.
pub fn identity(id: &str) -> String {
    let id = clean(id);
    if id.chars().count() <= LONGEST_ADDRESS { id } else { mark(&id) }
}

/// The code of a kind, as it is kept.
pub fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Reply => "reply",
        Kind::Mention => "mention",
        Kind::Direct => "direct",
        Kind::Like => "like",
        Kind::Share => "share",
        Kind::Report => "report",
    }
}

/// Makes the mark by which something is recognised and nobody is.
pub fn mark(remote_id: &str) -> String {
    hex::encode(&Sha256::digest(remote_id.as_bytes())[..16])
}

/// Finds the server in an identity: `https://host/…`, `did:web:host`, or `@name@host`.
pub fn host_of(id: &str) -> Option<String> {
    if let Some(host) = id.strip_prefix("did:web:") {
        return host.split([':', '/']).next().map(str::to_lowercase).filter(|host| host.contains('.'));
    }
    if id.contains("://") {
        let url = Url::parse(id).ok()?;
        return url.host_str().map(|host| host.trim_end_matches('.').to_lowercase());
    }
    let (name, host) = id.trim_start_matches('@').rsplit_once('@')?;
    let is_host = !name.is_empty() && host.contains('.') && !host.contains(['/', ' ']);
    is_host.then(|| host.to_lowercase())
}

/// Lists a host and everything it belongs to: blocking `example` blocks `a.b.example` too.
pub fn host_and_above(host: &str) -> Vec<&str> {
    let starts = std::iter::once(0).chain(host.match_indices('.').map(|(at, _)| at + 1));
    let mut all: Vec<&str> = starts.map(|at| &host[at..]).filter(|part| !part.is_empty()).collect();
    // A name has at most 127 labels; what is that long is looked up by its end.
    let surplus = all.len().saturating_sub(8);
    all.drain(..surplus);
    if surplus > 0 {
        all.insert(0, host);
    }
    all
}

/// Drops what no text needs: control characters beside line breaks and tabs (PostgreSQL takes no
/// zero character at all).
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn cut(text: &str, most: usize) -> (String, i64) {
    match text.char_indices().nth(most) {
        None => (text.to_owned(), 0),
        Some((at, _)) => {
            let lost = text[at..].chars().count();
            (text[..at].to_owned(), i64::try_from(lost).unwrap_or(i64::MAX))
        }
    }
}

fn cut_line(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&line, most).0
}

#[cfg(test)]
#[path = "taking_tests.rs"]
mod tests;
