//! What coordination has to look at again so that what the page says of itself stays true.
use super::statement::Statement;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::Consortium;

/// One thing to look at: what it is, why now, and the editors' page where it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upkeep {
    pub title: Sentence,
    pub why: Sentence,
    pub page: &'static str,
}

/// Lists what has fallen behind: a text in Leichte Sprache that is older than the ordinary one (L8),
/// a statement on accessibility that is missing or that nobody has gone through for a year (L7).
pub fn upkeep(it: &Consortium, statement: Option<&Statement>, local: &Local<'_>) -> Vec<Upkeep> {
    let mut found = Vec::new();
    if it.is_simple_behind() {
        let changed = it.about_at.map(|at| local.date(local.day(at))).unwrap_or_default();
        found.push(Upkeep {
            title: Sentence::new("barrier-simple-behind"),
            why: Sentence::new("barrier-simple-behind-why").with("date", changed),
            page: "settings/names",
        });
    }
    match statement {
        Some(statement) if statement.is_review_due(local) => {
            let day = local.date_long(local.day(statement.reviewed_at));
            found.push(Upkeep {
                title: Sentence::new("barrier-review-due"),
                why: Sentence::new("barrier-review-due-why").with("date", day),
                page: "settings/accessibility",
            });
        }
        None if it.is_public(local.now) => found.push(Upkeep {
            title: Sentence::new("barrier-statement-missing"),
            why: Sentence::new("barrier-statement-missing-why"),
            page: "settings/accessibility",
        }),
        _ => {}
    }
    found
}
