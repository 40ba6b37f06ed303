//! The small Markdown in which posts are written, shown as safe HTML or as plain words.
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, Url, UrlRelative};
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, Node, NodeList, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use super::typed::for_markdown;

/// Every element that can come out of a text.
pub const TAGS: [&str; 15] =
    ["p", "br", "strong", "em", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "a"];
/// Lists and quotes nest this deep; what is deeper is shown at this depth. Nobody writes deeper
/// on purpose, and whoever tries it wants to see a machine on its knees.
const DEPTH_MAX: usize = 8;

/// Shows a text as HTML. `heading` is the level of its larger headings (the smaller ones are one
/// below), so that they fit under the heading of the page: 3 on a page of its own.
///
/// Safe to put into a page as it is: built from the tree of known pieces, then passed through a
/// second filter that knows nothing of the first.
pub fn html(body: &str, heading: u8) -> String {
    let arena = Arena::new();
    let root = parse(&arena, body);
    set_headings(root, heading.clamp(2, 5));
    let mut html = String::with_capacity(body.len() * 2);
    format_html(root, &options(), &mut html).expect("writing into memory");
    FILTER.clean(&html).to_string()
}

/// Gives the words alone: paragraphs with an empty line between them, list items with a bullet
/// or their number, links by their label.
pub fn plain_text(body: &str) -> String {
    words(body, false)
}

/// Gives the words alone with the address behind each label, for places that know no links:
/// "das Programm (https://borken.example/programm)".
pub fn written_out(body: &str) -> String {
    words(body, true)
}

fn words(body: &str, writes_addresses: bool) -> String {
    let arena = Arena::new();
    let mut out = String::with_capacity(body.len());
    for edge in parse(&arena, body).traverse() {
        let node = match edge {
            NodeEdge::Start(node) => node,
            NodeEdge::End(node) => {
                if writes_addresses {
                    out.push_str(&address_behind(node, &out));
                }
                continue;
            }
        };
        match &node.data().value {
            NodeValue::Text(words) => out.push_str(words),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push('\n'),
            NodeValue::Item(item) => {
                let first = node.previous_sibling().is_none();
                start_block(&mut out, if first { 2 } else { 1 });
                out.push_str(&bullet(node, item));
            }
            NodeValue::Paragraph | NodeValue::Heading(_) if !starts_an_item(node) => start_block(&mut out, 2),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Gives the address of a link whose label does not show it, in brackets.
fn address_behind(node: Node<'_>, before: &str) -> String {
    let NodeValue::Link(link) = &node.data().value else { return String::new() };
    let shown = link.url.trim_start_matches("mailto:").trim_start_matches("tel:");
    let bare = shown.split_once("://").map_or(shown, |(_, rest)| rest).trim_end_matches('/');
    match before.trim_end_matches('/').ends_with(bare) {
        true => String::new(),
        false => format!(" ({shown})"),
    }
}

/// Gives the beginning of a text in at most so many characters, on one line: up to the end of a
/// sentence where that keeps enough, else up to a word, with "…".
pub fn excerpt(body: &str, chars: usize) -> String {
    let words = plain_text(body).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(chars) else { return words };
    let fits = &words[..end];
    if let Some(sentence) = last_sentence_end(&words, end).filter(|at| *at * 2 >= fits.len()) {
        return words[..sentence].to_owned();
    }
    // Two characters for the blank that must not break and the dots.
    let Some((end, _)) = fits.char_indices().nth(chars.saturating_sub(2)) else { return String::new() };
    let kept = if words[end..].starts_with(' ') { end } else { words[..end].rfind(' ').unwrap_or(0) };
    match &words[..kept] {
        // A single word longer than the space there is: an address, mostly.
        "" => format!("{}…", &words[..end]),
        whole => format!("{}\u{a0}…", whole.trim_end_matches([',', ';', ':', '–', '-', ' '])),
    }
}

static FILTER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut filter = Builder::empty();
    filter
        .tags(HashSet::from(TAGS))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener"));
    filter
});

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.parse.ignore_setext = true;
    options.render.hardbreaks = true;
    options.render.escape = true;
    options
}

/// Reads a text into a tree that holds only pieces we show.
fn parse<'a>(arena: &'a Arena<'a>, body: &str) -> Node<'a> {
    let root = parse_document(arena, &for_markdown(body), &options());
    let mut depth = 0_usize;
    let mut nodes = Vec::new();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                nodes.push((node, depth));
                depth += usize::from(nests(node));
            }
            NodeEdge::End(node) => depth -= usize::from(nests(node)),
        }
    }
    for (node, depth) in nodes {
        if depth >= DEPTH_MAX && nests(node) {
            unwrap(node);
        } else {
            make_known(arena, node);
        }
    }
    root
}

fn nests(node: Node<'_>) -> bool {
    use NodeValue::{BlockQuote, Emph, Item, List, Strong};
    matches!(node.data().value, BlockQuote | List(_) | Item(_) | Emph | Strong)
}

