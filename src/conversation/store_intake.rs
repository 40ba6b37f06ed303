//! How what comes back is taken in: once, whatever is repeated, in whatever order it comes.
//!
//! Of likes and shares nothing is kept but a mark that recognises the same one again: how many there
//! are is worth knowing, who it was is nobody's business here.
use super::store_route::{self, Ground};
use super::taking::{self, MOST_OF_AUTHOR, MOST_OF_HOST, Taken};
use super::{Conversation, ConversationId, Utterance, UtteranceId, store, store_block, store_thread};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::channel::Network;
use crate::channel::incoming::{Incoming, Kind};
use crate::consortium::ConsortiumId;
use crate::post::PostId;

/// The kind of the job that writes the letters about what arrived and what is due; its payload is
/// the id of the Verbund.
pub const LETTERS: &str = "inbox-letters";

/// Letters about what arrived go out at these minutes, all of one person in one.
const BUNDLE_MINUTES: i64 = 15;

/// What a trace stands for.
const GONE: &str = "gone";
const UNKEPT: &str = "unkept";

/// Takes in what came back, in the caller's transaction of the Verbund. The same thing twice
/// changes nothing; a newer text of it replaces the older one. Gives the conversation it belongs to;
/// a like or a share belongs to none, and neither does what is refused.
pub async fn take_in(conn: &mut Conn, it: &Incoming, now: Instant) -> Result<Option<ConversationId>> {
    let taken = taking::taken(it);
    let network = it.network.code();
    if taken.remote_id.is_empty() {
        return Ok(None);
    }
    let known = store_thread::by_remote(conn, &it.consortium_id, network, &taken.remote_id).await?;
    if let Some(known) = known {
        return change(conn, known, &taken, now).await.map(Some);
    }
    let refused =
        store_block::is_refused(conn, &it.consortium_id, network, &taken.author.id, &taken.host).await?;
    if refused || has_trace(conn, &it.consortium_id, network, &taken.remote_id).await? {
        return Ok(None);
    }
    if matches!(it.kind, Kind::Like | Kind::Share) {
        let kind = taking::kind_code(it.kind);
        trace(conn, it, &taken, kind, now).await?;
        return Ok(None);
    }
    if let Some(bounded) = bound(conn, it, &taken, now).await? {
        return Ok(bounded);
    }
    let ground = store_route::read(conn, &it.consortium_id, now).await?;
    if ground.consortium.has_ended(now) {
        return Ok(None);
    }
    let mut conversation = find_or_begin(conn, it, &taken, &ground, now).await?;
    store::say(conn, &utterance(it, &taken, &conversation.id, now)).await?;
    join_later(conn, &mut conversation, &taken, now).await?;
    hear(&mut conversation, &ground, now);
    store::save(conn, &conversation).await?;
    set_letters(conn, &it.consortium_id, now).await?;
    Ok(Some(conversation.id))
}

/// Takes back what its author has deleted out there: the text goes, that there was something stays.
/// What was never taken in is remembered by its mark, so that it is not taken in when it comes late.
pub async fn take_back(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: Network,
    remote_id: &str,
    now: Instant,
) -> Result<()> {
    let remote_id = taking::identity(remote_id);
    let network = network.code();
    let Some(mut known) = store_thread::by_remote(conn, consortium, network, &remote_id).await? else {
        return insert_trace(conn, consortium, network, &remote_id, GONE, None, now).await;
    };
    if known.removed_at.is_some() || known.is_ours() {
        return Ok(());
    }
    known.removed_at = Some(now);
    known.text.clear();
    known.cut = 0;
    store::say_anew(conn, &known).await?;
    let mut conversation = store::by_id(conn, &known.conversation_id).await?;
    conversation.changed_at = now;
    let rest = store::utterances(conn, &conversation.id).await?;
    if rest.iter().all(|said| !said.is_answerable()) {
        // Nothing is left to be answered.
        (conversation.due_at, conversation.half_at) = (None, None);
    }
    store::save(conn, &conversation).await
}

