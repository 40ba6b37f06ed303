//! The history of a post in sentences: who did what, and when.
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::post::names::Names;
use crate::post::signoff::step::{Act, Step};

/// One fact of the history.
#[derive(Debug, Clone)]
pub struct Fact {
    pub text: String,
    pub at: String,
    pub iso: String,
}

/// Tells the history, newest first.
pub fn history(steps: &[Step], names: &Names, local: &Local<'_>, w: Lang) -> Vec<Fact> {
    let mut first = true;
    let mut facts: Vec<Fact> = steps
        .iter()
        .map(|step| {
            let is_first = std::mem::take(&mut first);
            Fact {
                text: w.say(&sentence(step, is_first, names, local)),
                at: local.near(step.at),
                iso: local.iso(step.at),
            }
        })
        .collect();
    facts.reverse();
    facts
}

fn sentence(step: &Step, is_first: bool, names: &Names, local: &Local<'_>) -> Sentence {
    let key = match &step.act {
        Act::Written { .. } if is_first => "post-step-written",
        Act::Written { .. } => "post-step-changed",
        Act::Proposed { due: Some(_), .. } => "post-step-proposed",
        Act::Proposed { due: None, .. } => "post-step-proposed-soon",
        Act::Retracted if step.by.is_none() => "post-step-ended",
        Act::Retracted => "post-step-retracted",
        Act::Asked { person: None, .. } => "post-step-asked",
        Act::Asked { person: Some(_), .. } => "post-step-asked-person",
        Act::NobodyLeft => "post-step-nobody-left",
        Act::Approved(_) => "post-step-approved",
        Act::Returned { .. } => "post-step-returned",
        Act::Held { reason: Some(_) } => "post-step-held-why",
        Act::Held { reason: None } => "post-step-held",
        Act::Released { .. } => "post-step-released",
        Act::Missed { .. } => "post-step-missed",
        Act::Moved { .. } => "post-step-moved",
        Act::Withdrawn { .. } => "post-step-withdrawn",
        Act::Restored => "post-step-restored",
        Act::Archived => "post-step-archived",
        Act::Reopened => "post-step-reopened",
    };
    let said = Sentence::new(key).with("name", who(step, names));
    match &step.act {
        Act::Proposed { due: Some(due), .. } | Act::Moved { due } | Act::Missed { due } => {
            said.with("due", local.full(*due))
        }
        Act::Approved(approval) => said.with("due", local.full(approval.due())),
        Act::Asked { house, person, until } => {
            let person = person.as_ref().map(|id| names.person(id)).unwrap_or_default();
            said.with("house", names.short(house)).with("person", person).with("until", local.full(*until))
        }
        Act::Returned { reason } | Act::Withdrawn { reason } | Act::Held { reason: Some(reason) } => {
            said.with("reason", reason)
        }
        _ => said,
    }
}

/// Names a person with the house for which they acted, as in „Anna Albers (Borken)“.
fn who(step: &Step, names: &Names) -> String {
    let name = step.by.as_ref().map(|id| names.person(id)).unwrap_or_default();
    match step.house.as_ref().map(|id| names.short(id)).filter(|house| !house.is_empty()) {
        Some(house) if !name.is_empty() => format!("{name} ({house})"),
        _ => name,
    }
}
