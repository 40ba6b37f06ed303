//! Bringing a list of hosts in: first it is shown what it would do, then it is done, as one that can
//! be taken back.
use axum::response::Response;

use super::block_list::{self, Listed};
use super::store_block_list;
use super::store_log;
use super::web_block::Keeper;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::base::sentence::Sentence;
use crate::page::form::{Faults, Form};
use crate::page::html;

/// How many names of a list are shown before it is brought in.
const SHOWN: usize = 50;

/// What a list would do.
pub(super) struct Preview {
    pub summary: Vec<String>,
    pub hosts: Vec<String>,
    pub unread: Vec<String>,
    pub can_import: bool,
}

impl Keeper<'_> {
    async fn fresh(&self, form: &Form) -> Result<(block_list::Read, Vec<Listed>)> {
        let read = block_list::read(&form.raw("list"));
        let known = store_block_list::of(&mut *self.app.db.read().await?, self.consortium).await?;
        let is_new = |it: &&Listed| known.iter().all(|block| block.host != it.host);
        let fresh: Vec<Listed> = read.listed.iter().filter(is_new).cloned().collect();
        Ok((read, fresh))
    }

    /// Says what a list would do; nothing is changed.
    pub async fn preview(&self, form: &Form) -> Result<std::result::Result<Preview, Faults>> {
        let (read, fresh) = self.fresh(form).await?;
        if read.listed.is_empty() {
            let mut faults = Faults::default();
            faults.add("list", Sentence::new("conversation-block-list-empty"));
            return Ok(Err(faults));
        }
        let w = self.w;
        let mut summary = vec![w.n("conversation-block-list-new", fresh.len())];
        for (n, key) in [
            (read.listed.len() - fresh.len(), "conversation-block-list-known"),
            (read.milder, "conversation-block-list-milder"),
            (read.unread.len(), "conversation-block-list-unread"),
        ] {
            if n > 0 {
                summary.push(w.n(key, n));
            }
        }
        Ok(Ok(Preview {
            summary,
            can_import: !fresh.is_empty(),
            hosts: fresh.into_iter().take(SHOWN).map(|it| it.host).collect(),
            unread: read.unread.into_iter().take(10).collect(),
        }))
    }

    /// Brings a list in: all its hosts are blocked as one list.
    pub async fn import(&self, form: &Form) -> Result<Response> {
        let now = self.app.clock.now();
        let (_, fresh) = self.fresh(form).await?;
        let list = new_id();
        let usual = Sentence::new("conversation-block-list-reason").keep();
        let mut tx = self.app.db.begin(self.scope()).await?;
        for it in &fresh {
            let reason = if it.reason.is_empty() { &usual } else { &it.reason };
            store_block_list::insert(&mut tx, &self.block(&it.host, reason, Some(&list))).await?;
        }
        let count = fresh.len().to_string();
        store_log::write(&mut tx, &self.entry("list", &count, &usual), now).await?;
        tx.commit().await?;
        Ok(html::done(&self.here, "inbox-blocked-list"))
    }
}
