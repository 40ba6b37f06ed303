//! The code with which coordination lets somebody in again who has lost everything else.
use axum::extract::{Path, State};
use axum::response::Response;

use super::web_issued::{Issued, sheet};
use super::web_person::find;
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::member::code::{hash_code, new_code};
use crate::member::door::{RESCUE_HOURS, store as door_store, web_rescue};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Coordinating;
use crate::member::{PersonId, Role, letter, me, store as people};

/// Issues a one-time code for a person of the Verbund. Not for those who run the installation, nor
/// for those who coordinate another Verbund: through them one would come in where one has no right.
/// Every Verbund of the person keeps it in its trail, and the person is told by mail.
pub async fn issue(
    State(app): State<App>,
    Coordinating(reading): Coordinating,
    Path((_, id)): Path<(String, PersonId)>,
) -> Result<Response> {
    let now = app.clock.now();
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let (person, _) = find(&mut tx, &reading, &id).await?;
    let elsewhere = people::memberships_of(&mut tx, &id).await?.into_iter().any(|it| {
        it.role() == Role::Coordinator && it.is_live(now) && it.consortium_id != reading.consortium.id
    });
    if person.is_operator() || id == reading.person.id {
        return Err(Error::Refused(Sentence::new("member-rescue-not-operator")));
    }
    if elsewhere {
        return Err(Error::Refused(Sentence::new("member-rescue-coordinates-elsewhere")));
    }
    let code = new_code(3);
    let until = now.plus_hours(RESCUE_HOURS);
    door_store::insert_code(
        &mut tx,
        &id,
        web_rescue::KIND,
        &hash_code(&code),
        Some(&reading.person.id),
        (now, until),
    )
    .await?;
    for consortium in me::store::consortia_of(&mut tx, &id).await? {
        let entry = Entry {
            consortium: Some(consortium.as_str()),
            at: now,
            person: Some(reading.person.id.as_str()),
            act: "rescue-issued",
            subject: &person.name,
            detail: "",
        };
        audit::write(&mut tx, entry).await?;
    }
    let body = Sentence::new("member-letter-rescue").with("name", &reading.person.name);
    let subject = Sentence::new("member-letter-rescue-subject");
    letter::write_to(&mut tx, &app, &person, &reading.consortium, &subject, &body, "/me").await?;
    tx.commit().await?;
    app.waker.wake();
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let local = Local::new(&zone, w, now);
    sheet(&Issued {
        desk: desk(&app, &reading, Here::Consortium, w.w("member-rescue-issued", "name", &person.name)),
        lead: w.t("member-rescue-issued-lead"),
        facts: vec![person.name.clone(), w.w("member-valid-until", "date", local.full(until))],
        code,
        link: String::new(),
        qr: String::new(),
        typed_at: format!("{}/sign-in", app.config.public_host()),
        why: w.t("member-rescue-safe"),
        back: desk_href(&reading.consortium.slug, &format!("people/{id}")),
    })
}