/// Replaces the text of something known, if its author says it otherwise now; what was taken back
/// stays so.
async fn change(
    conn: &mut Conn,
    mut known: Utterance,
    taken: &Taken,
    now: Instant,
) -> Result<ConversationId> {
    let id = known.conversation_id.clone();
    let is_same = known.text == taken.text && known.cut == taken.cut;
    let is_another = known.author_id != taken.author.id;
    let stays = known.is_ours() || known.removed_at.is_some() || is_another || is_same;
    if stays || is_forgotten(conn, &id).await? {
        return Ok(id);
    }
    known.text.clone_from(&taken.text);
    known.cut = taken.cut;
    known.language.clone_from(&taken.language);
    known.handle.clone_from(&taken.handle);
    known.edited_at = Some(now);
    store::say_anew(conn, &known).await?;
    let mut conversation = store::by_id(conn, &id).await?;
    conversation.changed_at = now;
    store::save(conn, &conversation).await?;
    Ok(id)
}

async fn is_forgotten(conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    Ok(store::by_id(conn, id).await?.forgotten_at.is_some())
}

/// Bounds a flood: of an author or a host from whom too much came within the hour the rest is only
/// counted, in the newest conversation with them.
async fn bound(
    conn: &mut Conn,
    it: &Incoming,
    taken: &Taken,
    now: Instant,
) -> Result<Option<Option<ConversationId>>> {
    let consortium = &it.consortium_id;
    let since = now.plus_hours(-1);
    let (of_author, of_host) =
        store_thread::taken_since(conn, consortium, &taken.author.id, &taken.host, since).await?;
    if of_author < MOST_OF_AUTHOR && of_host < MOST_OF_HOST {
        return Ok(None);
    }
    trace(conn, it, taken, UNKEPT, now).await?;
    let id = store_thread::newest_of(conn, consortium, &taken.author.id, &taken.host).await?;
    if let Some(id) = &id {
        let mut conversation = store::by_id(conn, id).await?;
        conversation.unkept += 1;
        store::save(conn, &conversation).await?;
    }
    Ok(Some(id))
}

/// Finds the conversation to which something belongs, or begins one.
async fn find_or_begin(
    conn: &mut Conn,
    it: &Incoming,
    taken: &Taken,
    ground: &Ground,
    now: Instant,
) -> Result<Conversation> {
    let (consortium, network) = (&it.consortium_id, it.network.code());
    let parent = store_thread::by_remote(conn, consortium, network, &taken.in_reply_to).await?;
    if let Some(parent) = parent {
        let found = store::by_id(conn, &parent.conversation_id).await?;
        if found.forgotten_at.is_none() {
            return Ok(found);
        }
    }
    if it.kind == Kind::Direct
        && let Some(found) = store_thread::direct(conn, consortium, network, &taken.author.id).await?
    {
        return Ok(found);
    }
    let root = if taken.in_reply_to.is_empty() { &taken.remote_id } else { &taken.in_reply_to };
    if let Some(found) = store_thread::by_root(conn, consortium, network, root, &taken.author.id).await? {
        return Ok(found);
    }
    let post = of_this(conn, consortium, it.post_id.as_ref()).await?;
    let byline = store_route::byline(conn, consortium, post.as_ref()).await?;
    let (house, by) = ground.house(it.house.as_ref(), &byline, &taken.text, now);
    let mut begun = Conversation {
        channel_id: it.channel_id.clone(),
        post_id: post,
        root: root.clone(),
        author_id: taken.author.id.clone(),
        person_id: ground.person(house.as_ref()),
        institution_id: house,
        routed_by: by.code().into(),
        ..Conversation::begun(consortium, network, taking::kind_code(it.kind), now)
    };
    store::insert(conn, &mut begun).await?;
    Ok(begun)
}

/// Joins the conversations that began below something that only now arrived.
async fn join_later(
    conn: &mut Conn,
    conversation: &mut Conversation,
    taken: &Taken,
    now: Instant,
) -> Result<()> {
    let network = conversation.network.clone();
    let consortium = conversation.consortium_id.clone();
    for other in store_thread::waiting_for(conn, &consortium, &network, &taken.remote_id).await? {
        if other.id == conversation.id {
            continue;
        }
        store_thread::join(conn, &other.id, &conversation.id, now).await?;
        conversation.unkept += other.unkept;
        conversation.due_at = conversation.due_at.into_iter().chain(other.due_at).min();
        conversation.half_at = conversation.half_at.into_iter().chain(other.half_at).min();
    }
    Ok(())
}

