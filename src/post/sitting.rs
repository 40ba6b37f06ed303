//! Versions that belong together: what one person saved without a longer pause.
use super::RevisionId;
use super::store_revision::Revision;

/// A pause of this length ends a sitting, in minutes.
const PAUSE_MINUTES: i64 = 10;

/// Sorts versions into sittings. Takes them in any order; gives the sittings oldest first, each
/// with its versions oldest first.
pub fn sittings(mut versions: Vec<Revision>) -> Vec<Vec<Revision>> {
    versions.sort_by_key(|version| version.seq);
    let mut found: Vec<Vec<Revision>> = Vec::new();
    for version in versions {
        let goes_on = found.last().and_then(|sitting| sitting.last()).is_some_and(|last| {
            last.written_by == version.written_by
                && version.created_at < last.created_at.plus_minutes(PAUSE_MINUTES)
        });
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
