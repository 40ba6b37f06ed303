//! Blocks of a Verbund, or of the whole installation: whom, why, since when, and back again.
use askama::Template;
use axum::response::Response;

use super::block_list;
use super::store_block_list::{self, Block};
use super::store_log::{self, Entry};
use super::web_block_list::Preview;
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::ConsortiumId;
use crate::conversation::BlockId;
use crate::member::PersonId;
use crate::page::form::{Faults, Form};
use crate::page::{Desk, html};

/// How many blocks the page lists; the rest is counted.
const MOST: usize = 300;
/// How much of a reason is taken, in characters.
pub(super) const LONGEST: usize = 300;

#[derive(Template)]
#[template(path = "conversation/moderating/blocks.html")]
pub(super) struct BlocksPage {
    pub desk: Desk,
    back: (String, String),
    here: String,
    lead: String,
    lines: Vec<Line>,
    /// Imported lists: identity, how many hosts, when.
    lists: Vec<(String, String)>,
    more: usize,
    host: String,
    reason: String,
    list: String,
    faults: Faults,
    preview: Option<Preview>,
}

struct Line {
    id: String,
    subject: String,
    reason: String,
    when: String,
}

/// Whose blocks they are, and who looks at them.
pub(super) struct Keeper<'a> {
    pub app: &'a App,
    pub w: Lang,
    /// None is the whole installation.
    pub consortium: Option<&'a ConsortiumId>,
    pub person: &'a PersonId,
    pub here: String,
    pub back: (String, String),
}

impl Keeper<'_> {
    /// The scope in which the blocks are written.
    pub fn scope(&self) -> &str {
        self.consortium.map_or("installation-blocks", ConsortiumId::as_str)
    }

    /// Builds the page.
    pub async fn page(
        &self,
        desk: Desk,
        form: &Form,
        faults: Faults,
        preview: Option<Preview>,
    ) -> Result<BlocksPage> {
        let w = self.w;
        let all = store_block_list::of(&mut *self.app.db.read().await?, self.consortium).await?;
        let zone = jiff::tz::TimeZone::get("Europe/Berlin").unwrap_or(jiff::tz::TimeZone::UTC);
        let local = Local::new(&zone, w, self.app.clock.now());
        let (listed, single): (Vec<&Block>, Vec<&Block>) = all.iter().partition(|it| it.list_id.is_some());
        let line = |it: &&Block| Line {
            id: it.id.0.clone(),
            subject: it.subject().to_owned(),
            reason: w.say_kept(&it.reason),
            when: local.full(it.created_at),
        };
        let mut lists: Vec<(String, String)> = Vec::new();
        for it in &listed {
            let id = it.list_id.clone().unwrap_or_default();
            if lists.iter().any(|(known, _)| *known == id) {
                continue;
            }
            let n = listed.iter().filter(|other| other.list_id == it.list_id).count();
            let said = Sentence::new("conversation-block-list-of")
                .with("n", n)
                .with("at", local.full(it.created_at));
            lists.push((id, w.say(&said)));
        }
        Ok(BlocksPage {
            desk,
            back: self.back.clone(),
            here: self.here.clone(),
            lead: w.t(match self.consortium {
                Some(_) => "conversation-blocks-lead",
                None => "conversation-blocks-lead-all",
            }),
            more: single.len().saturating_sub(MOST),
            lines: single.iter().take(MOST).map(line).collect(),
            lists,
            host: form.raw("host"),
            reason: form.raw("reason"),
            list: form.raw("list"),
            faults,
            preview,
        })
    }

    /// Blocks one host, with a reason.
    pub async fn add(&self, form: &Form) -> Result<std::result::Result<(), Faults>> {
        let mut faults = Faults::default();
        let host = block_list::host(&form.text("host"));
        let reason = form.text("reason");
        if host.is_none() {
            faults.add("host", Sentence::new("conversation-block-host-wrong"));
        }
        if reason.is_empty() || reason.chars().count() > LONGEST {
            faults.add("reason", Sentence::new("conversation-block-reason-missing"));
        }
        let (Some(host), true) = (host, faults.is_empty()) else { return Ok(Err(faults)) };
        let now = self.app.clock.now();
        let mut tx = self.app.db.begin(self.scope()).await?;
        let known = store_block_list::of(&mut tx, self.consortium).await?;
        if known.iter().all(|it| it.host != host) {
            store_block_list::insert(&mut tx, &self.block(&host, &reason, None)).await?;
            store_log::write(&mut tx, &self.entry("blocked", &host, &reason), now).await?;
        }
        tx.commit().await?;
        Ok(Ok(()))
    }

    pub fn block(&self, host: &str, reason: &str, list: Option<&str>) -> Block {
        Block {
            id: BlockId::new(),
            consortium_id: self.consortium.cloned(),
            network: String::new(),
            author_id: String::new(),
            author_handle: String::new(),
            host: host.to_owned(),
            reason: reason.to_owned(),
            list_id: list.map(str::to_owned),
            created_by: Some(self.person.clone()),
            created_at: self.app.clock.now(),
        }
    }

    pub fn entry(&self, act: &'static str, subject: &str, reason: &str) -> Entry {
        Entry {
            consortium: self.consortium.cloned(),
            person: Some(self.person.clone()),
            act,
            subject: subject.to_owned(),
            reason: reason.to_owned(),
            ..Entry::default()
        }
    }

    /// Ends a block, or all of one list.
    pub async fn end(&self, form: &Form) -> Result<Response> {
        let now = self.app.clock.now();
        let mut tx = self.app.db.begin(self.scope()).await?;
        let (id, list) = (form.text("block"), form.text("list"));
        let ended = store_block_list::end(&mut tx, self.consortium, (&id, &list), self.person, now).await?;
        for it in &ended {
            store_log::write(&mut tx, &self.entry("unblocked", it.subject(), &it.reason), now).await?;
        }
        tx.commit().await?;
        Ok(html::done(&self.here, "inbox-unblocked"))
    }
}
