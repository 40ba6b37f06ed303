//! Invitations that come from nobody in a Verbund: to run the installation, to coordinate.
use super::INVITATION_HOURS;
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::error::Result;
use crate::member::PersonId;
use crate::member::code::{hash_code, new_code};
use crate::member::people::invitation::Invitation;
use crate::member::people::store as invitations;

/// Makes a one-time invitation for a new operator and gives its code. From the command line nobody
/// in particular invites.
pub async fn invite_operator(app: &App, name: &str, by: Option<&PersonId>) -> Result<String> {
    let now = app.clock.now();
    let code = new_code(3);
    let invitation =
        Invitation { created_by: by.cloned(), ..Invitation::of_operator(name, now, INVITATION_HOURS) };
    let mut tx = app.db.begin("operator").await?;
    invitations::insert(&mut tx, &invitation, &hash_code(&code)).await?;
    let entry = Entry {
        consortium: None,
        at: now,
        person: by.map(PersonId::as_str),
        act: "operator-invited",
        subject: name,
        detail: "",
    };
    audit::write(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(code)
}

/// Makes one where nobody runs the installation yet; else there is nothing to give.
pub async fn invite_first_operator(app: &App) -> Result<Option<String>> {
    if super::store::operators(&mut *app.db.read().await?).await? > 0 {
        return Ok(None);
    }
    invite_operator(app, "", None).await.map(Some)
}
