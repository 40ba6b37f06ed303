//! Pictures: taken in safely, described, credited, cut to size.
use crate::base::clock::Instant;
use crate::consent::rule::Consent;
use crate::consortium::ConsortiumId;

pub mod intake;
pub mod kind;
pub mod licence;
pub mod made;
pub mod rendering;
pub mod rights;
pub mod shown;
pub mod sizes;
pub mod store;
pub mod store_consented;
pub mod store_shown;
pub mod web;
pub mod web_consent;
pub mod web_consent_new;
pub mod web_delivery;
pub mod web_picture;
pub mod web_upload;
pub mod work;
pub mod work_intake;

#[cfg(test)]
pub(crate) mod tests;

crate::ids! {
    /// A picture.
    PictureId,
}

/// A picture, as it lies in the database. Texts that nobody has filled in are empty.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Picture {
    pub id: PictureId,
    pub consortium_id: ConsortiumId,
    pub uploaded_by: Option<String>,
    pub institution_id: Option<String>,
    pub created_at: Instant,
    /// What the file was called on the device it came from; shown inside only.
    pub file_name: String,
    /// The ending of the upright original: `jpg` or `png`.
    pub original: String,
    pub width: i64,
    pub height: i64,
    /// The average colour as `#rrggbb`.
    pub colour: String,
    /// Which files have been made, as JSON; see [`made::Made`].
    pub sizes: String,
    pub alt: String,
    pub decorative_at: Option<Instant>,
    pub caption: String,
    pub licence: String,
    pub credit: String,
    pub source: String,
    /// What matters in the picture, as shares of width and height, 0 to 1.
    pub focus_x: f64,
    pub focus_y: f64,
    /// Since when it is known that people can be recognised on it.
    pub persons_at: Option<Instant>,
    pub ready_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
}

impl Picture {
    /// Gives where a file of the picture lies, as in `picture/<id>/original.jpg`.
    pub fn original_key(&self) -> String {
        format!("picture/{}/original.{}", self.id, self.original)
    }

    pub fn made(&self) -> made::Made {
        made::Made::read(&self.sizes)
    }

    pub fn focus(&self) -> (f32, f32) {
        (self.focus_x as f32, self.focus_y as f32)
    }

    /// Gives what the rules before publication look at.
    pub fn facts(&self, consents: Vec<Consent>) -> rights::PictureFacts {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        rights::PictureFacts {
            alt: some(&self.alt),
            decorative_at: self.decorative_at,
            licence: licence::Licence::from_code(&self.licence),
            credit: some(&self.credit),
            source: some(&self.source),
            persons_recognisable: self.persons_at.is_some(),
            consents,
        }
    }
}
