//! Who is told about a reported barrier, and in which words.
use std::collections::BTreeSet;

use super::{Report, beginning};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::Consortium;
use crate::institution::{Institution, store as institution_store};
use crate::member::{Membership, PersonId, Role, letter, store as member_store};

/// Why somebody is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    Arrived,
    Given,
    DueSoon,
}

impl News {
    fn subject(self) -> &'static str {
        match self {
            News::Arrived => "barrier-letter-arrived",
            News::Given => "barrier-letter-given",
            News::DueSoon => "barrier-letter-due",
        }
    }

    fn body(self) -> &'static str {
        match self {
            News::Arrived => "barrier-letter-arrived-body",
            News::Given => "barrier-letter-given-body",
            News::DueSoon => "barrier-letter-due-body",
        }
    }
}

/// Names who is responsible: whoever it was given to, or head and staff of that house; coordination
/// in any case, and the heads where nobody coordinates.
pub fn responsible(
    report: &Report,
    houses: &[Institution],
    memberships: &[Membership],
    now: Instant,
) -> BTreeSet<PersonId> {
    let stays = |it: &&Membership| {
        let gone = |house: &Institution| Some(&house.id) == it.institution_id.as_ref() && house.has_left(now);
        it.is_live(now) && !houses.iter().any(gone)
    };
    let live: Vec<&Membership> = memberships.iter().filter(stays).collect();
    let of = |role: Role| live.iter().filter(move |it| it.role() == role);
    let mut found: BTreeSet<PersonId> = of(Role::Coordinator).map(|it| it.person_id.clone()).collect();
    if found.is_empty() {
        found.extend(of(Role::Head).map(|it| it.person_id.clone()));
    }
    if let Some(person) = &report.person_id {
        found.extend(live.iter().filter(|it| it.person_id == *person).map(|it| it.person_id.clone()));
    } else if let Some(house) = &report.institution_id {
        let theirs = of(Role::Head).chain(of(Role::Staff));
        let theirs = theirs.filter(|it| it.institution_id.as_ref() == Some(house));
        found.extend(theirs.map(|it| it.person_id.clone()));
    }
    found
}

/// Writes to those responsible, but not to whoever did it; in the caller's transaction.
pub async fn tell(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    report: &Report,
    (news, but): (News, Option<&PersonId>),
) -> Result<()> {
    let now = app.clock.now();
    let houses = institution_store::of_consortium(conn, &it.id).await?;
    let memberships = member_store::memberships_in(conn, &it.id).await?;
    let whom = responsible(report, &houses, &memberships, now);
    let zone = it.time_zone();
    let path = format!("/desk/{}/barriers/{}", it.slug, report.number);
    for person in member_store::people_in(conn, &it.id).await? {
        if !whom.contains(&person.id) || but == Some(&person.id) {
            continue;
        }
        let local = Local::new(&zone, Lang::from_code(&person.language).unwrap_or_default(), now);
        let subject = Sentence::new(news.subject()).with("number", report.number);
        let body = Sentence::new(news.body())
            .with("number", report.number)
            .with("consortium", &it.name)
            .with("due", local.date(report.due(&local)))
            .with("excerpt", beginning(&report.body, 200));
        letter::write_to(conn, app, &person, it, &subject, &body, &path).await?;
    }
    Ok(())
}

/// Writes to whoever reported the barrier, where they left an e-mail address; tells whether it did.
pub async fn write_to_reporter(
    conn: &mut Conn,
    app: &App,
    it: &Consortium,
    report: &Report,
    text: &str,
) -> Result<bool> {
    let Some(address) = report.reply_email() else { return Ok(false) };
    let subject =
        Sentence::new("barrier-answer-subject").with("number", report.number).with("consortium", &it.name);
    let letter = Letter::new(&address, report.reader().say(&subject), format!("{text}\n"), app.clock.now());
    mail::write(conn, &letter.about(it.id.as_str())).await?;
    Ok(true)
}
