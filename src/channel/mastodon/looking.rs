//! Looking, by reading only, whether something of ours stands there already.
use super::api::{Answered, Api, Status};
use super::{Posted, Secret, text_of};
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::piece::Piece;

/// How many of our newest statuses are looked at.
const NEWEST: usize = 40;
/// By how much a server's clock may be behind, in minutes.
const BEHIND: i64 = 10;

/// By what a status of ours is recognised.
pub struct Sought<'a> {
    pub text: &'a str,
    /// The address of the post, where the text holds it.
    pub link: Option<&'a str>,
    /// Which status it answers, where it answers one.
    pub answers: Option<&'a str>,
    /// Since when it can be there.
    pub since: Instant,
}

/// Reads our newest statuses, the newest first.
pub async fn newest(api: &Api<'_>, secret: &Secret) -> Result<Answered<Vec<Status>>> {
    let path = format!("/api/v1/accounts/{}/statuses?limit={NEWEST}&exclude_reblogs=true", secret.account);
    api.read(&path).await
}

/// Finds a status that says the same at the same place. Servers shorten mentions, so an answer is
/// recognised by its end, and a post by its link.
pub fn find(statuses: &[Status], sought: &Sought<'_>) -> Option<Posted> {
    let text = text_of::bare(sought.text);
    let since = sought.since.plus_minutes(-BEHIND);
    let found = statuses.iter().find(|status| {
        let says_so = || text_of::bare(&text_of::plain(&status.content)).ends_with(&text);
        status.in_reply_to_id.as_deref() == sought.answers
            && status.created().is_none_or(|at| at >= since)
            && (sought.link.is_some_and(|link| is_about(&status.content, link)) || says_so())
    })?;
    Some(posted(found))
}

/// Finds the statuses with which a piece stands there, in their order: that with its link, what that
/// one answers, and what follows it.
pub fn find_piece(statuses: &[Status], piece: &Piece) -> Vec<Posted> {
    let Some(linked) = statuses.iter().find(|status| is_about(&status.content, &piece.url)) else {
        return Vec::new();
    };
    let by_id = |id: &str| statuses.iter().find(|status| status.id == id);
    let mut thread = vec![linked];
    while let Some(before) = thread[0].in_reply_to_id.as_deref().and_then(by_id) {
        thread.insert(0, before);
        if thread.len() > NEWEST {
            break;
        }
    }
    while let Some(after) = statuses.iter().find(|status| {
        let last = thread.last().map(|last| last.id.as_str());
        status.in_reply_to_id.as_deref() == last && thread.iter().all(|known| known.id != status.id)
    }) {
        thread.push(after);
    }
    thread.into_iter().map(posted).collect()
}

/// Tells whether a text holds the address of a post. Its number is what counts: the words behind
/// it follow the title.
pub fn is_about(content: &str, url: &str) -> bool {
    let start = url.rfind('/').map_or(0, |at| at + 1);
    let digits = url[start..].bytes().take_while(u8::is_ascii_digit).count();
    let address = if digits > 0 { &url[..start + digits] } else { url };
    let text = content.replace("&amp;", "&");
    text.match_indices(address)
        .any(|(at, _)| !text[at + address.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

pub fn posted(status: &Status) -> Posted {
    Posted { id: status.id.clone(), url: status.address(), media: Vec::new() }
}
