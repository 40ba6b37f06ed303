//! How an answer of ours is remembered, and what became of its sending.
use super::{Conversation, Utterance, UtteranceId, store};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::channel::order::Reply;
use crate::channel::outcome::Outcome;
use crate::channel::{Channel, store as channel_store};

/// How the sending of an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Waiting,
    Sent,
    /// Tried again by itself.
    Retry,
    /// Nobody knows whether it arrived; a person decides.
    Unconfirmed,
    Refused,
    /// The channel has to be connected anew first.
    Reconnect,
}

impl State {
    pub const ALL: [State; 6] =
        [State::Waiting, State::Sent, State::Retry, State::Unconfirmed, State::Refused, State::Reconnect];

    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sent => "sent",
            State::Retry => "retry",
            State::Unconfirmed => "unconfirmed",
            State::Refused => "refused",
            State::Reconnect => "reconnect",
        }
    }

    pub fn from_code(code: &str) -> State {
        State::ALL.into_iter().find(|state| state.code() == code).unwrap_or(State::Waiting)
    }

    /// Tells whether a person has to do something, or it will never arrive.
    pub fn needs_somebody(self) -> bool {
        matches!(self, State::Unconfirmed | State::Refused | State::Reconnect)
    }
}

/// Reads an answer that is to be sent, and the channel by which; none where there is nothing to send
/// any more.
pub async fn read(conn: &mut Conn, id: &UtteranceId) -> Result<Option<(Channel, Reply)>> {
    let answer = match store::utterance(conn, id).await {
        Ok(answer) => answer,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let is_to_send = matches!(State::from_code(&answer.state), State::Waiting | State::Retry);
    if !answer.is_ours() || !is_to_send {
        return Ok(None);
    }
    let conversation = store::by_id(conn, &answer.conversation_id).await?;
    let (Some(channel), Some(to)) = (&conversation.channel_id, &answer.answers_id) else { return Ok(None) };
    let channel = channel_store::by_id(conn, &conversation.consortium_id, channel).await?;
    let to = store::utterance(conn, to).await?;
    let reply = Reply {
        id: answer.id.0,
        text: answer.text,
        language: answer.language,
        house: answer.institution_id,
        is_direct: to.kind == "direct",
        to: to.remote_id,
        to_author: to.author_id,
        handle: to.handle,
    };
    Ok(Some((channel, reply)))
}

/// Notes what became of an attempt to send an answer. When it will not go by itself, the
/// conversation is open again: somebody has to look.
pub async fn note(conn: &mut Conn, id: &UtteranceId, outcome: &Outcome, now: Instant) -> Result<()> {
    let mut answer = store::utterance(conn, id).await?;
    if State::from_code(&answer.state) == State::Sent {
        return Ok(());
    }
    let (state, why) = match outcome {
        Outcome::Sent(remote) => {
            answer.remote_url.clone_from(&remote.url);
            answer.remote_id = remote.ids.first().cloned().unwrap_or_default();
            answer.sent_at = Some(now);
            (State::Sent, None)
        }
        Outcome::Retry { at, why } => {
            answer.next_at = *at;
            (State::Retry, Some(why))
        }
        Outcome::Unconfirmed { why } => (State::Unconfirmed, Some(why)),
        Outcome::Refused { why } => (State::Refused, Some(why)),
        Outcome::Reconnect { why } => (State::Reconnect, Some(why)),
        // No network answers by hand; should one say so, a person has to look.
        Outcome::ByHand => (State::Unconfirmed, None),
    };
    answer.state = state.code().into();
    answer.why = why.map(Sentence::keep).unwrap_or_default();
    if state != State::Retry {
        answer.next_at = None;
    }
    store::say_anew(conn, &answer).await?;
    if state.needs_somebody() {
        let conversation = store::by_id(conn, &answer.conversation_id).await?;
        reopen(conn, conversation, &answer, now).await?;
    }
    Ok(())
}

/// Opens a conversation again whose answer did not arrive; it is due at once.
async fn reopen(conn: &mut Conn, mut it: Conversation, answer: &Utterance, now: Instant) -> Result<()> {
    (it.closed_at, it.closed_by) = (None, None);
    it.due_at = it.due_at.or(Some(now));
    it.half_at = it.half_at.or(Some(now));
    it.person_id = it.person_id.or_else(|| answer.person_id.clone());
    it.changed_at = now;
    store::save(conn, &it).await
}
