//! How it is remembered what the people inside did with a conversation.
use super::ConversationId;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// Something that was done with a conversation, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Done {
    pub id: String,
    pub conversation_id: ConversationId,
    pub consortium_id: ConsortiumId,
    pub at: Instant,
    /// Who did it; none is the clock.
    pub person_id: Option<PersonId>,
    pub act: String,
    pub to_person: Option<PersonId>,
    pub to_house: Option<InstitutionId>,
    pub word: String,
}

impl Done {
    pub fn new(it: &super::Conversation, by: Option<&PersonId>, act: &str, at: Instant) -> Done {
        Done {
            id: new_id(),
            conversation_id: it.id.clone(),
            consortium_id: it.consortium_id.clone(),
            at,
            person_id: by.cloned(),
            act: act.to_owned(),
            to_person: None,
            to_house: None,
            word: String::new(),
        }
    }
}

/// Writes down what was done.
pub async fn add(conn: &mut Conn, it: &Done) -> Result<()> {
    sqlx::query(
        "INSERT INTO conversation_act (id, conversation_id, consortium_id, at, person_id, act, to_person,
           to_house, word) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&it.id)
    .bind(&it.conversation_id)
    .bind(&it.consortium_id)
    .bind(it.at)
    .bind(&it.person_id)
    .bind(&it.act)
    .bind(&it.to_person)
    .bind(&it.to_house)
    .bind(&it.word)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives what was done with a conversation, oldest first.
pub async fn of(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Done>> {
    Ok(sqlx::query_as("SELECT * FROM conversation_act WHERE conversation_id = $1 ORDER BY at, id")
        .bind(id)
        .fetch_all(conn)
        .await?)
}
