//! Leaving: the server is told that our token no longer holds.
use http::Method;
use serde_json::json;

use super::Secret;
use super::api::{Api, Fault};
use crate::base::app::App;
use crate::base::error::Result;

/// Revokes the token; tells whether nothing more is to be said. What the server does not know any more
/// is revoked.
pub async fn revoke(app: &App, server: &str, secret: &Secret) -> Result<bool> {
    let Some(registered) = secret.app.as_ref().filter(|_| !secret.token.is_empty()) else {
        return Ok(true);
    };
    let api = Api::new(app, server, &Secret::default())?;
    let request = api.request(Method::POST, "/oauth/revoke")?.json(&json!({
        "client_id": registered.client_id,
        "client_secret": registered.client_secret,
        "token": secret.token,
    }));
    Ok(match api.send(request).await {
        Ok(_) | Err(Fault::Locked { .. } | Fault::Gone { .. } | Fault::Refused { .. }) => true,
        Err(Fault::Later { .. } | Fault::Unknown { .. }) => false,
    })
}
