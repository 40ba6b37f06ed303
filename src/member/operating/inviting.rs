//! Invitations that come from nobody in a Verbund: to run the installation, to coordinate.
use super::INVITATION_HOURS;
use crate::base::app::App;
use crate::base::error::Result;
use crate::member::code::{hash_code, new_code};
use crate::member::people::invitation::Invitation;
use crate::member::people::store as invitations;

/// Makes a one-time invitation for a new operator and gives its code.
pub async fn invite_operator(app: &App, name: &str) -> Result<String> {
    let code = new_code(3);
    let invitation = Invitation::of_operator(name, app.clock.now(), INVITATION_HOURS);
    let mut tx = app.db.begin("operator").await?;
    invitations::insert(&mut tx, &invitation, &hash_code(&code)).await?;
    tx.commit().await?;
    Ok(code)
}

/// Makes one where nobody runs the installation yet; else there is nothing to give.
pub async fn invite_first_operator(app: &App) -> Result<Option<String>> {
    if super::store::operators(&mut *app.db.read().await?).await? > 0 {
        return Ok(None);
    }
    invite_operator(app, "").await.map(Some)
}