/// Notes that there is something to be answered: a closed conversation is open again, and one in
/// which nothing was due gets a time to answer by.
pub fn hear(conversation: &mut Conversation, ground: &Ground, now: Instant) {
    if conversation.closed_at.take().is_some() {
        conversation.closed_by = None;
        conversation.due_at = None;
    }
    conversation.heard_at = now;
    conversation.changed_at = now;
    let house = conversation.institution_id.as_ref();
    let is_there = |id| ground.people.iter().any(|it| it.id == id && !it.is_away);
    if !conversation.person_id.clone().is_some_and(is_there) {
        conversation.person_id = ground.person(house);
    }
    if conversation.due_at.is_none() {
        let due = ground.due(house, now);
        conversation.due_at = Some(due.at);
        conversation.half_at = Some(due.half_at);
    }
}

/// Sets the letters about what arrived: those of one person go out together.
pub async fn set_letters(conn: &mut Conn, consortium: &ConsortiumId, now: Instant) -> Result<()> {
    let step = BUNDLE_MINUTES * 60_000;
    let next = Instant::from_millis((now.millis().div_euclid(step) + 1) * step);
    job::enqueue_once(conn, LETTERS, &letters_key(consortium), consortium.as_str(), next).await
}

/// The name of a Verbund's letters among the jobs.
pub fn letters_key(consortium: &ConsortiumId) -> String {
    format!("{LETTERS}:{consortium}")
}

fn utterance(it: &Incoming, taken: &Taken, conversation: &ConversationId, now: Instant) -> Utterance {
    Utterance {
        id: UtteranceId::new(),
        conversation_id: conversation.clone(),
        consortium_id: it.consortium_id.clone(),
        network: it.network.code().into(),
        kind: taking::kind_code(it.kind).into(),
        remote_id: taken.remote_id.clone(),
        remote_url: taken.remote_url.clone(),
        in_reply_to: taken.in_reply_to.clone(),
        handle: taken.handle.clone(),
        author_id: taken.author.id.clone(),
        author_name: taken.author.name.clone(),
        author_handle: taken.author.handle.clone(),
        author_url: taken.author.url.clone(),
        author_host: taken.host.clone(),
        text: taken.text.clone(),
        cut: taken.cut,
        language: taken.language.clone(),
        // Nobody out there speaks from the future.
        at: it.at.min(now),
        ..Utterance::empty(now)
    }
}

/// Keeps a post only if it is one of this Verbund.
async fn of_this(conn: &mut Conn, consortium: &ConsortiumId, id: Option<&PostId>) -> Result<Option<PostId>> {
    let Some(id) = id else { return Ok(None) };
    match crate::post::store::by_id(conn, id).await {
        Ok(post) => Ok((post.consortium_id == *consortium).then_some(post.id)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

async fn trace(conn: &mut Conn, it: &Incoming, taken: &Taken, kind: &str, now: Instant) -> Result<()> {
    let post = of_this(conn, &it.consortium_id, it.post_id.as_ref()).await?;
    let network = it.network.code();
    insert_trace(conn, &it.consortium_id, network, &taken.remote_id, kind, post.as_ref(), now).await
}

async fn has_trace(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    remote_id: &str,
) -> Result<bool> {
    let (found,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM trace WHERE consortium_id = $1 AND network = $2 AND mark = $3")
            .bind(consortium)
            .bind(network)
            .bind(taking::mark(remote_id))
            .fetch_one(conn)
            .await?;
    Ok(found > 0)
}

/// Writes a mark down; that something is gone outweighs what was known of it.
async fn insert_trace(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    remote_id: &str,
    kind: &str,
    post: Option<&PostId>,
    now: Instant,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO trace (consortium_id, network, mark, kind, post_id, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (consortium_id, network, mark) DO UPDATE SET kind = excluded.kind, at = excluded.at",
    )
    .bind(consortium)
    .bind(network)
    .bind(taking::mark(remote_id))
    .bind(kind)
    .bind(post)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

#[cfg(test)]
#[path = "intake_tests.rs"]
pub(crate) mod tests;
