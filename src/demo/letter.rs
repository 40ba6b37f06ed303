//! A kept letter, as the demo shows it: its words, and its addresses as links.

/// A piece of a letter's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Link { href: String, shown: String },
}

/// Finds the addresses in a letter. Those of this installation become addresses within it, so that
/// they lead here whatever name the demo is reached by.
pub fn pieces(body: &str, installation: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = body;
    while let Some(start) = [rest.find("http://"), rest.find("https://")].into_iter().flatten().min() {
        let (words, from) = rest.split_at(start);
        let end =
            from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
        pieces.push(Piece::Link { href: within(address, installation), shown: address.to_owned() });
        rest = &from[address.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

fn within(address: &str, installation: &str) -> String {
    match address.strip_prefix(installation) {
        Some("") => "/".to_owned(),
        Some(path) if path.starts_with('/') => path.to_owned(),
        _ => address.to_owned(),
    }
}
