//! The public face of a Verbund: what strangers read, subscribe to and find.
//!
//! Only what was signed off and is due appears here (see [`store`]), always with the houses it is
//! from and never with a person's name. Every page says until when it stays true.
pub mod address;
pub mod entry;
pub mod feed;
pub mod list;
pub mod map;
pub mod open;
pub mod picture;
pub mod schema;
pub mod store;
pub mod teaser;
pub mod web;
pub mod web_about;
pub mod web_archive;
pub mod web_barrier;
pub mod web_directory;
pub mod web_feed;
pub mod web_house;
pub mod web_legal;
pub mod web_post;
pub mod web_sitemap;
pub mod web_topic;
pub mod web_visit;

/// Names the text that says what kind of house one is.
pub fn kind_key(kind: &str) -> &'static str {
    match kind {
        "library" => "site-kind-library",
        "museum" => "site-kind-museum",
        "archive" => "site-kind-archive",
        _ => "site-kind-other",
    }
}

#[cfg(test)]
mod tests;
