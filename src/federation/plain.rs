//! The words of a stranger's HTML: paragraphs, line ends, and links written out. The HTML goes through
//! the filter first, so that what is read here is well-formed and of few kinds.
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

/// The longest HTML that is read, and the longest text that comes of it, in bytes.
const LONGEST_HTML: usize = 100_000;
const LONGEST_TEXT: usize = 20_000;

static FILTER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut filter = Builder::empty();
    filter
        .tags(HashSet::from(["p", "br", "a", "li", "blockquote", "div", "h1", "h2", "h3", "h4", "pre"]))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .tag_attributes([("a", HashSet::from(["href"]))].into())
        .url_schemes(HashSet::from(["http", "https"]))
        .link_rel(None);
    filter
});

/// Gives the words of HTML.
pub fn text(html: &str) -> String {
    let clean = FILTER.clean(cut(html, LONGEST_HTML)).to_string();
    let mut out = String::with_capacity(clean.len());
    let mut link: Option<(String, usize)> = None;
    let mut rest = clean.as_str();
    while let Some(at) = rest.find('<') {
        unescape(&rest[..at], &mut out);
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        match tag.split(' ').next().unwrap_or_default() {
            "a" => link = href(tag).map(|href| (href, out.len())),
            "/a" => {
                if let Some((href, begin)) = link.take() {
                    write_link(&mut out, begin, &href);
                }
            }
            "br" => out.push('\n'),
            "li" => {
                start_line(&mut out, 1);
                out.push_str("• ");
            }
            name if !name.starts_with('/') || name != "/li" => start_line(&mut out, 2),
            _ => {}
        }
        if out.len() > LONGEST_TEXT {
            break;
        }
    }
    if out.len() <= LONGEST_TEXT {
        unescape(rest.split('<').next().unwrap_or_default(), &mut out);
    }
    cut(out.trim(), LONGEST_TEXT).to_owned()
}

/// Writes an address behind the words of its link, unless they say it or name somebody or a topic.
fn write_link(out: &mut String, begin: usize, href: &str) {
    let Some(label) = out.get(begin..) else { return };
    let label = label.trim();
    let is_name = label.starts_with('@') || label.starts_with('#');
    let bare = |text: &str| text.trim_end_matches('/').replace("https://", "").replace("http://", "");
    if is_name || bare(label) == bare(href) || bare(href).starts_with(&format!("www.{}", bare(label))) {
        return;
    }
    if label.is_empty() {
        return out.push_str(href);
    }
    out.truncate(out.trim_end().len());
    *out += &format!(" ({href})");
}

fn href(tag: &str) -> Option<String> {
    let (_, rest) = tag.split_once("href=\"")?;
    let (value, _) = rest.split_once('"')?;
    let mut href = String::new();
    unescape(value, &mut href);
    (href.len() < 2_000).then_some(href)
}

fn start_line(out: &mut String, newlines: usize) {
    let there = out.bytes().rev().take_while(|byte| *byte == b'\n').count();
    if !out.is_empty() {
        out.extend(std::iter::repeat_n('\n', newlines.saturating_sub(there)));
    }
}

/// Writes the characters for which the filter writes names; it writes no others.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let names = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", '\u{a0}')];
        match names.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, c)) => {
                out.push(*c);
                rest = &rest[name.len()..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
}

/// Cuts a text after so many bytes, at the end of a character.
pub fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
