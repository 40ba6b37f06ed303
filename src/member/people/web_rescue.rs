//! The code with which coordination lets somebody in again who has lost everything else.
use axum::extract::{Path, State};
use axum::response::Response;

use super::rescue::may_rescue;
use super::web_issued::{Issued, sheet};
use super::web_person::find;
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::consortium::store as consortium_store;
use crate::member::code::{hash_code, new_code};
use crate::member::door::{RESCUE_HOURS, store as door_store, web_rescue};
use crate::member::web_desk::{Here, desk, desk_href};
use crate::member::web_seat::Coordinating;
use crate::member::{Person, PersonId, letter, me, store as people};
use crate::page::Desk;

/// Issues a one-time code for a person of the Verbund. Not for those who run the installation, nor
/// for those who belong to another Verbund too: through them one would come in where one has no
/// right.
pub async fn issue(
    State(app): State<App>,
    Coordinating(reading): Coordinating,
    Path((_, id)): Path<(String, PersonId)>,
) -> Result<Response> {
    let mut tx = app.db.begin(reading.consortium.id.as_str()).await?;
    let (person, _) = find(&mut tx, &reading, &id).await?;
    let code = issued(&mut tx, &app, &reading.person, &person).await?;
    tx.commit().await?;
    app.waker.wake();
    let w = reading.lang();
    let zone = reading.consortium.time_zone();
    let until = Local::new(&zone, w, reading.now).full(reading.now.plus_hours(RESCUE_HOURS));
    let desk = desk(&app, &reading, Here::Consortium, w.w("member-rescue-issued", "name", &person.name));
    let back = desk_href(&reading.consortium.slug, &format!("people/{id}"));
    let facts = vec![person.name, w.w("member-valid-until", "date", until)];
    sheet(&handed(&app, desk, facts, code, back))
}

/// Makes the code, if this person may give it to that one. Every Verbund of the person keeps it in
/// its trail, and the person is told by mail.
pub async fn issued(conn: &mut Conn, app: &App, by: &Person, person: &Person) -> Result<String> {
    let now = app.clock.now();
    let own = people::memberships_of(conn, &by.id).await?;
    let theirs = people::memberships_of(conn, &person.id).await?;
    may_rescue((by, &own), (person, &theirs), now).map_err(Error::Refused)?;
    let code = new_code(3);
    let (kind, hash) = (web_rescue::KIND, hash_code(&code));
    let until = now.plus_hours(RESCUE_HOURS);
    door_store::insert_code(conn, &person.id, kind, &hash, Some(&by.id), (now, until)).await?;
    let verbuende = me::store::consortia_of(conn, &person.id).await?;
    for consortium in &verbuende {
        let entry = Entry {
            consortium: Some(consortium.as_str()),
            at: now,
            person: Some(by.id.as_str()),
            act: "rescue-issued",
            subject: &person.name,
            detail: "",
        };
        audit::write(conn, entry).await?;
    }
    if let Some(first) = verbuende.first() {
        let consortium = consortium_store::by_id(conn, first).await?;
        let body = Sentence::new("member-letter-rescue").with("name", &by.name);
        let subject = Sentence::new("member-letter-rescue-subject");
        letter::write_to(conn, app, person, &consortium, &subject, &body, "/me").await?;
    }
    Ok(code)
}

/// Lays out the sheet on which the code is handed over.
pub fn handed(app: &App, desk: Desk, facts: Vec<String>, code: String, back: String) -> Issued {
    let w = desk.w;
    Issued {
        desk,
        lead: w.t("member-rescue-issued-lead"),
        facts,
        code,
        link: String::new(),
        qr: String::new(),
        typed_at: format!("{}/sign-in", app.config.public_host()),
        why: w.t("member-rescue-safe"),
        back,
    }
}
