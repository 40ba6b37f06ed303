//! What a channel is to show of a post: what the public may see, unless the text or a person leaves
//! the channel out.
use super::plan::Wanted;
use crate::base::clock::Instant;
use crate::channel::Channel;
use crate::consortium::Consortium;
use crate::post::Post;

/// What a person decided about one post on one channel, whatever its text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    In,
    Out,
}

impl Choice {
    pub fn code(self) -> &'static str {
        match self {
            Choice::In => "in",
            Choice::Out => "out",
        }
    }

    pub fn from_code(code: &str) -> Option<Choice> {
        [Choice::In, Choice::Out].into_iter().find(|choice| choice.code() == code)
    }
}

/// What is known of one post on one channel.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    pub post: &'a Post,
    pub channel: &'a Channel,
    pub consortium: &'a Consortium,
    pub choice: Option<Choice>,
    /// Whether the text that the public sees leaves this channel out.
    pub is_left_out: bool,
    /// Whether anything was ever planned for it there.
    pub has_history: bool,
}

/// Tells what the channel is to show now.
pub fn wanted(case: &Case<'_>, now: Instant) -> Wanted {
    let Case { post, channel, consortium, .. } = case;
    if channel.ended_at.is_some() || consortium.has_ended(now) || !consortium.is_public(now) {
        return Wanted::AsItIs;
    }
    let (Some(revision), Some(since)) = (post.public_revision(now), post.public_since(now)) else {
        return Wanted::Nothing;
    };
    let is_out = match case.choice {
        Some(choice) => choice == Choice::Out,
        None => case.is_left_out,
    };
    if is_out {
        return Wanted::Nothing;
    }
    let this = |since| Wanted::This { revision: revision.clone(), since };
    if case.has_history {
        return this(since);
    }
    if case.choice == Some(Choice::In) {
        return this(now);
    }
    // What became public before the channel was on, or before the page was, does not follow.
    let begins = channel.on_at.filter(|at| *at <= now).max(consortium.public_at);
    let is_new = channel.is_on(now) && begins.is_some_and(|begins| since >= begins);
    if is_new { this(since) } else { Wanted::Nothing }
}

#[cfg(test)]
#[path = "wanted_tests.rs"]
mod tests;
