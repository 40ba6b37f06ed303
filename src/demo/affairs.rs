//! What is so in a Verbund of the demo just now, beside its posts: everything on hold, consents.
use super::days::Days;
use super::seed::Play;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consent::rule::{AgeClass, Agreement, Channel, Consent, Party};
use crate::consent::{ConsentId, Record, store as consent_store};
use crate::consortium::store_halt;
use crate::media::store_consented;

/// For how many hours everything has been on hold where it is.
const HELD_HOURS: i64 = 1;
/// How many days ago consents were given.
const AGREED_DAYS: i32 = -45;
/// For how many days from now they hold.
const HOLDS_DAYS: i32 = 320;

/// Enters it, after everything that the posts went through.
pub async fn enter(conn: &mut Conn, play: &Play<'_>, days: &Days) -> Result<()> {
    let id = &play.ground.consortium.id;
    if let Some(halt) = &play.book.halt {
        let since = days.now.plus_hours(-HELD_HOURS);
        store_halt::begin(conn, id, play.ground.person(&halt.by)?.id.as_str(), &halt.reason, since).await?;
    }
    for told in &play.book.consent {
        let agreed_at = days.at(AGREED_DAYS, 15, 0);
        let by = play.ground.person(&told.by)?;
        let consent = Consent {
            id: ConsentId::new(),
            subject: told.subject.clone(),
            age: AgeClass::Adult,
            agreements: vec![Agreement { party: Party::Person, name: told.subject.clone(), agreed_at }],
            purpose: told.purpose.clone(),
            channels: vec![Channel::Website],
            ends_at: Some(days.at(HOLDS_DAYS, 0, 0)),
            withdrawn_at: None,
        };
        let record = Record::of(&consent, id, Some(by.id.as_str()), agreed_at)?;
        consent_store::insert(conn, &record).await?;
        let picture = play.ground.pictures.get(&told.picture);
        let picture = picture.ok_or_else(|| anyhow::anyhow!("no picture is called {}", told.picture))?;
        store_consented::attach(conn, &consent.id, picture, agreed_at).await?;
    }
    Ok(())
}
