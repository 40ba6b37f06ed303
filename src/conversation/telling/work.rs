//! The job that writes the letters of a Verbund, and passes on what lies with somebody who is away.
use std::collections::BTreeMap;

use super::bundle::{self, Item};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::base::{job, kill};
use crate::calendar::local::Local;
use crate::consortium::ConsortiumId;
use crate::conversation::desk::store_list::{self, Row};
use crate::conversation::store_act::{self, Done};
use crate::conversation::store_intake::{LETTERS, letters_key};
use crate::conversation::store_route::{self, Ground};
use crate::conversation::{Conversation, store};
use crate::member::{PersonId, letter, store as member_store};

/// Writes to everybody for whom something is new, each one letter, and sets itself for the next
/// instant at which something will be.
pub async fn letters(app: &App, payload: &str) -> Result<()> {
    let id = ConsortiumId::from(payload);
    let now = app.clock.now();
    let mut tx = app.db.begin(id.as_str()).await?;
    let ground = match store_route::read(&mut tx, &id, now).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    if ground.consortium.has_ended(now) {
        return Ok(());
    }
    let people = member_store::people_in(&mut tx, &id).await?;
    let mut letters: BTreeMap<PersonId, Vec<Item>> = BTreeMap::new();
    let mut next: Option<Instant> = None;
    for mut row in store_list::open(&mut tx, &id).await? {
        if let Some(act) = pass_on(&mut row.it, &ground, now) {
            store_act::add(&mut tx, &act).await?;
            store::save(&mut tx, &row.it).await?;
        }
        if let Some(news) = bundle::news(&row.it, now) {
            for person in whom(&row.it, &ground) {
                letters.entry(person).or_default().push(item(&row, news));
            }
            bundle::told(&mut row.it, news, now);
            store::save(&mut tx, &row.it).await?;
        }
        next = next.into_iter().chain(bundle::next(&row.it, now)).min();
    }
    let zone = ground.consortium.time_zone();
    for (person, items) in letters {
        let Some(person) = people.iter().find(|known| known.id == person) else { continue };
        let w = Lang::from_code(&person.language).unwrap_or_default();
        let local = Local::new(&zone, w, now);
        let (subject, body) = bundle::letter(&items, &ground.consortium.name, &local);
        let path = format!("/desk/{}/inbox", ground.consortium.slug);
        letter::write_to(&mut tx, app, person, &ground.consortium, &subject, &body, &path).await?;
    }
    if let Some(at) = next {
        job::enqueue_once(&mut tx, LETTERS, &letters_key(&id), id.as_str(), at).await?;
    }
    kill::point("conversation.letters");
    tx.commit().await?;
    app.waker.wake();
    Ok(())
}

/// Passes a conversation on that lies with somebody who is away or has gone, or with nobody.
fn pass_on(it: &mut Conversation, ground: &Ground, now: Instant) -> Option<Done> {
    it.due_at?;
    let is_there = |id: &PersonId| ground.people.iter().any(|one| one.id == *id && !one.is_away);
    if it.person_id.as_ref().is_some_and(is_there) {
        return None;
    }
    let next = ground.person(it.institution_id.as_ref())?;
    let mut act = Done::new(it, None, "moved", now);
    act.to_person = Some(next.clone());
    it.person_id = Some(next);
    it.told_at = None;
    Some(act)
}

/// Names who is written to: whoever is to answer; where that is nobody, everybody who coordinates.
fn whom(it: &Conversation, ground: &Ground) -> Vec<PersonId> {
    match &it.person_id {
        Some(id) => vec![id.clone()],
        None => ground.people.iter().filter(|one| one.coordinates()).map(|one| one.id.clone()).collect(),
    }
}

fn item(row: &Row, news: bundle::News) -> Item {
    let who = [&row.said_by, &row.said_handle].into_iter().flatten().find(|name| !name.is_empty());
    Item {
        news,
        number: row.it.number,
        who: who.cloned().unwrap_or_default(),
        said: row.said.clone().unwrap_or_default(),
        due: row.it.due_at,
    }
}
