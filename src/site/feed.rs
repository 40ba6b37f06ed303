//! Feeds in three formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Their ids are made of the
//! ids of posts, so that no reader sees anything twice when a Verbund changes name or address.
use jiff::tz::TimeZone;
use serde_json::json;

use crate::base::clock::Instant;

/// A feed, whatever the format.
#[derive(Debug, Clone)]
pub struct Feed {
    /// The id of what it is the feed of: a Verbund, a house, a topic.
    pub id: String,
    pub title: String,
    pub subtitle: String,
    /// The page that shows the same.
    pub home: String,
    /// Its own address without the ending `atom`, `rss` or `json`.
    pub own: String,
    pub lang: String,
    pub updated: Instant,
    /// Whether nothing will ever be added, because the Verbund has ended.
    pub has_ended: bool,
    pub items: Vec<Item>,
}

/// A post in a feed.
#[derive(Debug, Clone)]
pub struct Item {
    pub id: String,
    pub title: String,
    pub href: String,
    pub lang: String,
    pub html: String,
    pub summary: String,
    pub published: Instant,
    pub updated: Instant,
    /// The houses it is from, with their pages.
    pub authors: Vec<(String, String)>,
    pub topic: Option<String>,
    pub image: Option<String>,
}

fn urn(id: &str) -> String {
    format!("urn:uuid:{id}")
}

fn stamp(at: Instant) -> String {
    at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn rfc822(at: Instant) -> String {
    at.zoned(&TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()
}

/// Makes words safe inside XML, and takes out what XML does not allow at all.
pub fn xml(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn tag(name: &str, words: &str) -> String {
    format!("<{name}>{}</{name}>\n", xml(words))
}

/// Writes the feed as Atom.
pub fn atom(feed: &Feed) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        xml(&feed.lang)
    );
    out += &tag("id", &urn(&feed.id));
    out += &tag("title", &feed.title);
    if !feed.subtitle.is_empty() {
        out += &tag("subtitle", &feed.subtitle);
    }
    out += &tag("updated", &stamp(feed.updated));
    out += &format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&feed.home));
    out += &format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}.atom\"/>\n", xml(&feed.own));
    out += "<generator>Verbund</generator>\n";
    out += &format!("<author>{}{}</author>\n", tag("name", &feed.title), tag("uri", &feed.home));
    feed.items.iter().for_each(|item| out += &atom_entry(item));
    out + "</feed>\n"
}

fn atom_entry(item: &Item) -> String {
    let mut out = format!("<entry xml:lang=\"{}\">\n", xml(&item.lang));
    out += &tag("id", &urn(&item.id));
    out += &tag("title", &item.title);
    out += &format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&item.href));
    out += &tag("published", &stamp(item.published));
    out += &tag("updated", &stamp(item.updated));
    for (name, href) in &item.authors {
        out += &format!("<author>{}{}</author>\n", tag("name", name), tag("uri", href));
    }
    if let Some(topic) = &item.topic {
        out += &format!("<category term=\"{}\"/>\n", xml(topic));
    }
    out += &tag("summary", &item.summary);
    out += &format!("<content type=\"html\">{}</content>\n</entry>\n", xml(&item.html));
    out
}

/// Writes the feed as RSS; the houses stand in `dc:creator`, because RSS itself wants mailboxes.
pub fn rss(feed: &Feed) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel>\n",
    );
    out += &tag("title", &feed.title);
    out += &tag("link", &feed.home);
    out += &tag("description", if feed.subtitle.is_empty() { &feed.title } else { &feed.subtitle });
    out += &tag("language", &feed.lang);
    out += &tag("lastBuildDate", &rfc822(feed.updated));
    out +=
        &format!("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}.rss\"/>\n", xml(&feed.own));
    feed.items.iter().for_each(|item| out += &rss_item(item));
    out + "</channel>\n</rss>\n"
}

fn rss_item(item: &Item) -> String {
    let mut out = String::from("<item>\n");
    out += &tag("title", &item.title);
    out += &tag("link", &item.href);
    out += &format!("<guid isPermaLink=\"false\">{}</guid>\n", xml(&urn(&item.id)));
    out += &tag("pubDate", &rfc822(item.published));
    item.authors.iter().for_each(|(name, _)| out += &tag("dc:creator", name));
    if let Some(topic) = &item.topic {
        out += &tag("category", topic);
    }
    out += &tag("description", &item.summary);
    out += &tag("content:encoded", &item.html);
    out + "</item>\n"
}

/// Writes the feed as JSON Feed.
pub fn json(feed: &Feed) -> String {
    let items = feed.items.iter().map(|item| {
        let authors = item.authors.iter().map(|(name, href)| json!({ "name": name, "url": href }));
        let mut value = json!({
            "id": urn(&item.id), "url": item.href, "title": item.title, "language": item.lang,
            "content_html": item.html, "summary": item.summary,
            "date_published": stamp(item.published), "date_modified": stamp(item.updated),
            "authors": authors.collect::<Vec<_>>(),
        });
        if let Some(topic) = &item.topic {
            value["tags"] = json!([topic]);
        }
        if let Some(image) = &item.image {
            value["image"] = json!(image);
        }
        value
    });
    let mut value = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": feed.title, "description": feed.subtitle,
        "home_page_url": feed.home, "feed_url": format!("{}.json", feed.own), "language": feed.lang,
        "items": items.collect::<Vec<_>>(),
    });
    if feed.has_ended {
        value["expired"] = json!(true);
    }
    value.to_string()
}
