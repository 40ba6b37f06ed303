//! How it is found out which house something concerns, who is to answer, and by when.
use super::answering::{self, Candidate};
use super::due::{self, Due};
use super::routing::{self, By, House};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::institution::{Institution, InstitutionId, store as institution_store};
use crate::member::{PersonId, store as member_store};
use crate::post::editing::store_revision;
use crate::post::writing::content::Content;
use crate::post::{PostId, store as post_store};
use crate::site::open;

/// Within how many working days is answered where a Verbund has not decided.
pub const USUAL_DAYS: i64 = 1;

/// A Verbund as those see it who decide who answers.
#[derive(Debug, Clone)]
pub struct Ground {
    pub consortium: Consortium,
    pub houses: Vec<Institution>,
    pub people: Vec<Candidate>,
    pub days: i64,
}

impl Ground {
    /// Finds the house that something concerns.
    pub fn house(
        &self,
        chosen: Option<&InstitutionId>,
        byline: &[InstitutionId],
        text: &str,
        now: Instant,
    ) -> (Option<InstitutionId>, By) {
        let houses: Vec<House> = self.houses.iter().map(|it| House::of(it, now)).collect();
        routing::house(chosen, byline, text, &houses)
    }

    /// Names who is to answer for a house, or for the Verbund. As long as there is no rota, nobody
    /// has the duty.
    pub fn person(&self, house: Option<&InstitutionId>) -> Option<PersonId> {
        answering::person(house, &self.people, &[])
    }

    /// Names who is to answer when a conversation is handed over to a house: of all who could,
    /// somebody of that house first, for the others have just given it away.
    pub fn person_of(&self, house: Option<&InstitutionId>) -> Option<PersonId> {
        answering::person_of(house, &self.people, &[])
    }

    /// Says by when that is to be.
    pub fn due(&self, house: Option<&InstitutionId>, from: Instant) -> Due {
        let house = house.and_then(|id| self.houses.iter().find(|it| it.id == *id));
        let hours = house.and_then(open::hours);
        due::due(from, self.days, hours.as_ref(), &self.consortium.time_zone(), &open::HOLIDAYS)
    }
}

/// Reads the houses and people of a Verbund.
pub async fn read(conn: &mut Conn, id: &ConsortiumId, now: Instant) -> Result<Ground> {
    let consortium = consortium_store::by_id(conn, id).await?;
    let houses = institution_store::of_consortium(conn, id).await?;
    let memberships = member_store::memberships_in(conn, id).await?;
    let people = member_store::people_in(conn, id).await?;
    let mut people: Vec<Candidate> =
        people.iter().filter_map(|it| Candidate::of(it, &memberships, now)).collect();
    // In the order in which they came: names say nothing about who has the time.
    people.sort_by_key(|it| memberships.iter().position(|known| known.person_id == it.id));
    Ok(Ground { consortium, houses, people, days: days(conn, id).await? })
}

/// Gives the working days within which a Verbund answers.
pub async fn days(conn: &mut Conn, id: &ConsortiumId) -> Result<i64> {
    let row: Option<(i64,)> = sqlx::query_as("SELECT days FROM answering WHERE consortium_id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    Ok(row.map_or(USUAL_DAYS, |(days,)| days.max(1)))
}

/// Decides within how many working days a Verbund answers.
pub async fn decide_days(conn: &mut Conn, id: &ConsortiumId, days: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO answering (consortium_id, days) VALUES ($1, $2)
         ON CONFLICT (consortium_id) DO UPDATE SET days = excluded.days",
    )
    .bind(id)
    .bind(days)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives the houses that speak in what the public sees of a post, in their order.
pub async fn byline(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    post: Option<&PostId>,
) -> Result<Vec<InstitutionId>> {
    let Some(id) = post else { return Ok(Vec::new()) };
    let post = post_store::by_id(conn, id).await?;
    let shown = post.live_revision_id.clone().or(post.head_revision_id.clone());
    let Some(revision) = shown.filter(|_| post.consortium_id == *consortium) else { return Ok(Vec::new()) };
    let revision = store_revision::by_id(conn, &post.id, &revision).await?;
    let content: Content = serde_json::from_str(&revision.content)?;
    Ok(content.byline)
}
