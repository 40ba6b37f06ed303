//! How a conversation is told: who said what when, what we did, and what comes next.
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::conversation::store_act::Done;
use crate::conversation::store_answer::State;
use crate::conversation::{Conversation, Utterance};
use crate::institution::{Institution, face};
use crate::member::PersonId;
use crate::page::Badge;
use crate::post::names::Names;

/// One line of a conversation.
#[derive(Debug, Clone, Default)]
pub struct Line {
    pub id: String,
    pub class: &'static str,
    pub who: String,
    /// What the network calls them, beside their name.
    pub handle: String,
    pub badge: Option<Badge>,
    pub at: String,
    pub iso: String,
    /// The words; empty where they are gone.
    pub text: String,
    pub language: String,
    /// What is to be known of it: that it was changed, cut, taken back, why it is hidden.
    pub notes: Vec<String>,
    pub link: Option<String>,
    /// Why it is hidden; then the words are folded away.
    pub hidden: Option<String>,
    pub is_theirs: bool,
    /// How the sending of an answer stands, and whether it can be sent again or said to be there.
    pub sending: Option<String>,
    pub may_send_again: bool,
    pub may_confirm: bool,
    pub may_undo: bool,
}

/// What a conversation is told with.
pub struct Teller<'a> {
    pub it: &'a Conversation,
    pub names: &'a Names,
    pub local: &'a Local<'a>,
    pub slug: &'a str,
    pub consortium: &'a str,
    pub me: &'a PersonId,
}

