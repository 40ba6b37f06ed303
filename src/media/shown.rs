//! A picture as pages show it: its addresses in every size, its description, its credit.
use super::PictureId;
use super::licence::Licence;
use super::made::{Made, Size};
use super::sizes::Family;
use crate::base::text::Lang;

/// A picture as pages show it; `media/picture.html` draws it.
///
/// A picture that is not `ready` has at most one small size, for those inside; one that is
/// `withdrawn` must not be shown at all.
#[derive(Debug, Clone)]
pub struct Shown {
    pub id: PictureId,
    pub alt: String,
    pub decorative: bool,
    pub caption: String,
    pub credit: String,
    pub source: String,
    pub licence: Option<Licence>,
    /// Of the upright original, in pixels.
    pub width: i64,
    pub height: i64,
    pub colour: String,
    pub sizes: Made,
    pub ready: bool,
    pub withdrawn: bool,
}

impl Shown {
    /// Tells whether strangers may see it: finished, and not taken down.
    pub fn is_visible(&self) -> bool {
        self.ready && !self.withdrawn
    }

    /// Gives what screen readers say; nothing for what only adorns.
    pub fn spoken(&self) -> &str {
        if self.decorative { "" } else { &self.alt }
    }

    /// Gives the address of one file, as in `/bild/<id>/w640.webp`.
    pub fn href(&self, size: &Size, ending: &str) -> String {
        format!("/bild/{}/{}.{ending}", self.id, size.name)
    }

    /// Writes the `srcset` of the whole picture.
    pub fn whole_set(&self, ending: &str) -> String {
        self.set(Family::Whole, ending)
    }

    /// Writes the `srcset` of the crop for lists.
    pub fn teaser_set(&self, ending: &str) -> String {
        self.set(Family::Teaser, ending)
    }

    /// Gives the size that old browsers get, and by which space is kept free on the page.
    pub fn whole(&self) -> Option<&Size> {
        self.middle(Family::Whole)
    }

    pub fn teaser(&self) -> Option<&Size> {
        self.middle(Family::Teaser)
    }

    /// Gives the address of the picture for networks that show it beside a link, if there is one.
    pub fn open_graph(&self) -> Option<String> {
        self.sizes.of_family(Family::OpenGraph).next().map(|size| self.href(size, "jpg"))
    }

    /// Tells whether there is anything to write below the picture.
    pub fn has_credit(&self) -> bool {
        !self.credit.is_empty() || self.licence_name(Lang::De).is_some()
    }

    /// Gives the licence's name, where it tells a reader anything.
    pub fn licence_name(&self, w: Lang) -> Option<String> {
        self.licence.filter(|licence| licence.url().is_some()).map(|licence| w.say(&licence.label()))
    }

    pub fn licence_url(&self) -> &'static str {
        self.licence.and_then(Licence::url).unwrap_or_default()
    }

    /// Tells whether the source is an address that can be followed.
    pub fn source_is_link(&self) -> bool {
        self.source.starts_with("https://") || self.source.starts_with("http://")
    }

    fn set(&self, family: Family, ending: &str) -> String {
        let parts = self.sizes.of_family(family);
        let parts = parts.map(|size| format!("{} {}w", self.href(size, ending), size.width));
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The largest size up to 960 pixels, or the smallest there is.
    fn middle(&self, family: Family) -> Option<&Size> {
        let fitting = self.sizes.of_family(family).rfind(|size| size.width <= 960);
        fitting.or_else(|| self.sizes.of_family(family).next())
    }
}