/// Turns a piece that we do not show into its words.
fn make_known<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let value = node.data().value.clone();
    let words = match value {
        NodeValue::Link(mut link) => {
            let Some(url) = destination(&link.url) else { return unwrap(node) };
            free_trailing_marks(arena, node, &link.url);
            link.url = destination(link.url.trim_end_matches(is_closing)).unwrap_or(url);
            link.title.clear();
            node.data_mut().value = NodeValue::Link(link);
            return;
        }
        NodeValue::Image(_) => return unwrap(node),
        NodeValue::Code(code) => code.literal,
        NodeValue::HtmlInline(words) => words,
        NodeValue::CodeBlock(code) => return make_paragraph(arena, node, &code.literal),
        NodeValue::HtmlBlock(html) => return make_paragraph(arena, node, &html.literal),
        _ => return,
    };
    node.data_mut().value = NodeValue::Text(words.into());
}

fn make_paragraph<'a>(arena: &'a Arena<'a>, node: Node<'a>, words: &str) {
    node.data_mut().value = NodeValue::Paragraph;
    for (at, line) in words.trim_end().lines().enumerate() {
        if at > 0 {
            node.append(arena.alloc(NodeValue::LineBreak.into()));
        }
        node.append(arena.alloc(NodeValue::Text(line.trim().to_owned().into()).into()));
    }
}

/// Takes a piece away and leaves what is in it.
fn unwrap(node: Node<'_>) {
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}

fn set_headings(root: Node<'_>, base: u8) {
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = base + u8::from(heading.level > 2);
        }
    }
}

/// Gives the address to which a link may lead: the web, a mailbox or a telephone. People leave
/// out "https://" and "mailto:"; anything else is not a link.
fn destination(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if typed.contains(':') {
        typed.to_owned()
    } else if typed.contains('@') && !typed.contains('/') {
        format!("mailto:{typed}")
    } else if typed.split('/').next().is_some_and(|host| host.trim_matches('.').contains('.')) {
        format!("https://{typed}")
    } else {
        return None;
    };
    let url = Url::parse(&whole).ok()?;
    let shows_where_it_leads = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https" | "mailto" | "tel") && shows_where_it_leads)
        .then(|| url.as_str().to_owned())
}

/// Gives a bare address its closing marks back to the sentence: „https://borken.example“.
fn free_trailing_marks<'a>(arena: &'a Arena<'a>, node: Node<'a>, url: &str) {
    let Some(only) = node.first_child().filter(|child| child.next_sibling().is_none()) else { return };
    let NodeValue::Text(shown) = only.data().value.clone() else { return };
    let kept = shown.trim_end_matches(is_closing).len();
    if kept == shown.len() || !url.ends_with(shown.as_ref()) {
        return;
    }
    node.insert_after(arena.alloc(NodeValue::Text(shown[kept..].to_owned().into()).into()));
    only.data_mut().value = NodeValue::Text(shown[..kept].to_owned().into());
}

fn is_closing(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '»' | '«' | '›' | '‹' | '…' | '–' | '—' | '>' | '.' | ',')
}

fn start_block(out: &mut String, newlines: usize) {
    let there = out.bytes().rev().take_while(|byte| *byte == b'\n').count();
    if !out.is_empty() {
        out.extend(std::iter::repeat_n('\n', newlines.saturating_sub(there)));
    }
}

fn bullet(node: Node<'_>, item: &NodeList) -> String {
    match item.list_type {
        ListType::Bullet => "• ".to_owned(),
        ListType::Ordered => {
            let first = node.parent().map_or(1, |list| match &list.data().value {
                NodeValue::List(list) => list.start,
                _ => 1,
            });
            format!("{}. ", first + node.preceding_siblings().count() - 1)
        }
    }
}

fn starts_an_item(node: Node<'_>) -> bool {
    node.previous_sibling().is_none()
        && node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Item(_)))
}

/// Finds where the last whole sentence before a place ends. A point after a number or a short
/// word ("3. Oktober", "Dr. Anna", "z. B.") is not taken for one.
pub fn last_sentence_end(words: &str, before: usize) -> Option<usize> {
    let ends = words.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…'));
    ends.filter_map(|(at, c)| {
        let marks = words[at..]
            .find(|c: char| !matches!(c, '.' | '!' | '?' | '…' | '“' | '”' | '«' | '»' | '‘' | ')' | '"'));
        let end = at + marks.unwrap_or(words.len() - at);
        let last = words[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let abbreviation = c == '.'
            && (last.chars().count() < 4 || last.starts_with(|c: char| c.is_ascii_digit()) || last == "Prof");
        let followed_by_blank = words[end..].starts_with([' ', '\n']) || end == words.len();
        (end <= before && followed_by_blank && !abbreviation).then_some(end)
    })
    .next_back()
}
