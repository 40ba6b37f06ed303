//! How it is remembered what the people inside did with a conversation.
use serde::{Deserialize, Serialize};

use super::{Conversation, ConversationId};
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
    /// How the conversation stood before (JSON); empty where it cannot be undone.
    pub before: String,
    pub undone_at: Option<Instant>,
}

/// What an act changes, as it stood before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Before {
    pub house: Option<InstitutionId>,
    pub person: Option<PersonId>,
    pub routed_by: String,
    pub due_at: Option<Instant>,
    pub half_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub closed_by: Option<PersonId>,
}

impl Before {
    pub fn of(it: &Conversation) -> Before {
        Before {
            house: it.institution_id.clone(),
            person: it.person_id.clone(),
            routed_by: it.routed_by.clone(),
            due_at: it.due_at,
            half_at: it.half_at,
            closed_at: it.closed_at,
            closed_by: it.closed_by.clone(),
        }
    }

    /// Puts a conversation back to how it stood.
    pub fn restore(self, it: &mut Conversation) {
        it.institution_id = self.house;
        it.person_id = self.person;
        it.routed_by = self.routed_by;
        (it.due_at, it.half_at) = (self.due_at, self.half_at);
        (it.closed_at, it.closed_by) = (self.closed_at, self.closed_by);
    }
}

impl Done {
    pub fn new(it: &Conversation, by: Option<&PersonId>, act: &str, at: Instant) -> Done {
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
            before: String::new(),
            undone_at: None,
        }
    }

    /// Remembers how the conversation stands, before it is changed.
    pub fn undoable(mut self, it: &Conversation) -> Result<Done> {
        self.before = serde_json::to_string(&Before::of(it))?;
        Ok(self)
    }
}

/// Writes down what was done.
pub async fn add(conn: &mut Conn, it: &Done) -> Result<()> {
    sqlx::query(
        "INSERT INTO conversation_act (id, conversation_id, consortium_id, at, person_id, act, to_person,
           to_house, word, before) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
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
    .bind(&it.before)
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

/// Notes that an act was undone.
pub async fn undo(conn: &mut Conn, id: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE conversation_act SET undone_at = $2 WHERE id = $1")
        .bind(id)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}
