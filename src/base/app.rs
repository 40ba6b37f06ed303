//! What every handler and job holds in its hand: the database, the time, the settings.
use std::ops::Deref;
use std::sync::Arc;

use super::cache::Cache;
use super::clock::Clock;
use super::config::Config;
use super::db::{Conn, Db, Tx};
use super::error::Result;
use super::files::Files;
use super::job::Waker;

/// The running program; cloning it is cheap.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub config: Config,
    pub files: Files,
    pub cache: Cache,
    pub waker: Waker,
    /// Whether this is the demo: invented contents, one-click sign-in, mails kept and shown.
    pub demo: bool,
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    pub fn new(db: Db, clock: Clock, config: Config, files: Files, demo: bool) -> App {
        App(Arc::new(Inner {
            db,
            clock,
            config,
            files,
            cache: Cache::default(),
            waker: Waker::default(),
            demo,
        }))
    }

    /// Commits what changes a Verbund: its version rises in the same transaction, so that every
    /// process drops its stored pages, and sleeping jobs are looked at again.
    pub async fn commit(&self, mut tx: Tx, consortium: &str) -> Result<()> {
        let version = raise_version(&mut tx, consortium).await?;
        tx.commit().await?;
        self.cache.learn(consortium, version);
        self.waker.wake();
        Ok(())
    }
}

/// Raises the version of a Verbund; 0 where there is none of that id.
async fn raise_version(conn: &mut Conn, consortium: &str) -> Result<i64> {
    super::store::raise_version(conn, consortium).await
}
