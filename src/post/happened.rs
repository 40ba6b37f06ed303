//! What happened to a post, one sentence for each step of its history.
use super::signoff::step::{Act, Step};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;

/// Says a step; `name` is who did it, `house` the short name of a house that was asked.
pub fn happened(step: &Step, name: &str, house: &str, local: &Local<'_>) -> Sentence {
    let (key, due, reason) = match &step.act {
        Act::Written { .. } => ("post-happened-written", None, ""),
        Act::Proposed { due, .. } => ("post-happened-proposed", *due, ""),
        Act::Retracted => ("post-happened-retracted", None, ""),
        Act::Asked { until, .. } => ("post-happened-asked", Some(*until), ""),
        Act::NobodyLeft => ("post-happened-nobody-left", None, ""),
        Act::Approved(approval) => ("post-happened-approved", Some(approval.due()), ""),
        Act::Returned { reason } => ("post-happened-returned", None, reason.as_str()),
        Act::Held { reason } => ("post-happened-held", None, reason.as_deref().unwrap_or_default()),
        Act::Released { due } => ("post-happened-released", *due, ""),
        Act::Missed { due } => ("post-happened-missed", Some(*due), ""),
        Act::Moved { due } => ("post-happened-moved", Some(*due), ""),
        Act::Withdrawn { reason } => ("post-happened-withdrawn", None, reason.as_str()),
        Act::Restored => ("post-happened-restored", None, ""),
        Act::Archived => ("post-happened-archived", None, ""),
        Act::Reopened => ("post-happened-reopened", None, ""),
    };
    Sentence::new(key)
        .with("name", name)
        .with("house", house)
        .with("at", local.near(step.at))
        .with("due", due.map(|due| local.full(due)).unwrap_or_else(|| "none".into()))
        .with("reason", if reason.is_empty() { "none" } else { reason })
}
