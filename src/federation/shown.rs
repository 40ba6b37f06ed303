//! How a post reads where it arrives: the words of our HTML as Mastodon shows them.
use super::content;
use super::speaking::{Voice, voice};
use crate::base::sentence::Sentence;
use crate::channel::Channel;
use crate::channel::part::{Composed, Part};
use crate::channel::piece::Piece;

/// How many pictures Mastodon shows below a post; others show all.
const PICTURES_SHOWN: usize = 4;
/// How much of a text Mastodon shows before "read more", in characters.
const SHOWN_AT_ONCE: usize = 500;

/// Composes a piece for the preview. Nothing is cut in the Fediverse; what is long is folded up.
pub fn compose(channel: &Channel, piece: &Piece) -> Composed {
    let names_houses = voice(&channel.settings) == Voice::Verbund || piece.houses.len() > 1;
    let text = words(&content::html(piece, names_houses));
    let mut losses = Vec::new();
    if piece.pictures.len() > PICTURES_SHOWN {
        losses.push(Sentence::new("federation-out-pictures").with("n", PICTURES_SHOWN));
    }
    let counted = text.chars().count();
    if counted > SHOWN_AT_ONCE {
        losses.push(Sentence::new("federation-out-folded").with("n", SHOWN_AT_ONCE));
    }
    let part = Part {
        text,
        pictures: (0..piece.pictures.len()).collect(),
        card: None,
        counted,
        // What the longest text that can be written needs, with room for all that is added.
        most: crate::post::writing::content::BODY_MAX * 2,
    };
    Composed { parts: vec![part], faults: Vec::new(), losses }
}

/// Gives the words of HTML that we have written ourselves.
pub fn words(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at].replace('\n', ""));
        let Some(end) = rest[at..].find('>') else { break };
        let tag = rest[at + 1..at + end].split_whitespace().next().unwrap_or_default();
        match tag.trim_end_matches('/') {
            "br" => out.push('\n'),
            "li" => out.push_str("• "),
            "/li" => out.push('\n'),
            "/p" | "/ul" | "/ol" | "/blockquote" | "/h3" | "/h4" | "hr" => out.push_str("\n\n"),
            _ => {}
        }
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    let mut lines: Vec<&str> = Vec::new();
    for line in out.lines().map(str::trim) {
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    let plain = lines.join("\n");
    let plain =
        plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", "\u{a0}");
    plain.replace("&#39;", "'").replace("&amp;", "&").trim().to_owned()
}
