//! Versions that belong together: what one person saved without a longer pause.
use super::store_revision::Revision;
use crate::base::clock::Instant;
use crate::member::PersonId;
use crate::post::RevisionId;

/// A pause of this length ends a sitting, in minutes.
const PAUSE_MINUTES: i64 = 10;

/// Tells whether what somebody saves belongs to the sitting of the version before it.
pub fn goes_on(last: &Revision, by: Option<&PersonId>, at: Instant) -> bool {
    last.written_by.as_ref() == by && at < last.created_at.plus_minutes(PAUSE_MINUTES)
}

/// Sorts versions into sittings. Takes them in any order; gives the sittings oldest first, each
/// with its versions oldest first.
pub fn sittings(mut versions: Vec<Revision>) -> Vec<Vec<Revision>> {
    versions.sort_by_key(|version| version.seq);
    let mut found: Vec<Vec<Revision>> = Vec::new();
    for version in versions {
        let last = found.last().and_then(|sitting| sitting.last());
        let goes_on = last.is_some_and(|last| goes_on(last, version.written_by.as_ref(), version.created_at));
        match found.last_mut() {
            Some(sitting) if goes_on => sitting.push(version),
            _ => found.push(vec![version]),
        }
    }
    found
}

/// Chooses the versions that people look at: the last of each sitting, and those that `needed`
/// names. Newest first.
pub fn to_show(versions: Vec<Revision>, needed: impl Fn(&RevisionId) -> bool) -> Vec<Revision> {
    let mut shown: Vec<Revision> = Vec::new();
    for sitting in sittings(versions) {
        let last = sitting.len() - 1;
        let kept = sitting.into_iter().enumerate().filter(|(at, version)| *at == last || needed(&version.id));
        shown.extend(kept.map(|(_, version)| version));
    }
    shown.reverse();
    shown
}
