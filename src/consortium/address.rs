//! The addresses of a Verbund: its slug on the installation, and a domain of its own.
use crate::base::sentence::Sentence;

/// Words that no Verbund can have as its address, because the installation needs them now or may
/// soon: a slug stands where these stand.
pub const RESERVED: [&str; 55] = [
    "about",
    "admin",
    "ap",
    "api",
    "archiv",
    "assets",
    "atom",
    "barriere-melden",
    "bild",
    "code",
    "confirm",
    "connect",
    "datenschutz",
    "de",
    "demo",
    "desk",
    "embed",
    "en",
    "favicon",
    "feed",
    "frage",
    "health",
    "help",
    "hilfe",
    "hooks",
    "impressum",
    "inbox",
    "index",
    "invite",
    "join",
    "konto",
    "login",
    "logout",
    "mail",
    "manifest",
    "me",
    "media",
    "mitmachen",
    "netiquette",
    "newsletter",
    "nodeinfo",
    "oauth",
    "operate",
    "robots",
    "search",
    "sign-in",
    "sign-out",
    "sitemap",
    "static",
    "suche",
    "users",
    "verband",
    "verbuende",
    "verbund",
    "www",
];

/// The shortest and the longest slug.
const SLUG_LENGTHS: std::ops::RangeInclusive<usize> = 2..=40;

/// Reads a slug as somebody typed it; case and spaces around it are put right silently.
pub fn read_slug(typed: &str) -> Result<String, Sentence> {
    let slug = typed.trim().trim_matches('/').to_lowercase();
    if !SLUG_LENGTHS.contains(&slug.chars().count()) {
        return Err(Sentence::new("consortium-slug-length").with("n", *SLUG_LENGTHS.end()));
    }
    let plain = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !plain || slug.starts_with('-') || slug.ends_with('-') || slug.contains("--") {
        return Err(Sentence::new("consortium-slug-shape").with("suggestion", slugged(&slug)));
    }
    if RESERVED.contains(&slug.as_str()) {
        return Err(Sentence::new("consortium-slug-reserved").with("slug", slug));
    }
    Ok(slug)
}

/// Makes a slug of a name: "Schloß Raesfeld" becomes "schloss-raesfeld".
pub fn slugged(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'é' | 'è' | 'ê' => slug.push('e'),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    let short: String = slug.chars().take(*SLUG_LENGTHS.end()).collect();
    match short.trim_matches('-') {
        "" => "seite".to_owned(),
        slug => slug.to_owned(),
    }
}

/// Reads a domain as somebody typed or pasted it; empty means that there is none.
///
/// `installation` is the installation's own host: it leads to all Verbünde and can belong to none.
pub fn read_domain(typed: &str, installation: &str) -> Result<Option<String>, Sentence> {
    let text = typed.trim().to_lowercase();
    let host = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = host.trim_end_matches(['/', '.']);
    if host.is_empty() {
        return Ok(None);
    }
    if !host.is_ascii() {
        return Err(Sentence::new("consortium-domain-umlaut").with("value", host));
    }
    let bare = installation.split(':').next().unwrap_or_default();
    if host == bare {
        return Err(Sentence::new("consortium-domain-installation").with("value", host));
    }
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    let named = top.len() >= 2 && top.bytes().any(|b| b.is_ascii_alphabetic());
    if host.len() > 253 || !host.contains('.') || !named || !host.split('.').all(label) {
        return Err(Sentence::new("consortium-domain-shape").with("value", host));
    }
    Ok(Some(host.to_owned()))
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
