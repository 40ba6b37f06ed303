//! What a letter says: the same in HTML and in text. No picture is loaded from anywhere, so that
//! nobody learns who has read it, when and where.
use askama::Template;
use jiff::tz::TimeZone;

use super::issue::LastWords;
use super::{Rhythm, prose};
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::channel::piece::Piece;
use crate::post::writing::markdown;

/// How much of a post a collected letter shows, in characters.
const EXCERPT: usize = 420;

/// What all letters of a Verbund say alike.
#[derive(Debug, Clone)]
pub struct Head {
    pub name: String,
    pub claim: String,
    /// The language in which the Verbund itself writes.
    pub own_lang: &'static str,
    /// The whole address of its page, without a trailing slash.
    pub root: String,
    pub zone: TimeZone,
}

/// What only one person's letter says.
#[derive(Debug, Clone)]
pub struct Reader {
    pub lang: Lang,
    pub address: String,
    pub asked_at: Instant,
    /// Where they change it or end it, without signing in.
    pub manage: String,
}

/// A letter, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A post in a letter.
struct Item {
    title: String,
    lang: String,
    houses: Vec<(String, String)>,
    when: String,
    html: String,
    text: String,
    url: String,
    /// What is to be seen on its pictures.
    pictures: Vec<String>,
    is_whole: bool,
}

#[derive(Template)]
#[template(path = "newsletter/letter.html")]
struct Html<'a> {
    w: Lang,
    head: &'a Head,
    subject: &'a str,
    lead: &'a str,
    why: &'a str,
    manage: &'a str,
    items: &'a [Item],
}

#[derive(Template)]
#[template(path = "newsletter/letter.txt")]
struct Text<'a> {
    w: Lang,
    head: &'a Head,
    lead: &'a str,
    why: &'a str,
    manage: &'a str,
    items: &'a [Item],
}

/// Writes the last words of a Verbund that ends.
pub fn write_farewell(head: &Head, reader: &Reader, words: &LastWords, now: Instant) -> Result<Written> {
    let w = reader.lang;
    let subject = w.w("newsletter-farewell", "name", &head.name);
    let local = Local::new(&head.zone, w, now);
    let item = Item {
        title: head.name.clone(),
        lang: words.language.clone(),
        houses: Vec::new(),
        when: local.date(local.today()),
        html: prose::html(&words.text),
        text: prose::text(&words.text),
        url: words.url.clone(),
        pictures: Vec::new(),
        is_whole: true,
    };
    let lead = w.t("newsletter-lead-farewell");
    written(head, reader, (&subject, &lead), &[item], now)
}

/// Writes a letter with these posts, in their order.
pub fn write(
    head: &Head,
    reader: &Reader,
    rhythm: Rhythm,
    pieces: &[Piece],
    now: Instant,
) -> Result<Written> {
    let w = reader.lang;
    let local = Local::new(&head.zone, w, now);
    let items: Vec<Item> = pieces.iter().map(|piece| item(piece, &local, rhythm)).collect();
    let subject = subject(w, rhythm, &items);
    let lead = match rhythm {
        Rhythm::Each => w.t("newsletter-lead-each"),
        Rhythm::Digest => w.n("newsletter-lead-digest", items.len()),
    };
    written(head, reader, (&subject, &lead), &items, now)
}

/// Writes both parts of a letter.
fn written(
    head: &Head,
    reader: &Reader,
    (subject, lead): (&str, &str),
    items: &[Item],
    now: Instant,
) -> Result<Written> {
    let w = reader.lang;
    let local = Local::new(&head.zone, w, now);
    let asked = local.date_long(local.day(reader.asked_at));
    let why = Sentence::new("newsletter-why").with("address", &reader.address).with("date", asked);
    let why = w.say(&why.with("name", &head.name));
    let (why, manage) = (why.as_str(), reader.manage.as_str());
    let broken = |error: askama::Error| Error::Broken(error.into());
    let html = Html { w, head, subject, lead, why, manage, items }.render().map_err(broken)?;
    let text = Text { w, head, lead, why, manage, items }.render().map_err(broken)?;
    Ok(Written { text: prose::squeezed(&prose::wrapped(&text)) + "\n", html, subject: subject.to_owned() })
}

/// Says in one line what is new.
fn subject(w: Lang, rhythm: Rhythm, items: &[Item]) -> String {
    let first = items.first().map(|item| item.title.clone()).unwrap_or_default();
    if rhythm == Rhythm::Each || items.len() == 1 {
        return first;
    }
    w.say(&Sentence::new("newsletter-subject-digest").with("title", first).with("n", items.len() - 1))
}

/// Shows a post as the preview at the desk has it.
pub fn preview(piece: &Piece) -> String {
    let body = piece.wording.as_deref().unwrap_or(&piece.body);
    let houses: Vec<&str> = piece.houses.iter().map(|house| house.name.as_str()).collect();
    format!("{}\n{}\n\n{}\n\n{}", piece.title, houses.join(", "), prose::text(body), piece.url)
}

fn item(piece: &Piece, local: &Local<'_>, rhythm: Rhythm) -> Item {
    let body = piece.wording.as_deref().unwrap_or(&piece.body);
    let is_whole = rhythm == Rhythm::Each;
    let (html, text) = match is_whole {
        true => (prose::html(body), prose::text(body)),
        false => {
            let words = markdown::excerpt(body, EXCERPT);
            (format!("<p>{}</p>", escaped(&words)), prose::wrapped(&words))
        }
    };
    let said = |alt: &str| !alt.trim().is_empty();
    let pictures = piece.pictures.iter().filter(|picture| said(&picture.alt));
    Item {
        title: piece.title.clone(),
        lang: piece.language.clone(),
        houses: piece.houses.iter().map(|house| (house.name.clone(), house.url.clone())).collect(),
        when: local.date(local.day(piece.since)),
        html,
        text,
        url: piece.url.clone(),
        pictures: pictures.map(|picture| picture.alt.clone()).collect(),
        is_whole,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
