//! A post's text as letters have it: HTML that needs no style of its own, and real words for those
//! who read mail as text, with every link written out.
use crate::post::writing::markdown;

/// How long a line of the text part is, in characters, where words allow it.
const LINE: usize = 72;

/// Shows a text in the HTML part, below a heading of the second level.
pub fn html(body: &str) -> String {
    markdown::html(body, 3)
}

/// Shows a text in the text part. It is read from the same safe HTML, so that both parts say the
/// same.
pub fn text(body: &str) -> String {
    let html = markdown::html(body, 3);
    let mut out = Writer::default();
    let mut rest = html.as_str();
    while let Some((words, tail)) = rest.split_once('<') {
        out.words(words);
        let Some((tag, tail)) = tail.split_once('>') else { break };
        out.tag(tag);
        rest = tail;
    }
    out.words(rest);
    wrapped(out.text.trim())
}

/// Breaks lines between words; an address is never broken.
pub fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.lines() {
        let indent: String = line.chars().take_while(|c| *c == ' ' || *c == '>').collect();
        let indent_len = indent.chars().count();
        let (mut length, mut is_first) = (indent_len, true);
        out.push_str(&indent);
        for word in line[indent.len()..].split(' ').filter(|word| !word.is_empty()) {
            let long = word.chars().count();
            if !is_first && length + 1 + long > LINE {
                out.push('\n');
                out.push_str(&indent);
                length = indent_len;
            } else if !is_first {
                out.push(' ');
                length += 1;
            }
            out.push_str(word);
            length += long;
            is_first = false;
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// Leaves at most two empty lines after each other.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty <= 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

/// Writes words and marks of a text, piece by piece.
#[derive(Default)]
struct Writer {
    text: String,
    /// The addresses of the links that are open, and where their words began.
    links: Vec<(String, usize)>,
    /// The lists that are open: the next number, or none for points.
    lists: Vec<Option<u32>>,
    quotes: usize,
}

impl Writer {
    fn words(&mut self, words: &str) {
        let words = unescaped(&words.replace('\n', " "));
        let words = if self.text.is_empty() || self.text.ends_with(['\n', ' ']) {
            words.trim_start()
        } else {
            &words
        };
        self.text.push_str(words);
    }

    fn tag(&mut self, tag: &str) {
        let (name, more) = tag.split_once(' ').unwrap_or((tag, ""));
        match name {
            "p" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.is_after_a_point() => self.block(2),
            "/h2" | "/h3" | "/h4" | "/h5" | "/h6" => self.block(2),
            "br" | "br/" => self.block(1),
            "hr" => {
                self.block(2);
                self.text.push_str("* * *");
                self.block(2);
            }
            "blockquote" => {
                self.block(2);
                self.quotes += 1;
                self.text.push_str("> ");
            }
            "/blockquote" => {
                self.quotes = self.quotes.saturating_sub(1);
                self.block(2);
            }
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(attribute(more, "start").and_then(|n| n.parse().ok()).unwrap_or(1))),
            "/ul" | "/ol" => {
                self.lists.pop();
                self.block(2);
            }
            "li" => self.point(),
            "a" => self.links.push((attribute(more, "href").unwrap_or_default(), self.text.len())),
            "/a" => self.link(),
            _ => {}
        }
    }

    fn point(&mut self) {
        self.block(1);
        self.text.push_str(&"  ".repeat(self.lists.len().saturating_sub(1)));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.text.push_str("- "),
        }
    }

    fn is_after_a_point(&self) -> bool {
        self.text.ends_with("- ") || self.text.ends_with(". ") || self.text.ends_with("> ")
    }

    /// Writes where a link leads behind its words, unless they say so themselves.
    fn link(&mut self) {
        let Some((href, from)) = self.links.pop() else { return };
        let shown = self.text[from.min(self.text.len())..].trim();
        let bare = href.trim_start_matches("mailto:").trim_start_matches("tel:");
        let says_it =
            shown == bare || shown == href || href.trim_end_matches('/').ends_with(&format!("://{shown}"));
        if !says_it {
            self.text.push_str(&format!(" ({bare})"));
        }
    }

    fn block(&mut self, newlines: usize) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        let there = self.text.bytes().rev().take_while(|byte| *byte == b'\n').count();
        if !self.text.is_empty() {
            self.text.extend(std::iter::repeat_n('\n', newlines.saturating_sub(there)));
        }
        if self.quotes > 0 && self.text.ends_with('\n') {
            self.text.push_str("> ");
        }
    }
}

fn attribute(more: &str, name: &str) -> Option<String> {
    let (_, rest) = more.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| unescaped(value))
}

/// Reads the few marks that safe HTML writes for letters.
fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&#39;", "'").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}
