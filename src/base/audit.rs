//! The audit trail: who did what, when; for those inside, never shown outside.
use super::clock::Instant;
use super::db::Conn;
use super::error::Result;

/// One act. `act` names a text `audit-<act>`; `subject` and `detail` are words or ids.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub consortium: Option<&'a str>,
    pub at: Instant,
    pub person: Option<&'a str>,
    pub act: &'a str,
    pub subject: &'a str,
    pub detail: &'a str,
}

/// Writes an act down, in the transaction in which it happens.
pub async fn write(conn: &mut Conn, entry: Entry<'_>) -> Result<()> {
    super::store::insert_audit(conn, &entry).await
}
