//! The database: SQLite embedded by default, PostgreSQL where it grows, one way to speak to both.
//!
//! Writers of one scope follow each other on both databases: SQLite takes the write lock when a
//! transaction begins, PostgreSQL an advisory lock of the scope's name. What a transaction has
//! read is therefore still true when it writes, and no transaction has to be tried again.
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::time::Duration;

use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor, Transaction};

use super::error::Result;

/// A connection to whichever database there is; every store function takes one.
pub type Conn = AnyConnection;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The pools of one database. SQLite has one connection that writes and some that only read.
#[derive(Debug, Clone)]
pub struct Db {
    kind: Kind,
    read: AnyPool,
    write: AnyPool,
}

/// A transaction that writes; dropped without `commit`, it leaves nothing behind.
pub struct Tx(Transaction<'static, Any>);

impl Deref for Tx {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.0
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        Ok(self.0.commit().await?)
    }
}

impl Db {
    /// Names the embedded database in a data folder.
    pub fn embedded_url(data: &Path) -> String {
        format!("sqlite://{}?mode=rwc", data.join("verbund.sqlite").display())
    }

    /// Opens the database of a URL (`sqlite://…` or `postgres://…`) without changing it.
    pub async fn open(url: &str) -> Result<Db> {
        install_default_drivers();
        if url.starts_with("sqlite:") {
            let write = sqlite_pool(1, false).connect(url).await?;
            let read = sqlite_pool(4, true).connect(url).await?;
            return Ok(Db { kind: Kind::Sqlite, read, write });
        }
        let pool = AnyPoolOptions::new()
            .max_connections(12)
            .acquire_timeout(Duration::from_secs(10))
            .connect(url)
            .await?;
        Ok(Db { kind: Kind::Postgres, read: pool.clone(), write: pool })
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
        Ok(Tx(tx))
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

fn sqlite_pool(connections: u32, read_only: bool) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_secs(30))
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
