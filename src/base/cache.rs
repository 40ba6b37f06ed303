//! Finished public pages, kept in memory until the Verbund they show changes or time goes on.
//!
//! Every change of a Verbund raises its version in the database. Each process asks for the
//! versions about twice a second; a page made under an older version is not used again. When the
//! versions could not be asked for a while, no stored page is used at all: better slow than stale.
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Instant as Moment;

use bytes::Bytes;
use quick_cache::{Weighter, sync::Cache as Store};

use super::clock::Instant;

/// Stands for all Verbünde together, where a page shows them all.
pub const ALL: &str = "*";

/// How old the knowledge of versions may be before stored pages are not used, in milliseconds.
const TRUST_MILLIS: i64 = 900;

/// A finished answer and what it depends on.
#[derive(Debug, Clone)]
pub struct Entry {
    pub status: u16,
    pub content_type: String,
    pub etag: String,
    pub policy: String,
    pub body: Bytes,
    pub gzip: Bytes,
    pub depends_on: String,
    pub version: i64,
    /// From this instant on the page would look different (a post falls due, a house closes).
    pub until: Option<Instant>,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<String, Arc<Entry>> for ByBytes {
    fn weight(&self, key: &String, entry: &Arc<Entry>) -> u64 {
        (key.len() + entry.body.len() + entry.gzip.len() + 512) as u64
    }
}

/// The stored pages of one process, and the versions it knows.
pub struct Cache {
    pages: Store<String, Arc<Entry>, ByBytes>,
    versions: RwLock<HashMap<String, i64>>,
    started: Moment,
    learned_at: AtomicI64,
}

impl Default for Cache {
    fn default() -> Self {
        Cache {
            pages: Store::with_weighter(2_000, 16 << 20, ByBytes),
            versions: RwLock::default(),
            started: Moment::now(),
            learned_at: AtomicI64::new(i64::MIN / 2),
        }
    }
}

impl Cache {
    fn millis(&self) -> i64 {
        i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    /// Gives the stored page, if it still shows what is true.
    pub fn get(&self, key: &str, now: Instant) -> Option<Arc<Entry>> {
        if self.millis() - self.learned_at.load(Ordering::Acquire) > TRUST_MILLIS {
            return None;
        }
        let entry = self.pages.get(key)?;
        let fresh = entry.until.is_none_or(|until| now < until);
        (fresh && self.version(&entry.depends_on) == entry.version).then_some(entry)
    }

    pub fn put(&self, key: String, entry: Entry) {
        self.pages.insert(key, Arc::new(entry));
    }

    /// Counts the stored pages, old ones included.
    pub fn stored(&self) -> usize {
        self.pages.len()
    }

    /// Tells the version of a Verbund as far as this process knows.
    pub fn version(&self, consortium: &str) -> i64 {
        version_in(&self.versions.read().expect("no panic while holding the versions"), consortium)
    }

    /// Gives all versions as they are known now.
    pub fn clone_versions(&self) -> Versions {
        Versions(self.versions.read().expect("no panic while holding the versions").clone())
    }

    /// Learns that a Verbund has changed; an older version than the known one teaches nothing.
    pub fn learn(&self, consortium: &str, version: i64) {
        let mut versions = self.versions.write().expect("no panic while holding the versions");
        let known = versions.entry(consortium.to_owned()).or_insert(0);
        *known = version.max(*known);
    }

    /// Learns all versions, as they were when the question was sent.
    pub fn learn_all(&self, versions: Vec<(String, i64)>, asked: Moment) {
        for (consortium, version) in versions {
            self.learn(&consortium, version);
        }
        let asked = asked.saturating_duration_since(self.started).as_millis();
        self.learned_at.fetch_max(i64::try_from(asked).unwrap_or(0), Ordering::Release);
    }
}

/// The versions as they were known at one moment.
pub struct Versions(HashMap<String, i64>);

impl Versions {
    pub fn of(&self, consortium: &str) -> i64 {
        version_in(&self.0, consortium)
    }
}

fn version_in(versions: &HashMap<String, i64>, consortium: &str) -> i64 {
    if consortium == ALL {
        return versions.values().sum();
    }
    versions.get(consortium).copied().unwrap_or(0)
}
