//! The few lines of style that depend on the Verbund: its accent and the colours of its houses.
use base64::Engine;
use sha2::{Digest, Sha256};

use crate::base::colour::Pair;

/// A style sheet inside the page, with the hash by which the content security policy lets it in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    pub css: String,
    pub hash: String,
}

impl Style {
    /// Writes the colours of a Verbund and its houses, for light and for dark.
    pub fn new(accent: &Pair, houses: &[(String, Pair)]) -> Style {
        let mut light = format!(":root{{--accent:{};--accent-ink:{}}}", accent.light, accent.light_ink);
        let mut dark = format!(":root{{--accent:{};--accent-ink:{}}}", accent.dark, accent.dark_ink);
        for (class, pair) in houses {
            light.push_str(&format!(".{class}{{--c:{}}}", pair.light));
            dark.push_str(&format!(".{class}{{--c:{}}}", pair.dark));
        }
        let css = format!("{light}@media(prefers-color-scheme:dark){{{dark}}}");
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(css.as_bytes()));
        Style { css, hash: format!("sha256-{hash}") }
    }
}
