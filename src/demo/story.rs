//! What happened to a post of the demo, and when: the deeds that lead to the state its file names.
use super::book::{Book, Post, Talk};
use super::days::Days;
use crate::base::clock::Instant;

/// One thing that somebody did, or that the clock did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// An author wrote so much of the text: `part` of `parts`.
    Write {
        by: String,
        part: usize,
        parts: usize,
    },
    /// A draft was given a time.
    Move {
        by: String,
    },
    Propose {
        by: String,
        chosen: Option<String>,
    },
    /// The clock looks who is to be asked.
    Ask,
    Approve {
        by: String,
    },
    /// The clock comes to the due time.
    Come,
    Return {
        by: String,
        reason: String,
    },
    Hold {
        by: String,
        reason: String,
    },
    Withdraw {
        by: String,
        reason: String,
    },
    Archive {
        by: String,
    },
    /// Somebody said something inside, by its place in the file.
    Say {
        talk: usize,
    },
}

/// Tells the deeds of one post in their order. `n` is the post's place in its file; it lets hours
/// differ from post to post, always in the same way.
pub fn story(book: &Book, post: &Post, n: usize, due: Instant, days: &Days) -> Vec<(Instant, Deed)> {
    let said = said(post, due, days);
    let mut told = Vec::new();
    let mut at = begun(post, n, due, &said, days);
    for (part, by) in post.authors.iter().enumerate() {
        if part > 0 {
            at = days.from(at, 1, hour(n + part), minute(n));
        }
        told.push((at, Deed::Write { by: by.clone(), part: part + 1, parts: post.authors.len() }));
    }
    let author = || post.authors.last().cloned().unwrap_or_default();
    if post.state == "draft" {
        told.push((at.plus_minutes(10), Deed::Move { by: author() }));
    } else {
        let chosen = post.approved_by.as_ref().or(post.returned_by.as_ref());
        let chosen = chosen.and_then(|key| book.person(key)).map(|person| person.institution.clone());
        at = at.plus_minutes(20);
        told.push((at, Deed::Propose { by: author(), chosen: chosen.filter(|house| !house.is_empty()) }));
        told.push((at, Deed::Ask));
        answer(book, post, (at, due), &said, days, &mut told);
    }
    told.extend(said.iter().enumerate().map(|(talk, (at, _))| (*at, Deed::Say { talk })));
    told.sort_by_key(|(at, _)| *at);
    told
}

/// Tells what became of a proposal.
fn answer(
    book: &Book,
    post: &Post,
    (asked, due): (Instant, Instant),
    said: &[(Instant, &Talk)],
    days: &Days,
    told: &mut Vec<(Instant, Deed)>,
) {
    let author = || post.authors.first().cloned().unwrap_or_default();
    let first = said.first().map(|(at, _)| *at);
    if post.state == "returned" {
        let at = first.map_or(days.at(-1, 15, 10), |first| first.plus_minutes(-30));
        let by = post.returned_by.clone().unwrap_or_default();
        told.push((at, Deed::Return { by, reason: post.returned_reason.clone() }));
        return;
    }
    if matches!(post.state.as_str(), "proposed" | "missed") {
        return;
    }
    match &post.approved_by {
        Some(by) => {
            // Of what is still to come, whoever signed off may have said so: then it was just before.
            let mut spoken =
                said.iter().filter(|(at, talk)| post.state == "planned" && talk.by == *by && *at > asked);
            let at = spoken.next_back().map_or(asked.plus_hours(22), |(at, _)| at.plus_minutes(-3));
            told.push((at.max(asked.plus_minutes(5)), Deed::Approve { by: by.clone() }));
        }
        // Where whoever writes may publish, the author does both at once.
        None => told.push((asked.plus_minutes(1), Deed::Approve { by: author() })),
    }
    let reason =
        || said.iter().map(|(_, talk)| talk).find(|talk| talk.by == author()).map_or("", |talk| &talk.text);
    if post.state == "held" {
        // The last one to speak says that it is done.
        let (at, by) =
            said.last().map_or((days.at(-1, 16, 0), author()), |(at, talk)| (*at, talk.by.clone()));
        told.push((at.plus_minutes(-5), Deed::Hold { by, reason: reason().to_owned() }));
        return;
    }
    if post.state == "withdrawn" {
        let at =
            said.iter().find(|(at, _)| *at > due).map_or(due.plus_hours(24), |(at, _)| at.plus_minutes(-10));
        told.push((at, Deed::Withdraw { by: author(), reason: reason().to_owned() }));
    }
    if post.state == "archived" {
        let by = book.coordinator().map_or_else(author, |person| person.key.clone());
        told.push((days.from(due, 60, 11, 30), Deed::Archive { by }));
    }
}

/// When the first author began: some days before it was due or, of what is still open, before
/// today, and always before anybody spoke of it.
fn begun(post: &Post, n: usize, due: Instant, said: &[(Instant, &Talk)], days: &Days) -> Instant {
    let usual = match post.state.as_str() {
        "public" | "withdrawn" | "archived" | "missed" => days.until(due) - 5,
        "proposed" => -2,
        _ => -5,
    };
    let authors = i32::try_from(post.authors.len()).unwrap_or(1);
    let before = match post.state.as_str() {
        // There the first word is spoken after the post was signed off or given back.
        "held" | "returned" | "withdrawn" => 3 + authors,
        _ => authors,
    };
    let first = said.first().map_or(usual, |(at, _)| days.until(*at) - before);
    days.at(usual.min(first), hour(n), minute(n))
}

/// When each thing was said: on its day in the order of the file, and never later than now.
fn said<'a>(post: &'a Post, due: Instant, days: &Days) -> Vec<(Instant, &'a Talk)> {
    let count = i64::try_from(post.talk.len()).unwrap_or(0);
    let mut last = Instant::from_millis(i64::MIN);
    let mut all = Vec::new();
    for (talk, n) in post.talk.iter().zip(0..) {
        let usual = days.from(due, talk.day_offset, 10, 5).plus_minutes(n * 47 + variety(post) * 13);
        // Who speaks of the post on the day it is due speaks after that.
        let usual = if talk.day_offset == 0 { usual.max(due.plus_minutes(15 + n * 11)) } else { usual };
        last = usual.max(last.plus_minutes(3)).min(days.now.plus_minutes((n - count) * 4));
        all.push((last, talk));
    }
    all
}

/// A number from 0 to 19 that differs from post to post.
fn variety(post: &Post) -> i64 {
    i64::try_from(post.body.len() % 20).unwrap_or(0)
}

fn hour(n: usize) -> i8 {
    9 + i8::try_from(n * 5 % 8).unwrap_or(0)
}

fn minute(n: usize) -> i8 {
    i8::try_from(n * 17 % 60).unwrap_or(0)
}
