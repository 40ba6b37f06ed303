//! What a letter says: everything that concerns one person, in one letter.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::conversation::Conversation;
use crate::conversation::desk::thread::excerpt;

/// Why a conversation is told about; the strongest reason counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum News {
    Due,
    Half,
    Arrived,
}

/// Says what is new about a conversation at an instant, if anything is.
pub fn news(it: &Conversation, now: Instant) -> Option<News> {
    if !it.is_open() {
        return None;
    }
    let due = it.due_at?;
    if due <= now && it.due_told_for != Some(due) {
        return Some(News::Due);
    }
    let is_new = it.told_at.is_none_or(|told| told < it.heard_at);
    if due > now && is_new {
        return Some(News::Arrived);
    }
    let half = it.half_at.filter(|half| *half <= now && due > now)?;
    (it.half_told_for != Some(half)).then_some(News::Half)
}

/// Says when something will be new about a conversation, if nothing happens until then.
pub fn next(it: &Conversation, now: Instant) -> Option<Instant> {
    if !it.is_open() {
        return None;
    }
    let half = it.half_at.filter(|half| *half > now && it.half_told_for != Some(*half));
    half.or(it.due_at.filter(|due| *due > now))
}

/// Notes that somebody has been told.
pub fn told(it: &mut Conversation, news: News, now: Instant) {
    match news {
        News::Arrived => it.told_at = Some(now),
        News::Half => it.half_told_for = it.half_at,
        News::Due => (it.due_told_for, it.half_told_for) = (it.due_at, it.half_at),
    }
}

/// One line of a letter.
pub struct Item {
    pub news: News,
    pub number: i64,
    pub who: String,
    pub said: String,
    pub due: Option<Instant>,
}

/// Composes a letter's subject and body from its lines; in the words of its reader.
pub fn letter(items: &[Item], consortium: &str, local: &Local<'_>) -> (Sentence, Sentence) {
    let w = local.lang;
    let of = |news: News| items.iter().filter(move |item| item.news == news);
    let part = |news, key: &str| {
        let lines: Vec<String> = of(news).map(|item| line(item, local)).collect();
        (!lines.is_empty()).then(|| format!("{}\n{}", w.n(key, lines.len()), lines.join("\n")))
    };
    let parts = [
        part(News::Due, "conversation-letter-due"),
        part(News::Half, "conversation-letter-half"),
        part(News::Arrived, "conversation-letter-arrived"),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let subject = match items.iter().map(|item| item.news).min() {
        Some(News::Due) => "conversation-letter-subject-due",
        Some(News::Half) => "conversation-letter-subject-half",
        _ => "conversation-letter-subject-arrived",
    };
    let subject = Sentence::new(subject).with("n", items.len()).with("consortium", consortium);
    (subject, Sentence::new("conversation-letter-body").with("consortium", consortium).with("text", text))
}

fn line(item: &Item, local: &Local<'_>) -> String {
    let due = item.due.map(|due| local.full(due)).unwrap_or_default();
    let sentence = Sentence::new("conversation-letter-line")
        .with("number", item.number)
        .with("who", &item.who)
        .with("said", excerpt(&item.said, 120))
        .with("due", due);
    local.lang.say(&sentence)
}
