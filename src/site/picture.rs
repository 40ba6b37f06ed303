//! A picture as a page shows it: in several sizes, with description, credit and licence.
use crate::base::clock::Instant;
use crate::base::text::Lang;
use crate::media::PictureId;
use crate::media::licence::Licence;
use crate::media::sizes::{Family, Variant, srcset, variants};

/// A picture that may be shown, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Picture {
    pub id: PictureId,
    pub width: i64,
    pub height: i64,
    pub alt: String,
    pub decorative_at: Option<Instant>,
    pub caption: String,
    pub licence: String,
    pub credit: String,
    pub source: String,
    pub focus_x: f64,
    pub focus_y: f64,
}

/// Where on a page a picture stands: how wide it is there, and whether it is seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Across the main column, at the top of a page.
    Lead,
    /// Within an article, further down.
    Text,
    /// In a list, cut to three by two.
    Teaser,
}

/// A picture in its place on a page, for the template.
#[derive(Debug, Clone)]
pub struct Shown {
    pub webp: String,
    pub jpeg: String,
    pub src: String,
    pub sizes: &'static str,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub lazy: bool,
    pub caption: String,
    pub credit: String,
    pub licence: String,
    pub licence_url: Option<&'static str>,
    /// Where the picture is from, if that is an address.
    pub source_url: Option<String>,
    /// The cut that networks show beside a link.
    pub card: Option<String>,
}

impl Picture {
    fn variants(&self) -> Vec<Variant> {
        let side = |length: i64| u32::try_from(length).unwrap_or(1);
        variants(side(self.width), side(self.height), (self.focus_x as f32, self.focus_y as f32))
    }

    fn href(&self, variant: &Variant, kind: &str) -> String {
        format!("/bild/{}/{}.{kind}", self.id, variant.name)
    }

    /// Puts the picture into its place.
    pub fn shown(&self, spot: Spot, w: Lang) -> Shown {
        let all = self.variants();
        let family = if spot == Spot::Teaser { Family::Teaser } else { Family::Whole };
        let mut fits = all.iter().filter(|variant| variant.family == family);
        let middle = fits.clone().find(|variant| variant.width >= 640).or_else(|| fits.next_back());
        let card = all.iter().find(|variant| variant.family == Family::OpenGraph);
        let licence = Licence::from_code(&self.licence);
        let is_web = self.source.starts_with("https://") || self.source.starts_with("http://");
        Shown {
            webp: srcset(&all, family, |variant| self.href(variant, "webp")),
            jpeg: srcset(&all, family, |variant| self.href(variant, "jpg")),
            src: middle.map(|variant| self.href(variant, "jpg")).unwrap_or_default(),
            sizes: match spot {
                Spot::Lead => "(max-width: 60rem) 92vw, 47rem",
                Spot::Text => "(max-width: 50rem) 92vw, 44rem",
                Spot::Teaser => "(max-width: 44rem) 92vw, 22rem",
            },
            width: middle.map_or(1, |variant| variant.width),
            height: middle.map_or(1, |variant| variant.height),
            alt: if self.decorative_at.is_some() { String::new() } else { self.alt.clone() },
            lazy: spot != Spot::Lead,
            caption: self.caption.clone(),
            credit: self.credit.clone(),
            licence: licence.map(|licence| w.say(&licence.label())).unwrap_or_default(),
            licence_url: licence.and_then(Licence::url),
            source_url: is_web.then(|| self.source.clone()),
            card: card.map(|variant| self.href(variant, "jpg")),
        }
    }
}

/// Sorts the pictures of a post as its text names them; the first one stands for the post.
pub fn in_order(mut pictures: Vec<Picture>, order: &[PictureId]) -> Vec<Picture> {
    pictures.sort_by_key(|picture| order.iter().position(|id| *id == picture.id).unwrap_or(usize::MAX));
    pictures
}
