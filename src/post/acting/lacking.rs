//! What a text still lacks before it can be shown, said where somebody can mend it.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, FieldError, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::ConsortiumId;
use crate::media::store as media_store;
use crate::post::writing::content::Content;

/// One thing that stands between a text and its proposal.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Lack {
    /// In a word, for the line beside the button.
    pub short: String,
    /// In a sentence, for the page of the post.
    pub why: String,
    /// The id of the field in the editor where it is mended.
    pub place: String,
}

/// Names everything that keeps a text and its pictures from being shown at an instant, with the
/// field of the editor that mends it.
pub async fn obstacles(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    content: &Content,
    at: Instant,
) -> Result<Vec<FieldError>> {
    let mut found = content.problems_before_proposal();
    for (id, lacks) in media_store::obstacles_of(conn, consortium, &content.pictures, at).await? {
        let n = content.pictures.iter().position(|picture| *picture == id).map_or(1, |place| place + 1);
        let name = match media_store::of_consortium(conn, consortium, &id).await {
            Ok(picture) if !picture.file_name.is_empty() => picture.file_name,
            Ok(_) | Err(Error::NotFound) => "none".into(),
            Err(other) => return Err(other),
        };
        found.extend(lacks.into_iter().map(|why| {
            let why = Sentence::new("post-picture-lacks").with("n", n).with("name", &name).with("why", why);
            FieldError { field: "pictures", why }
        }));
    }
    Ok(found)
}

/// Says the same to people: each thing once, those of a picture at that picture.
pub async fn lacks(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    content: &Content,
    at: Instant,
    w: Lang,
) -> Result<Vec<Lack>> {
    let mut places: Vec<(String, FieldError)> = Vec::new();
    for fault in content.problems_before_proposal() {
        places.push((fault.field.to_owned(), fault));
    }
    for (id, whys) in media_store::obstacles_of(conn, consortium, &content.pictures, at).await? {
        let faults = whys.into_iter().map(|why| FieldError { field: "pictures", why });
        places.extend(faults.map(|fault| (format!("alt-{}", id.as_str()), fault)));
    }
    Ok(places
        .into_iter()
        .map(|(place, fault)| Lack {
            short: w.t(short(fault.field, &fault.why)),
            why: w.say(&fault.why),
            place,
        })
        .collect())
}

/// Gives the text that names a thing in a word.
fn short(field: &str, why: &Sentence) -> &'static str {
    match (field, why.key) {
        ("title", _) => "post-title",
        ("body", _) => "post-text",
        ("byline", _) => "member-house",
        ("language", _) => "post-language",
        ("links", _) => "post-links",
        (_, key) if key.starts_with("media-alt") => "post-lacks-description",
        (_, "media-licence-missing" | "media-credit-missing" | "media-source-missing") => "post-lacks-rights",
        (_, key) if key.contains("consent") => "post-lacks-consent",
        _ => "post-picture",
    }
}