impl Teller<'_> {
    /// Puts what was said and what was done into one row, oldest first.
    pub fn lines(&self, said: &[Utterance], done: &[Done], letters: &[(String, State)]) -> Vec<Line> {
        let mut all: Vec<(crate::base::clock::Instant, Line)> = Vec::new();
        for one in said {
            let letter = one.letter_id.as_ref().and_then(|id| letters.iter().find(|(known, _)| known == id));
            all.push((one.at, self.said(one, letter.map(|(_, state)| *state))));
        }
        let last = done.iter().rev().find(|act| act.act != "note").map(|act| &act.id);
        for act in done {
            let is_last = last == Some(&act.id);
            all.push((act.at, self.done(act, is_last)));
        }
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, line)| line).collect()
    }

    fn house(&self, id: Option<&crate::institution::InstitutionId>) -> Option<&Institution> {
        id.and_then(|id| self.names.house(id))
    }

    fn badge(&self, id: Option<&crate::institution::InstitutionId>) -> Option<Badge> {
        self.house(id).map(|house| face::badge(house, &format!("/{}", self.slug)))
    }

    fn person(&self, id: Option<&PersonId>) -> String {
        let name = id.map(|id| self.names.person(id)).unwrap_or_default();
        if name.is_empty() { self.local.lang.t("conversation-somebody") } else { name }
    }

    fn said(&self, one: &Utterance, letter: Option<State>) -> Line {
        let (w, local) = (self.local.lang, self.local);
        let mut line = Line {
            id: one.id.0.clone(),
            at: local.near(one.at),
            iso: local.iso(one.at),
            text: one.text.clone(),
            language: one.language.clone(),
            link: link(&one.remote_url),
            ..Line::default()
        };
        if one.is_ours() {
            line.class = "ours";
            line.badge = self.badge(one.institution_id.as_ref());
            let voice = self.house(one.institution_id.as_ref()).map(|house| house.short_name.as_str());
            let sentence = Sentence::new("conversation-ours")
                .with("voice", voice.unwrap_or(self.consortium))
                .with("name", self.person(one.person_id.as_ref()));
            line.who = w.say(&sentence);
            let state = letter.unwrap_or_else(|| State::from_code(&one.state));
            line.sending = Some(self.sending(one, state));
            line.may_send_again =
                matches!(state, State::Retry | State::Unconfirmed | State::Refused | State::Reconnect)
                    && one.letter_id.is_none();
            line.may_confirm = state == State::Unconfirmed;
            return line;
        }
        line.class = "theirs";
        line.is_theirs = true;
        line.who = [&one.author_name, &one.author_handle]
            .into_iter()
            .find(|name| !name.is_empty())
            .cloned()
            .unwrap_or_else(|| w.t("conversation-somebody"));
        line.handle = if line.who == one.author_handle { String::new() } else { one.author_handle.clone() };
        if let Some(at) = one.edited_at {
            line.notes.push(w.w("conversation-edited", "at", local.near(at)));
        }
        if one.cut > 0 {
            line.notes.push(w.n("conversation-cut", one.cut));
        }
        if let Some(at) = one.removed_at {
            line.notes.push(w.w("conversation-removed", "at", local.near(at)));
        }
        line.hidden = one.hidden_at.map(|at| {
            let sentence = Sentence::new("conversation-hidden")
                .with("at", local.near(at))
                .with("name", self.person(one.hidden_by.as_ref()))
                .with("reason", w.say_kept(&one.hidden_why));
            w.say(&sentence)
        });
        line
    }

    /// Says how the sending of an answer stands, why, and what comes next.
    fn sending(&self, one: &Utterance, state: State) -> String {
        let w = self.local.lang;
        let why = if one.why.is_empty() { String::new() } else { w.say_kept(&one.why) };
        let at = one.next_at.map(|at| self.local.near(at));
        let key = match (state, one.letter_id.is_some()) {
            (State::Waiting, true) => "conversation-letter-waiting",
            (State::Sent, true) => "conversation-letter-sent",
            (State::Unconfirmed, true) => "conversation-letter-unconfirmed",
            (_, true) => "conversation-letter-refused",
            (State::Waiting, _) => "conversation-sending-waiting",
            (State::Sent, _) => "conversation-sending-sent",
            (State::Retry, _) => "conversation-sending-retry",
            (State::Unconfirmed, _) => "conversation-sending-unconfirmed",
            (State::Refused, _) => "conversation-sending-refused",
            (State::Reconnect, _) => "conversation-sending-reconnect",
        };
        let at = at.or_else(|| one.sent_at.map(|at| self.local.near(at)));
        let sentence = Sentence::new(key).with("at", at.unwrap_or_default());
        format!("{} {why}", w.say(&sentence)).trim().to_owned()
    }

    fn done(&self, act: &Done, is_last: bool) -> Line {
        let (w, local) = (self.local.lang, self.local);
        let (is_note, is_mine) = (act.act == "note", act.person_id.as_ref() == Some(self.me));
        let key = match act.act.as_str() {
            "note" => "conversation-act-note",
            "taken" => "conversation-act-taken",
            "given" => "conversation-act-given",
            "freed" => "conversation-act-freed",
            "handed" => "conversation-act-handed",
            "closed" => "conversation-act-closed",
            "reopened" => "conversation-act-reopened",
            "hidden" => "conversation-act-hidden",
            "shown" => "conversation-act-shown",
            "withdrawn" => "conversation-act-withdrawn",
            "moved" => "conversation-act-moved",
            _ => "conversation-act-other",
        };
        let house = self.house(act.to_house.as_ref()).map(|house| house.short_name.as_str());
        let by = act.person_id.as_ref().map(|id| self.names.person(id));
        let sentence = Sentence::new(key)
            .with("name", by.unwrap_or_else(|| w.t("conversation-by-itself")))
            .with("to", self.person(act.to_person.as_ref()))
            .with("house", house.unwrap_or(self.consortium));
        let undone = act.undone_at.map(|at| w.w("conversation-undone", "at", local.near(at)));
        Line {
            id: act.id.clone(),
            class: if is_note { "note" } else { "act" },
            who: w.say(&sentence),
            at: local.near(act.at),
            iso: local.iso(act.at),
            text: w.say_kept(&act.word),
            notes: undone.into_iter().collect(),
            may_undo: is_last && is_mine && !act.before.is_empty() && act.undone_at.is_none(),
            ..Line::default()
        }
    }
}

/// Gives an address only if a browser may be led there.
fn link(url: &str) -> Option<String> {
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.to_owned())
}

/// Says by when a conversation is to be answered; what is late is said kindly.
pub fn words_of_due(it: &Conversation, local: &Local<'_>) -> String {
    let w = local.lang;
    if let Some(at) = it.closed_at {
        return w.w("conversation-closed-at", "at", local.near(at));
    }
    match it.due_at {
        None => w.t("conversation-due-none"),
        Some(due) if due <= local.now => w.w("conversation-due-over", "due", local.near(due)),
        Some(due) => w.w("conversation-due", "due", local.near(due)),
    }
}

/// Says where a conversation takes place, and about what.
pub fn origin(it: &Conversation, channel: Option<&str>, post: Option<&str>, w: Lang) -> String {
    let place = match it.network.as_str() {
        "site" => w.t("conversation-origin-site"),
        network => match channel.filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => w.w("conversation-network", "network", network),
        },
    };
    let what = w.w("conversation-kind", "kind", &it.kind);
    let below = post.filter(|title| !title.is_empty());
    let below = below.map(|title| format!(" {}", w.w("conversation-below", "title", title)));
    format!("{place} · {what}{}", below.unwrap_or_default())
}

/// Gives the beginning of a text in one line.
pub fn excerpt(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        None => line,
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
    }
}
