//! What every handler and job holds in its hand: the database, the time, the settings.
use std::ops::Deref;
use std::sync::Arc;

use super::cache::Cache;
use super::clock::Clock;
use super::config::Config;
use super::db::{Conn, Db, Tx};
use super::door::Door;
use super::error::Result;
use super::files::Files;
use super::job::Waker;
use super::seal::Seal;

/// The running program; cloning it is cheap.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub config: Config,
    pub files: Files,
    pub seal: Seal,
    pub cache: Cache,
    /// The one way to other servers.
    pub door: Door,
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
    pub fn new(db: Db, clock: Clock, config: Config, files: Files, seal: Seal, demo: bool) -> App {
        let door = Door::new(&config.outgoing);
        App(Arc::new(Inner {
            db,
            clock,
            config,
            files,
            seal,
            cache: Cache::default(),
            door,
            waker: Waker::default(),
            demo,
        }))
    }

    /// Brings the database up to date and makes sure that its secrets can be opened.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        self.db.migrate().await?;
        let mut tx = self.db.begin("installation").await?;
        self.seal.check(&mut tx).await?;
        tx.commit().await?;
        Ok(())
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
