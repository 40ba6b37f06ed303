//! The text of a post as the Fediverse shows it: HTML of few kinds, with everything that belongs to
//! the post, because many servers show nothing but the text.
use crate::base::text::Lang;
use crate::channel::piece::Piece;
use crate::post::writing::markdown;

/// Chooses the language of our own few words by that of the post.
pub fn words_in(language: &str) -> Lang {
    let code = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    Lang::from_code(&code).unwrap_or_default()
}

/// Writes the text: title, words, links, whose it is, who made the pictures, where it stands.
///
/// `names_houses` says whether the houses have to be named in the text, because the author that
/// servers show does not tell them all.
pub fn html(piece: &Piece, names_houses: bool) -> String {
    let w = words_in(&piece.language);
    let mut out = match &piece.wording {
        Some(words) => paragraphs(words),
        None => {
            format!("<p><strong>{}</strong></p>{}", escaped(&piece.title), markdown::html(&piece.body, 3))
        }
    };
    for link in piece.links.iter().filter(|link| link.leads_to_the_web()) {
        out += &format!("<p>{}</p>", anchor(&link.url, &link.shown()));
    }
    if names_houses && !piece.houses.is_empty() {
        let houses = piece.houses.iter().map(|house| anchor(&house.url, &house.name));
        let houses = houses.collect::<Vec<_>>().join(", ");
        let said = w.words("federation-byline", &[("houses", "\u{1}")]);
        out += &format!("<p>{}</p>", escaped(&said).replace('\u{1}', &houses));
    }
    let credits: Vec<&str> =
        piece.pictures.iter().map(|it| it.credit.as_str()).filter(|it| !it.is_empty()).collect();
    if !credits.is_empty() {
        let mut once: Vec<&str> = Vec::new();
        credits.into_iter().for_each(|credit| {
            if !once.contains(&credit) {
                once.push(credit)
            }
        });
        let said = w.words("federation-pictures", &[("credit", &once.join("; "))]);
        out += &format!("<p>{}</p>", escaped(&said));
    }
    if let Some(tag) = hashtag(piece) {
        out += &format!(
            "<p><a href=\"{}\" class=\"mention hashtag\" rel=\"tag\">#<span>{tag}</span></a></p>",
            escaped(&piece.url)
        );
    }
    out + &format!("<p>{}</p>", anchor(&piece.url, &piece.url))
}

/// Makes a hashtag of the topic's name: every word begins large, nothing but letters and digits.
/// Programs that read aloud then read words.
pub fn hashtag(piece: &Piece) -> Option<String> {
    let topic = piece.topic.as_deref()?;
    let mut tag = String::new();
    let mut is_new = true;
    for c in topic.chars().take(80) {
        if !c.is_alphanumeric() {
            is_new = true;
        } else if is_new {
            tag.extend(c.to_uppercase());
            is_new = false;
        } else {
            tag.push(c);
        }
    }
    // A tag of digits alone is none.
    tag.chars().any(char::is_alphabetic).then_some(tag)
}

fn paragraphs(words: &str) -> String {
    let blocks = words.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(|block| format!("<p>{}</p>", escaped(block).replace('\n', "<br>"))).collect()
}

fn anchor(url: &str, label: &str) -> String {
    format!("<a href=\"{}\" rel=\"noopener\">{}</a>", escaped(url), escaped(label))
}

/// Writes words so that HTML takes them for words.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
