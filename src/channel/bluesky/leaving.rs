//! Leaving: the server is told that our session is over.
use super::oauth::tokens;
use super::session::Fault;
use super::{Secret, refreshing};
use crate::base::app::App;
use crate::base::error::Result;
use crate::channel::Channel;

/// Gives what is needed to leave, sealed; none where there is no session. The app password is not taken
/// along: only its owner can end it, in the settings there.
pub fn left(app: &App, channel: &Channel) -> Result<Option<String>> {
    let Ok(secret) = refreshing::open(app, channel) else { return Ok(None) };
    if secret.refresh.is_empty() {
        return Ok(None);
    }
    let secret = Secret { app_password: String::new(), pending: None, ..secret };
    refreshing::close(app, channel, &secret).map(Some)
}

/// Ends the session; tells whether nothing more is to be said. What the server refuses is over anyway.
pub async fn revoke(app: &App, server: &str, secret: &Secret) -> Result<bool> {
    let said = match &secret.grant {
        Some(grant) => tokens::revoke(app, grant, &secret.refresh).await?,
        None => refreshing::end(app, server, &secret.refresh).await?,
    };
    Ok(!matches!(said, Err(Fault::Later { .. })))
}
