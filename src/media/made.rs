//! Which files of a picture there are, and where they lie.
use serde::{Deserialize, Serialize};

use super::PictureId;
use super::rendering::Encoding;
use super::sizes::{Family, Variant};

/// The files made of a picture in one go. Every making has a folder of its own: a page or a
/// browser that knows the old files never gets half of the new ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Made {
    pub folder: String,
    pub sizes: Vec<Size>,
}

/// One size: its name in addresses, and its own width and height in pixels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    pub name: String,
    pub width: u32,
    pub height: u32,
}

impl Size {
    pub fn of(variant: &Variant) -> Size {
        Size { name: variant.name.clone(), width: variant.width, height: variant.height }
    }

    /// Tells what the size is for, by its name.
    pub fn family(&self) -> Family {
        match self.name.as_str() {
            "og" => Family::OpenGraph,
            name if name.starts_with("teaser") => Family::Teaser,
            _ => Family::Whole,
        }
    }
}

impl Made {
    /// Reads what the database keeps; nothing made yet is an empty list.
    pub fn read(json: &str) -> Made {
        serde_json::from_str(json).unwrap_or_default()
    }

    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Gives where a file lies and what it is, by its name in addresses (`w640.webp`).
    pub fn find(&self, picture: &PictureId, file_name: &str) -> Option<(String, &'static str)> {
        let (name, ending) = file_name.rsplit_once('.')?;
        let size = self.sizes.iter().find(|size| size.name == name)?;
        let encoding = Encoding::of(size.family()).iter().find(|encoding| encoding.ending() == ending)?;
        Some((self.key(picture, file_name), encoding.media_type()))
    }

    /// Gives the key of a file of this making.
    pub fn key(&self, picture: &PictureId, file_name: &str) -> String {
        format!("picture/{picture}/{}/{file_name}", self.folder)
    }

    /// Gives the keys of all files.
    pub fn keys(&self, picture: &PictureId) -> Vec<String> {
        self.sizes
            .iter()
            .flat_map(|size| {
                let endings = Encoding::of(size.family()).iter().map(|encoding| encoding.ending());
                endings.map(|ending| self.key(picture, &format!("{}.{ending}", size.name)))
            })
            .collect()
    }

    pub fn of_family(&self, family: Family) -> impl DoubleEndedIterator<Item = &Size> {
        self.sizes.iter().filter(move |size| size.family() == family)
    }
}
