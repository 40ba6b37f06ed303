//! What one revision of a post says: title, text, pictures, links, whose it is.
use ammonia::Url;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::wording::{self, WORDING_MAX, Wording};
use crate::base::error::FieldError;
use crate::base::sentence::Sentence;
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::member::PersonId;
use crate::topic::{SeriesId, TopicId};

/// The longest title, in characters: what a line of a feed reader or a shared card still shows.
pub const TITLE_MAX: usize = 140;
/// The longest text, in characters.
pub const BODY_MAX: usize = 20_000;
/// How many links may stand below a text.
pub const LINKS_MAX: usize = 20;

/// Says everything that a revision says. Two revisions with the same content are the same text,
/// and an approval given to one holds for the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub title: String,
    /// Small Markdown, as [`super::markdown`] reads it.
    pub body: String,
    pub links: Vec<Link>,
    /// The houses whose post it is, in the order in which they are named.
    pub byline: Vec<InstitutionId>,
    pub authors: Vec<PersonId>,
    pub topic: Option<TopicId>,
    pub series: Option<SeriesId>,
    /// The language of the text as a BCP 47 code, "de" or "en-GB".
    pub language: String,
    /// The pictures in the order in which they are shown; the first one stands for the post.
    pub pictures: Vec<PictureId>,
    /// What is said otherwise in single channels. Left out where nothing is, so that texts from
    /// before there were channels keep their fingerprint.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<Wording>,
}

/// Points to a page elsewhere, below the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    pub label: String,
    pub url: String,
}

impl Default for Content {
    fn default() -> Self {
        Content {
            title: String::new(),
            body: String::new(),
            links: Vec::new(),
            byline: Vec::new(),
            authors: Vec::new(),
            topic: None,
            series: None,
            language: "de".to_owned(),
            pictures: Vec::new(),
            wordings: Vec::new(),
        }
    }
}

impl Content {
    /// Puts what a form sent into the shape in which it is kept: browsers send line ends of their
    /// own kind, pasted text brings invisible characters, and a database refuses some of them.
    /// Doing it twice changes nothing.
    pub fn tidied(mut self) -> Self {
        self.title = one_line(&self.title);
        self.body = lines(&self.body).trim_end().trim_start_matches('\n').to_owned();
        self.language = self.language.trim().to_owned();
        self.links = self.links.into_iter().map(|link| Link::typed(&link.label, &link.url)).collect();
        self.links.retain(|link| !link.label.is_empty() || !link.url.is_empty());
        drop_repeats(&mut self.links);
        drop_repeats(&mut self.byline);
        drop_repeats(&mut self.authors);
        drop_repeats(&mut self.pictures);
        self.wordings = wording::tidied(self.wordings, lines);
        self
    }

    /// Names what breaks a rule. A draft is kept all the same (nothing typed is lost), but it
    /// cannot be proposed before this is empty.
    pub fn problems(&self) -> Vec<FieldError> {
        let mut problems = Vec::new();
        let mut say = |field, why| problems.push(FieldError { field, why });
        let (title, body) = (self.title.chars().count(), self.body.chars().count());
        if title > TITLE_MAX {
            say(
                "title",
                Sentence::new("post-title-long").with("n", title - TITLE_MAX).with("max", TITLE_MAX),
            );
        }
        if body > BODY_MAX {
            say("body", Sentence::new("post-body-long").with("n", body - BODY_MAX).with("max", BODY_MAX));
        }
        if self.links.len() > LINKS_MAX {
            say("links", Sentence::new("post-links-many").with("n", LINKS_MAX));
        }
        for link in self.links.iter().filter(|link| !link.leads_to_the_web()) {
            say("links", Sentence::new("post-link-wrong").with("link", link.shown()));
        }
        for wording in self.wordings.iter().filter(|it| it.text.chars().count() > WORDING_MAX) {
            let over = wording.text.chars().count() - WORDING_MAX;
            say("channels", Sentence::new("post-wording-long").with("n", over).with("max", WORDING_MAX));
        }
        if !is_language_code(&self.language) {
            say("language", Sentence::new("post-language-wrong"));
        }
        problems
    }

    /// Names what is missing or wrong before the text can be proposed: empty when it is ready.
    pub fn problems_before_proposal(&self) -> Vec<FieldError> {
        let mut problems = Vec::new();
        let mut say = |field, key| problems.push(FieldError { field, why: Sentence::new(key) });
        if self.title.trim().is_empty() {
            say("title", "post-title-missing");
        }
        if self.body.trim().is_empty() && self.pictures.is_empty() {
            say("body", "post-text-missing");
        }
        if self.byline.is_empty() {
            say("byline", "post-house-missing");
        }
        problems.extend(self.problems());
        problems
    }

    /// Tells whether nothing has been said yet: a draft that was opened and left.
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty()
            && self.body.trim().is_empty()
            && self.links.is_empty()
            && self.pictures.is_empty()
    }

    /// Gives the fingerprint of the content, SHA-256 as 64 hexadecimal digits. Equal exactly when
    /// nothing was changed that a reader could see, which is what an approval depends on.
    pub fn fingerprint(&self) -> String {
        let tidy = self.clone().tidied();
        // The order of the fields is that of the struct, so the same content is always the same bytes.
        let canonical = serde_json::to_vec(&tidy).expect("strings and lists can always be written");
        hex::encode(Sha256::digest(canonical))
    }
}

impl Link {
    /// Reads a link as people type it: an address without "https://" gets it.
    pub fn typed(label: &str, url: &str) -> Link {
        let url: String = url.chars().filter(|c| !c.is_control()).collect();
        let url = url.trim();
        let bare = !url.contains(':') && !url.contains(char::is_whitespace) && url.contains('.');
        let url =
            if bare && !url.starts_with(['/', '.']) { format!("https://{url}") } else { url.to_owned() };
        Link { label: one_line(label), url }
    }

    /// Tells whether the link is a whole address of the web, which is the only kind we pass on.
    /// An address with a name and password in it is refused: it shows one place and leads to another.
    pub fn leads_to_the_web(&self) -> bool {
        Url::parse(&self.url).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.host_str().is_some_and(|host| !host.is_empty())
                && url.username().is_empty()
                && url.password().is_none()
        })
    }

    /// Gives the words to show: the label, or where there is none the name of the place.
    pub fn shown(&self) -> String {
        if !self.label.is_empty() {
            return self.label.clone();
        }
        let host = Url::parse(&self.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        host.map_or_else(|| self.url.clone(), |host| host.trim_start_matches("www.").to_owned())
    }
}

/// Keeps line ends of one kind and takes away what cannot be seen and cannot be stored.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{2028}', '\u{2029}'], "\n").replace(unseen, "")
}

fn one_line(text: &str) -> String {
    lines(text)
        .split(['\n', '\t'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || c == '\u{feff}'
}

/// Reads "de", "en-GB", "de-x-leicht": letters first, then pieces of up to eight letters or digits.
fn is_language_code(code: &str) -> bool {
    let mut pieces = code.split('-');
    let first = pieces.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && pieces
            .all(|piece| (1..=8).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_alphanumeric()))
        && code.len() <= 35
}

fn drop_repeats<T: PartialEq>(list: &mut Vec<T>) {
    let mut seen: Vec<T> = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    *list = seen;
}
