//! What our actors say goes out here, to every server that has somebody who follows them. Saying
//! something writes one row and is done; the pump turns it into one row for each inbox and sends
//! those, each server in its own time: a dead one makes nobody else wait.
pub mod fetch;
pub mod flight;
pub mod knock;
pub mod pace;
pub mod pump;
pub mod settle;
pub mod store;
pub mod store_host;
pub mod store_queue;
pub mod store_spread;
pub mod store_thin;
pub mod verdict;

pub use fetch::fetch;
pub use store::{progress, send_on, send_to, send_to_followers};

/// How far what is said about one object has come, in servers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    pub reached: i64,
    pub waiting: i64,
    pub given_up: i64,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Sent,
    /// The server does not want it.
    Refused,
    /// There is no such inbox any more.
    Gone,
    /// It was tried for days.
    GivenUp,
}

impl Ended {
    pub fn code(self) -> &'static str {
        match self {
            Ended::Sent => "sent",
            Ended::Refused => "refused",
            Ended::Gone => "gone",
            Ended::GivenUp => "given_up",
        }
    }
}

/// Names the server of an inbox, with its port where it is not the usual one.
pub fn host_of(url: &url::Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Finds the object that an activity is about in the end: an Announce of a Create is about the post.
pub fn subject_of(activity: &serde_json::Value) -> &str {
    let mut at = activity;
    while let Some(inner) = at.get("object") {
        at = inner;
    }
    at.as_str().or_else(|| at.get("id").and_then(|id| id.as_str())).unwrap_or_default()
}

#[cfg(test)]
pub mod tests;
