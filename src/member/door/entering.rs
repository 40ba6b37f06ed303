//! What happens when somebody has come in: a session begins.
use super::address::Caller;
use crate::base::app::App;
use crate::base::attempt;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::member::session::{OWN_DEVICE_HOURS, SHARED_COMPUTER_HOURS, Session, hash_secret, new_secret};
use crate::member::{PersonId, SessionId, store_session};

/// Begins a session and gives its secret. On a shared computer it is short and leaves nothing behind.
pub async fn begin(
    conn: &mut Conn,
    app: &App,
    person: &PersonId,
    caller: &Caller,
    shared: bool,
) -> Result<String> {
    let now = app.clock.now();
    let secret = new_secret();
    let session = Session {
        id: SessionId::new(),
        person_id: person.clone(),
        agent: caller.agent.clone(),
        shared_at: shared.then_some(now),
        created_at: now,
        seen_at: now,
        expires_at: now.plus_hours(if shared { SHARED_COMPUTER_HOURS } else { OWN_DEVICE_HOURS }),
    };
    store_session::insert(conn, &session, &secret).await?;
    Ok(secret)
}

/// Counts a try from an address; too many are refused for a while.
pub async fn count_address(app: &App, caller: &Caller) -> Result<()> {
    attempt::count(app, &format!("address:{}", caller.counted()), super::PER_ADDRESS).await
}

/// Names an account for counting, without keeping what was typed.
pub fn account(typed: &str) -> String {
    format!("account:{}", hash_secret(&typed.trim().to_lowercase()))
}
