//! What a post says in one channel otherwise than everywhere: own words, nothing at all, a thread.
use serde::{Deserialize, Serialize};

use super::difference::Named;
use crate::base::sentence::Sentence;

/// The longest own wording, in characters; more than any network with a limit takes.
pub const WORDING_MAX: usize = 5_000;

/// What a post says in one channel. It is part of what is signed off: whoever approves a post
/// approves what is said in its name anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// The id of the channel.
    pub channel: String,
    /// Plain text instead of title and text; empty means the usual composition.
    pub text: String,
    /// Whether the post does not go there at all.
    pub is_left_out: bool,
    /// Whether a text that is too long becomes several parts.
    pub as_thread: bool,
}

impl Wording {
    fn usual(channel: &str) -> Wording {
        Wording { channel: channel.to_owned(), ..Wording::default() }
    }

    fn is_usual(&self) -> bool {
        self.text.is_empty() && !self.is_left_out && !self.as_thread
    }
}

/// Puts wordings into the shape in which they are kept: one a channel (the last one typed), by the
/// channels' ids, and only those that differ from the usual.
pub fn tidied(wordings: Vec<Wording>, text: impl Fn(&str) -> String) -> Vec<Wording> {
    let mut kept: Vec<Wording> = Vec::new();
    for mut wording in wordings {
        wording.text = text(&wording.text).trim().to_owned();
        kept.retain(|other| other.channel != wording.channel);
        kept.push(wording);
    }
    kept.retain(|wording| !wording.channel.is_empty() && !wording.is_usual());
    kept.sort_by(|one, other| one.channel.cmp(&other.channel));
    kept
}

/// Gives what is said in a channel.
pub fn of(wordings: &[Wording], channel: &str) -> Wording {
    wordings.iter().find(|it| it.channel == channel).cloned().unwrap_or_else(|| Wording::usual(channel))
}

/// Merges two changes, channel by channel. Where both worded the same channel anew, both texts are
/// kept one below the other, and a channel that one of them left out stays left out: nothing typed
/// is lost, and nothing goes out that somebody did not want.
pub fn merge(base: &[Wording], mine: &[Wording], theirs: &[Wording]) -> Vec<Wording> {
    let all = mine.iter().chain(theirs).map(|wording| wording.channel.as_str());
    let mut channels: Vec<&str> = all.collect();
    channels.sort_unstable();
    channels.dedup();
    let one = |channel: &str| {
        let [base, mine, theirs] = [base, mine, theirs].map(|wordings| of(wordings, channel));
        let text = match () {
            () if mine.text == theirs.text || theirs.text == base.text => mine.text,
            () if mine.text == base.text || mine.text.is_empty() => theirs.text,
            () if theirs.text.is_empty() => mine.text,
            () => format!("{}\n\n{}", mine.text, theirs.text),
        };
        let changed = |base: bool, mine: bool, theirs: bool| if mine == base { theirs } else { mine };
        Wording {
            channel: channel.to_owned(),
            text,
            is_left_out: changed(base.is_left_out, mine.is_left_out, theirs.is_left_out),
            as_thread: changed(base.as_thread, mine.as_thread, theirs.as_thread),
        }
    };
    tidied(channels.into_iter().map(one).collect(), str::to_owned)
}

/// A change of what is said in a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Whether the post stays away from it now.
    LeftOut { channel: String, is: bool },
    /// What is said there now; empty for the usual.
    Worded { channel: String, text: String },
    /// Whether it may become a thread there now.
    Threaded { channel: String, is: bool },
}

impl Change {
    /// Says the change as a sentence; `name` looks the channel's name up.
    pub fn sentence(&self, name: impl Fn(Named<'_>) -> String) -> Sentence {
        let about = |key, channel: &str| Sentence::new(key).with("name", name(Named::Channel(channel)));
        match self {
            Change::LeftOut { channel, is: true } => about("post-change-left-out", channel),
            Change::LeftOut { channel, is: false } => about("post-change-let-in", channel),
            Change::Worded { channel, text } if text.is_empty() => about("post-change-wording-none", channel),
            Change::Worded { channel, text } => about("post-change-wording", channel).with("text", text),
            Change::Threaded { channel, is: true } => about("post-change-thread", channel),
            Change::Threaded { channel, is: false } => about("post-change-thread-none", channel),
        }
    }
}

/// Tells what changed in the channels.
pub fn changes(old: &[Wording], new: &[Wording]) -> Vec<Change> {
    let mut channels: Vec<&str> = old.iter().chain(new).map(|wording| wording.channel.as_str()).collect();
    channels.sort_unstable();
    channels.dedup();
    let mut changes = Vec::new();
    for [was, is] in channels.into_iter().map(|channel| [of(old, channel), of(new, channel)]) {
        let channel = &is.channel;
        if was.is_left_out != is.is_left_out {
            changes.push(Change::LeftOut { channel: channel.clone(), is: is.is_left_out });
        }
        if was.text != is.text {
            changes.push(Change::Worded { channel: channel.clone(), text: is.text.clone() });
        }
        if was.as_thread != is.as_thread {
            changes.push(Change::Threaded { channel: channel.clone(), is: is.as_thread });
        }
    }
    changes
}

#[cfg(test)]
#[path = "wording_tests.rs"]
mod tests;
