//! What a sending is read as, once for many letters: its posts as the public sees them now.
use super::issue::{Item, LastWords, wanted};
use super::letter::{self, Head, Reader, Written};
use super::store_issue::{self, Issue};
use super::{Choice, IssueId, Subscriber, secret_of};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::channel::piece::Piece;
use crate::channel::{Network, store_piece};
use crate::consortium::{Consortium, store as consortium_store, store_imprint};
use crate::post::store as post_store;
use crate::{post, site};

/// A sending with everything its letters say.
pub struct Sending {
    pub issue: Issue,
    pub head: Head,
    pub slug: String,
    pub reply_to: String,
    items: Vec<Item>,
    last_words: Option<LastWords>,
}

impl Sending {
    /// Reads a sending. What the public does not see any more is not in it; what was corrected is in
    /// it as it is now.
    pub async fn read(app: &App, id: &IssueId) -> Result<Sending> {
        let mut conn = app.db.read().await?;
        let issue = store_issue::by_id(&mut conn, id).await?;
        let consortium = consortium_store::by_id(&mut conn, &issue.consortium_id).await?;
        let reply_to = store_imprint::imprint(&mut conn, &consortium.id).await?.email;
        let mut items = Vec::new();
        let last_words = match issue.farewell.as_str() {
            "" => None,
            kept => Some(LastWords::read(kept)?),
        };
        if issue.withdrawn_at.is_none() && consortium.is_public(app.clock.now()) {
            for row in store_issue::items(&mut conn, id).await? {
                items.extend(item(&mut conn, app, &consortium, row.number, row.wording).await?);
            }
        }
        let head = head(app, &consortium);
        Ok(Sending { head, slug: consortium.slug, reply_to, items, last_words, issue })
    }

    /// Writes the letter for somebody who wants these houses and topics; none where nothing is left
    /// to be said to them.
    pub fn written(&self, reader: &Reader, choices: &[Choice], now: Instant) -> Result<Option<Written>> {
        if let Some(words) = &self.last_words {
            return letter::write_farewell(&self.head, reader, words, now).map(Some);
        }
        let pieces: Vec<Piece> = wanted(&self.items, choices).into_iter().cloned().collect();
        if pieces.is_empty() {
            return Ok(None);
        }
        letter::write(&self.head, reader, self.issue.rhythm(), &pieces, now).map(Some)
    }
}

/// Reads one post as the public sees it now; none where it does not.
pub async fn item(
    conn: &mut Conn,
    app: &App,
    consortium: &Consortium,
    number: i64,
    wording: Option<String>,
) -> Result<Option<Item>> {
    let now = app.clock.now();
    let entry = match site::store::entry(conn, &consortium.id, number, now).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let post: post::Post = post_store::by_id(conn, &entry.id).await?;
    let network = Network::Newsletter;
    let mut piece =
        store_piece::read(conn, &app.config, consortium, &post, &entry.revision, network, now).await?;
    piece.wording = wording;
    Ok(Some(Item { piece, topic: entry.content.topic }))
}

/// Gives what all letters of a Verbund say alike.
pub fn head(app: &App, it: &Consortium) -> Head {
    Head {
        name: it.name.clone(),
        claim: it.claim.clone(),
        own_lang: it.main_language().code(),
        root: store_piece::root(&app.config, it),
        zone: it.time_zone(),
    }
}

/// Gives what only this person's letter says.
pub fn reader(app: &App, it: &Subscriber) -> Reader {
    Reader {
        lang: it.lang(),
        address: it.address.clone(),
        asked_at: it.asked_at,
        manage: manage_href(app, it),
    }
}

/// Writes the whole address of somebody's own page. It is one of the installation: it holds whatever
/// becomes of the Verbund's name and domain.
pub fn manage_href(app: &App, it: &Subscriber) -> String {
    let prefix = if it.lang() == crate::base::text::Lang::En { "/en" } else { "" };
    format!("{}{prefix}/newsletter/{}", app.config.public_url, secret_of(&app.seal, &it.id))
}
