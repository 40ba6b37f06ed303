//! What goes out: a signed-off post with everything a network may need of it, read once.
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::post::writing::content::Link;
use crate::post::{PostId, RevisionId};

/// A signed-off text of a post on its way into the networks.
#[derive(Debug, Clone)]
pub struct Piece {
    pub post: PostId,
    pub number: i64,
    pub revision: RevisionId,
    pub title: String,
    /// Small Markdown, as the post has it.
    pub body: String,
    /// What this channel is to say instead of title and text; none means the usual composition.
    pub wording: Option<String>,
    /// Whether a text that is too long becomes several parts, instead of being cut before the link.
    pub as_thread: bool,
    /// BCP 47.
    pub language: String,
    /// The whole address of the post on the Verbund's own site.
    pub url: String,
    /// The houses whose post it is, in the order in which they are named.
    pub houses: Vec<PieceHouse>,
    pub topic: Option<String>,
    pub links: Vec<Link>,
    /// Only those that may be shown on this channel.
    pub pictures: Vec<PiecePicture>,
    /// Since when the public has seen it.
    pub since: Instant,
    pub updated: Instant,
}

/// A house as a network is told about it.
#[derive(Debug, Clone)]
pub struct PieceHouse {
    pub id: InstitutionId,
    pub name: String,
    pub short: String,
    /// The whole address of its page.
    pub url: String,
}

/// A picture as a network is told about it; the bytes are read when they are needed.
#[derive(Debug, Clone)]
pub struct PiecePicture {
    pub id: PictureId,
    /// The file with the upright original, as `app.files` knows it.
    pub original_key: String,
    /// The description for those who do not see it; empty where it is decorative.
    pub alt: String,
    /// Who made it and on which terms, as one line.
    pub credit: String,
    pub focus: (f32, f32),
    pub width: u32,
    pub height: u32,
    /// Whole addresses of the JPEG renditions that anybody can load, with their width.
    pub public: Vec<(u32, String)>,
    /// The same of its cut around what matters, three by two.
    pub cut: Vec<(u32, String)>,
    /// Since when it is cut to size.
    pub ready_at: Option<Instant>,
}
