//! Leaving: the server is told that our session is over.
use http::Method;

use super::Secret;
use super::session::{Fault, address, once};
use crate::base::app::App;
use crate::base::door::Request;
use crate::base::error::Result;

/// Ends the session; tells whether nothing more is to be said. The app password itself can only be
/// ended by its owner, in the settings there.
pub async fn revoke(app: &App, server: &str, secret: &Secret) -> Result<bool> {
    if secret.refresh.is_empty() {
        return Ok(true);
    }
    let request = Request::new(Method::POST, address(server, "com.atproto.server.deleteSession")?);
    Ok(!matches!(once(app, server, &secret.refresh, request).await, Err(Fault::Later { .. })))
}
