//! A post as the public sees it.
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::post::writing::content::Content;
use crate::post::writing::markdown;
use crate::post::{PostId, RevisionId};

/// A public post, as it lies in the database.
#[derive(Debug, sqlx::FromRow)]
pub struct Row {
    id: PostId,
    number: i64,
    archived_at: Option<Instant>,
    revision_id: RevisionId,
    content: String,
    written_at: Instant,
    since_at: Instant,
}

/// A public post with the text that was signed off last.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: PostId,
    pub number: i64,
    pub revision: RevisionId,
    pub content: Content,
    /// Since when the public has seen it; corrections do not change this.
    pub since: Instant,
    /// Of when the text is: the day of the post, or later when it was corrected.
    pub updated: Instant,
    pub archived_at: Option<Instant>,
}

impl Entry {
    /// Reads a row; a content that cannot be read is a fault of ours.
    pub fn read(row: Row) -> Result<Entry> {
        Ok(Entry {
            id: row.id,
            number: row.number,
            revision: row.revision_id,
            content: serde_json::from_str(&row.content)?,
            since: row.since_at,
            updated: row.written_at.max(row.since_at),
            archived_at: row.archived_at,
        })
    }

    /// Gives the text as HTML below the post's title. Where only smaller headings are used, they are
    /// the larger ones: no level is left out for those who jump from heading to heading.
    pub fn html(&self) -> String {
        let html = markdown::html(&self.content.body, 2);
        if html.contains("<h2>") {
            return html;
        }
        html.replace("<h3>", "<h2>").replace("</h3>", "</h2>")
    }

    /// Names the post in addresses.
    pub fn segment(&self) -> String {
        super::address::post(self.number, &self.content.title)
    }
}
