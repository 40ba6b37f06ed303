//! Reading a list of hosts to block, as Mastodon writes them: one name a line, or a table whose first
//! column is the name.
use std::collections::BTreeSet;

/// How many lines of a list are read.
pub const MOST_LINES: usize = 20_000;

/// A host of a list, and why it stands there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    pub host: String,
    pub reason: String,
}

/// What a list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    pub listed: Vec<Listed>,
    /// Lines that are only to be limited there, not blocked: we have no such thing.
    pub milder: usize,
    /// Lines that are no host's name, word for word, as far as they are few.
    pub unread: Vec<String>,
}

/// Reads a list.
pub fn read(text: &str) -> Read {
    let mut read = Read::default();
    let mut known = BTreeSet::new();
    let mut columns: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines().take(MOST_LINES) {
        if line.trim().is_empty() {
            continue;
        }
        let fields = fields(line);
        let first = fields.first().map(|field| field.trim().to_lowercase()).unwrap_or_default();
        if first == "#domain" || first == "domain" {
            columns = fields.iter().map(|name| name.trim().trim_start_matches('#').to_lowercase()).collect();
            continue;
        }
        if first.starts_with('#') {
            continue;
        }
        let of = |name: &str| {
            let place = columns.iter().position(|column| column == name)?;
            fields.get(place).map(|field| field.trim().to_owned())
        };
        let severity = of("severity").unwrap_or_default();
        if matches!(severity.as_str(), "noop" | "silence") {
            read.milder += 1;
            continue;
        }
        match host(&first) {
            Some(host) if known.insert(host.clone()) => {
                read.listed.push(Listed { host, reason: of("public_comment").unwrap_or_default() });
            }
            Some(_) => {}
            None => read.unread.push(line.chars().take(100).collect()),
        }
    }
    read
}

/// Reads a host's name as people type it: with or without `https://`, `@` or a path.
pub fn host(typed: &str) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    let typed = typed.split_once("://").map_or(typed.as_str(), |(_, rest)| rest);
    let typed = typed.split(['/', '?', '#']).next().unwrap_or_default();
    let typed = typed.rsplit('@').next().unwrap_or_default();
    let typed = typed.split(':').next().unwrap_or_default().trim_end_matches('.');
    let url = url::Url::parse(&format!("https://{typed}/")).ok()?;
    let host = url.host_str()?.to_owned();
    let is_name = host.contains('.') && !typed.contains(['*', ' ', '%']) && host.len() <= 253;
    is_name.then_some(host)
}

/// Splits a line of a table at its commas, but not within quotation marks.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let last = fields.last_mut().expect("there is always one");
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                last.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' | ';' if !is_quoted => fields.push(String::new()),
            other => last.push(other),
        }
    }
    fields
}
