//! How conversations and what was said in them are remembered.
use std::sync::LazyLock;

use super::{Conversation, ConversationId, Utterance, UtteranceId};
use crate::base::columns;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

const CONVERSATION: [&str; 25] = [
    "channel_id",
    "kind",
    "post_id",
    "root",
    "author_id",
    "institution_id",
    "routed_by",
    "person_id",
    "due_at",
    "half_at",
    "half_told_for",
    "due_told_for",
    "told_at",
    "begun_at",
    "heard_at",
    "changed_at",
    "unkept",
    "closed_at",
    "closed_by",
    "joined_to",
    "forgotten_at",
    "network",
    "number",
    "consortium_id",
    "id",
];
const CONVERSATION_KEYS: usize = 2;

const UTTERANCE: [&str; 32] = [
    "conversation_id",
    "network",
    "kind",
    "remote_id",
    "remote_url",
    "in_reply_to",
    "handle",
    "author_id",
    "author_name",
    "author_handle",
    "author_url",
    "author_host",
    "person_id",
    "institution_id",
    "answers_id",
    "letter_id",
    "state",
    "why",
    "next_at",
    "sent_at",
    "text",
    "cut",
    "language",
    "at",
    "taken_at",
    "edited_at",
    "removed_at",
    "hidden_at",
    "hidden_by",
    "hidden_why",
    "consortium_id",
    "id",
];
const UTTERANCE_KEYS: usize = 2;

static INSERT: LazyLock<String> = LazyLock::new(|| columns::insert("conversation", &CONVERSATION));
static UPDATE: LazyLock<String> =
    LazyLock::new(|| columns::update("conversation", &CONVERSATION, CONVERSATION_KEYS));
static SAY: LazyLock<String> = LazyLock::new(|| columns::insert("utterance", &UTTERANCE));
static SAY_ANEW: LazyLock<String> =
    LazyLock::new(|| columns::update("utterance", &UTTERANCE, UTTERANCE_KEYS));

fn bound<'q>(sql: &'static str, it: &'q Conversation) -> columns::Statement<'q> {
    sqlx::query(sql)
        .bind(&it.channel_id)
        .bind(&it.kind)
        .bind(&it.post_id)
        .bind(&it.root)
        .bind(&it.author_id)
        .bind(&it.institution_id)
        .bind(&it.routed_by)
        .bind(&it.person_id)
        .bind(it.due_at)
        .bind(it.half_at)
        .bind(it.half_told_for)
        .bind(it.due_told_for)
        .bind(it.told_at)
        .bind(it.begun_at)
        .bind(it.heard_at)
        .bind(it.changed_at)
        .bind(it.unkept)
        .bind(it.closed_at)
        .bind(&it.closed_by)
        .bind(&it.joined_to)
        .bind(it.forgotten_at)
        .bind(&it.network)
        .bind(it.number)
        .bind(&it.consortium_id)
        .bind(&it.id)
}

fn bound_utterance<'q>(sql: &'static str, it: &'q Utterance) -> columns::Statement<'q> {
    sqlx::query(sql)
        .bind(&it.conversation_id)
        .bind(&it.network)
        .bind(&it.kind)
        .bind(&it.remote_id)
        .bind(&it.remote_url)
        .bind(&it.in_reply_to)
        .bind(&it.handle)
        .bind(&it.author_id)
        .bind(&it.author_name)
        .bind(&it.author_handle)
        .bind(&it.author_url)
        .bind(&it.author_host)
        .bind(&it.person_id)
        .bind(&it.institution_id)
        .bind(&it.answers_id)
        .bind(&it.letter_id)
        .bind(&it.state)
        .bind(&it.why)
        .bind(it.next_at)
        .bind(it.sent_at)
        .bind(&it.text)
        .bind(it.cut)
        .bind(&it.language)
        .bind(it.at)
        .bind(it.taken_at)
        .bind(it.edited_at)
        .bind(it.removed_at)
        .bind(it.hidden_at)
        .bind(&it.hidden_by)
        .bind(&it.hidden_why)
        .bind(&it.consortium_id)
        .bind(&it.id)
}

/// Writes a new conversation, with the next number of its Verbund.
pub async fn insert(conn: &mut Conn, it: &mut Conversation) -> Result<()> {
    let (last,): (Option<i64>,) =
        sqlx::query_as("SELECT MAX(number) FROM conversation WHERE consortium_id = $1")
            .bind(&it.consortium_id)
            .fetch_one(&mut *conn)
            .await?;
    it.number = last.unwrap_or(0) + 1;
    bound(&INSERT, it).execute(conn).await?;
    Ok(())
}

/// Writes down everything about a conversation.
pub async fn save(conn: &mut Conn, it: &Conversation) -> Result<()> {
    bound(&UPDATE, it).execute(conn).await?;
    Ok(())
}

pub async fn by_id(conn: &mut Conn, id: &ConversationId) -> Result<Conversation> {
    Ok(sqlx::query_as("SELECT * FROM conversation WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds a conversation of a Verbund by its number; one of another Verbund is not found.
pub async fn by_number(conn: &mut Conn, consortium: &ConsortiumId, number: i64) -> Result<Conversation> {
    Ok(sqlx::query_as("SELECT * FROM conversation WHERE consortium_id = $1 AND number = $2")
        .bind(consortium)
        .bind(number)
        .fetch_one(conn)
        .await?)
}

/// Writes down something that was said.
pub async fn say(conn: &mut Conn, it: &Utterance) -> Result<()> {
    bound_utterance(&SAY, it).execute(conn).await?;
    Ok(())
}

/// Writes down everything about something that was said.
pub async fn say_anew(conn: &mut Conn, it: &Utterance) -> Result<()> {
    bound_utterance(&SAY_ANEW, it).execute(conn).await?;
    Ok(())
}

pub async fn utterance(conn: &mut Conn, id: &UtteranceId) -> Result<Utterance> {
    Ok(sqlx::query_as("SELECT * FROM utterance WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Gives what was said in a conversation, in the order in which it was said.
pub async fn utterances(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Utterance>> {
    Ok(sqlx::query_as("SELECT * FROM utterance WHERE conversation_id = $1 ORDER BY at, taken_at, id")
        .bind(id)
        .fetch_all(conn)
        .await?)
}

/// Takes an answer away that goes out anew under another identity.
pub async fn unsay(conn: &mut Conn, id: &UtteranceId) -> Result<()> {
    sqlx::query("DELETE FROM utterance WHERE id = $1").bind(id).execute(conn).await?;
    Ok(())
}

/// Makes a conversation one that was asked on the Verbund's own pages; only the demo tells it so.
pub async fn become_question(conn: &mut Conn, it: &Conversation) -> Result<()> {
    sqlx::query(
        "UPDATE utterance SET network = 'site', kind = 'question', remote_id = '', remote_url = '',
           in_reply_to = '', author_id = '', author_handle = '', author_url = '', author_host = ''
         WHERE conversation_id = $1",
    )
    .bind(&it.id)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "UPDATE conversation SET network = 'site', kind = 'question', root = '', author_id = '' WHERE id = $1",
    )
    .bind(&it.id)
    .execute(conn)
    .await?;
    Ok(())
}
