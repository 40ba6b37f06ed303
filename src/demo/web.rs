//! What only the demo has: signing in as anybody with one click.
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::member::session::{self, Session};
use crate::member::{PersonId, SessionId, store, store_session};
use crate::page::form::Form;
use crate::page::html;

/// Signs in as a person of the demo; outside the demo there is no such page.
pub async fn sign_in(State(app): State<App>, headers: HeaderMap, form: Form) -> Result<Response> {
    if !app.demo {
        return Err(Error::NotFound);
    }
    let person = store::by_id(&mut *app.db.read().await?, &PersonId(form.text("person"))).await?;
    let now = app.clock.now();
    let secret = session::new_secret();
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let session = Session {
        id: SessionId::new(),
        person_id: person.id,
        agent: agent.chars().take(200).collect(),
        shared_at: None,
        created_at: now,
        seen_at: now,
        expires_at: now.plus_hours(session::OWN_DEVICE_HOURS),
    };
    let mut tx = app.db.begin(session.person_id.as_str()).await?;
    store_session::insert(&mut tx, &session, &secret).await?;
    tx.commit().await?;
    let cookie = session::cookie(&secret, false, app.config.is_secure());
    Ok(([(header::SET_COOKIE, cookie)], html::see_other("/desk")).into_response())
}
