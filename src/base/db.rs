//! The database: SQLite embedded by default, PostgreSQL where it grows, one way to speak to both.
//!
//! Writers of one scope follow each other on both databases: SQLite takes the write lock when a
//! transaction begins, PostgreSQL an advisory lock of the scope's name. What a transaction has
//! read is therefore still true when it writes, and no transaction has to be tried again.
//!
//! Writers of one scope also queue inside the process, before they take a connection: many saves in
//! one Verbund occupy one connection, and readers have their own. Whoever only reads never waits
//! for whoever writes.
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor, Transaction};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::error::Result;

/// A connection to whichever database there is; every store function takes one.
pub type Conn = AnyConnection;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// How many connections a process holds at most, and how long one waits for a free one. SQLite has
/// one writer whatever is said here.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub readers: u32,
    pub writers: u32,
    pub patience: Duration,
}

impl Sizes {
    /// What a URL's database needs: PostgreSQL shares its hundred connections among processes.
    fn of(url: &str) -> Sizes {
        let (readers, seconds) = if url.starts_with("sqlite:") { (4, 30) } else { (8, 10) };
        Sizes { readers, writers: 6, patience: Duration::from_secs(seconds) }
    }
}

/// How many queues there are for all scopes. Two scopes may share one: then they wait for each
/// other without need, which is seldom and short.
const QUEUES: usize = 64;

/// The pools of one database: connections that write, and connections that only read.
#[derive(Debug, Clone)]
pub struct Db {
    kind: Kind,
    read: AnyPool,
    write: AnyPool,
    queues: Arc<[Arc<Mutex<()>>]>,
}

/// A transaction that writes; dropped without `commit`, it leaves nothing behind.
pub struct Tx {
    transaction: Transaction<'static, Any>,
    /// The place at the head of the scope's queue, left when the transaction has ended.
    _turn: OwnedMutexGuard<()>,
}

impl Deref for Tx {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.transaction
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        Ok(self.transaction.commit().await?)
    }
}

impl Db {
    /// Names the embedded database in a data folder.
    pub fn embedded_url(data: &Path) -> String {
        format!("sqlite://{}?mode=rwc", data.join("verbund.sqlite").display())
    }

    /// Opens the database of a URL (`sqlite://…` or `postgres://…`) without changing it.
    pub async fn open(url: &str) -> Result<Db> {
        Db::open_with(url, Sizes::of(url)).await
    }

    /// Does the same with pools of these sizes.
    pub async fn open_with(url: &str, sizes: Sizes) -> Result<Db> {
        install_default_drivers();
        let queues = (0..QUEUES).map(|_| Arc::default()).collect();
        let Sizes { readers, writers, patience } = sizes;
        if url.starts_with("sqlite:") {
            let write = sqlite_pool(1, false, patience).connect(url).await?;
            let read = sqlite_pool(readers, true, patience).connect(url).await?;
            return Ok(Db { kind: Kind::Sqlite, read, write, queues });
        }
        let pool = |connections| AnyPoolOptions::new().max_connections(connections).acquire_timeout(patience);
        let write = pool(writers).connect(url).await?;
        let read = pool(readers).connect(url).await?;
        Ok(Db { kind: Kind::Postgres, read, write, queues })
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Brings the tables up to what this program needs; a second process waits for the first.
    pub async fn migrate(&self) -> Result<()> {
        MIGRATIONS.run(&self.write).await.map_err(|error| anyhow::anyhow!(error).into())
    }

    /// Tells how many migrations are still to be run.
    pub async fn pending_migrations(&self) -> Result<usize> {
        let applied: std::result::Result<Vec<(i64,)>, sqlx::Error> =
            sqlx::query_as("SELECT version FROM _sqlx_migrations").fetch_all(&self.read).await;
        Ok(MIGRATIONS.iter().count().saturating_sub(applied.map_or(0, |rows| rows.len())))
    }

    /// Lends a connection for reading.
    pub async fn read(&self) -> Result<PoolConnection<Any>> {
        Ok(self.read.acquire().await?)
    }

    /// Begins a transaction that writes within a scope, usually the id of one Verbund.
    pub async fn begin(&self, scope: &str) -> Result<Tx> {
        let turn = self.queue(scope).lock_owned().await;
        let mut tx = match self.kind {
            Kind::Sqlite => self.write.begin_with("BEGIN IMMEDIATE").await?,
            Kind::Postgres => self.write.begin().await?,
        };
        if self.kind == Kind::Postgres {
            sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .bind(scope)
                .execute(&mut *tx)
                .await?;
        }
        Ok(Tx { transaction: tx, _turn: turn })
    }

    fn queue(&self, scope: &str) -> Arc<Mutex<()>> {
        let mut hasher = DefaultHasher::new();
        scope.hash(&mut hasher);
        self.queues[hasher.finish() as usize % QUEUES].clone()
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

fn sqlite_pool(connections: u32, read_only: bool, patience: Duration) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(patience)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection
                    .execute(
                        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                         PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 15000; \
                         PRAGMA temp_store = MEMORY;",
                    )
                    .await?;
                if read_only {
                    connection.execute("PRAGMA query_only = ON").await?;
                }
                Ok(())
            })
        })
}
