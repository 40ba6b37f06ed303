//! What can go wrong with the Graph API, and what follows from it. The codes are those of Meta's page
//! on handling errors (read November 2026).
use serde_json::Value;

use crate::base::clock::Instant;
use crate::base::door::{Answer, Trouble};
use crate::base::sentence::Sentence;
use crate::channel::outcome::Outcome;

/// What came of asking the Graph.
pub type Asked<T> = std::result::Result<T, Fault>;

/// Why the Graph did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Trouble(Trouble),
    /// It answered, and not in its own way: a proxy, a half answer.
    Strange(String),
    Said(Said),
}

/// What the Graph said was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub code: i64,
    pub subcode: i64,
    pub message: String,
    pub is_transient: bool,
    /// After how many minutes it can be asked again, where it said so.
    pub regain_minutes: Option<i64>,
    pub is_server_fault: bool,
}

impl Said {
    pub fn read(error: &Value, answer: &Answer) -> Said {
        let number = |name: &str| error.get(name).and_then(Value::as_i64).unwrap_or_default();
        let word = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
        // What Meta writes for people is better than what it writes for programs.
        let message = [word("error_user_msg"), word("message")].into_iter().find(|text| !text.is_empty());
        Said {
            code: number("code"),
            subcode: number("error_subcode"),
            message: message.unwrap_or_default().chars().take(300).collect(),
            is_transient: error.get("is_transient").and_then(Value::as_bool).unwrap_or_default(),
            regain_minutes: answer.header("x-business-use-case-usage").and_then(regain),
            is_server_fault: answer.status.is_server_error(),
        }
    }
}

/// Reads after how many minutes a limit is lifted: the longest that any of the lists names.
fn regain(header: &str) -> Option<i64> {
    let lists: Value = serde_json::from_str(header).ok()?;
    let all = lists.as_object()?.values().filter_map(Value::as_array).flatten();
    all.filter_map(|it| it.get("estimated_time_to_regain_access")?.as_i64()).max().filter(|it| *it > 0)
}

/// What a fault means for what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The token does not hold.
    Token,
    /// A permission is missing.
    Permission,
    /// Too much at once.
    Limit,
    /// It is there already.
    Duplicate,
    /// Meta has blocked the page or the app.
    Blocked,
    /// What is meant does not exist (any more).
    Gone,
    /// The version of the API is no longer there.
    Version,
    /// A picture was not taken.
    Picture,
    /// Meta does not want it like this.
    Wrong,
    /// Surely nothing was done.
    Nothing,
    /// Nobody knows.
    Unknown,
}

impl Fault {
    pub fn meaning(&self) -> Meaning {
        let said = match self {
            Fault::Trouble(trouble) if trouble.may_have_arrived() => return Meaning::Unknown,
            Fault::Trouble(_) => return Meaning::Nothing,
            Fault::Strange(_) => return Meaning::Unknown,
            Fault::Said(said) => said,
        };
        match (said.code, said.subcode) {
            (190 | 102 | 463 | 467, _) => Meaning::Token,
            (506, _) => Meaning::Duplicate,
            (368, _) => Meaning::Blocked,
            (100, 33) | (803, _) => Meaning::Gone,
            (2635 | 2500, _) => Meaning::Version,
            (324 | 36000 | 36001 | 36003 | 9004, _) => Meaning::Picture,
            (4 | 17 | 32 | 341 | 613 | 80001 | 80002, _) => Meaning::Limit,
            (3 | 10, _) | (200..=299, _) => Meaning::Permission,
            // Meta says of these two that it may have worked or not.
            (1 | 2, _) => Meaning::Unknown,
            _ if said.is_transient || said.is_server_fault => Meaning::Unknown,
            _ => Meaning::Wrong,
        }
    }

    fn words(&self) -> String {
        match self {
            Fault::Said(said) => said.message.clone(),
            Fault::Strange(what) => what.clone(),
            Fault::Trouble(trouble) => trouble.to_string(),
        }
    }

    fn sentence(&self, key: &'static str) -> Sentence {
        let code = if let Fault::Said(said) = self { said.code } else { 0 };
        Sentence::new(key).with("said", self.words()).with("code", code)
    }

    /// Says what became of a request that may be repeated: reading, deleting, preparing.
    pub fn repeatable(&self, now: Instant) -> Outcome {
        match self.meaning() {
            Meaning::Unknown | Meaning::Nothing => {
                Outcome::Retry { at: None, why: Sentence::new("channel-meta-unreached") }
            }
            _ => self.definite(now),
        }
    }

    /// Says what became of a request that must not be repeated blindly.
    pub fn once(&self, now: Instant) -> Outcome {
        match self.meaning() {
            Meaning::Nothing => Outcome::Retry { at: None, why: Sentence::new("channel-meta-unreached") },
            Meaning::Unknown => Outcome::Unconfirmed { why: Sentence::new("channel-meta-unknown") },
            _ => self.definite(now),
        }
    }

    fn definite(&self, now: Instant) -> Outcome {
        let refused = |key| Outcome::Refused { why: self.sentence(key) };
        match self.meaning() {
            Meaning::Token => Outcome::Reconnect { why: Sentence::new("channel-meta-token") },
            Meaning::Permission => Outcome::Reconnect { why: self.sentence("channel-meta-permission") },
            Meaning::Limit => {
                let minutes = if let Fault::Said(said) = self { said.regain_minutes } else { None };
                let at = Some(now.plus_minutes(minutes.unwrap_or(60)));
                Outcome::Retry { at, why: Sentence::new("channel-meta-limit") }
            }
            Meaning::Duplicate => refused("channel-meta-duplicate"),
            Meaning::Blocked => refused("channel-meta-blocked"),
            Meaning::Gone => refused("channel-meta-gone"),
            Meaning::Version => refused("channel-meta-version"),
            Meaning::Picture => refused("channel-meta-picture"),
            Meaning::Wrong | Meaning::Nothing | Meaning::Unknown => refused("channel-meta-wrong"),
        }
    }
}
