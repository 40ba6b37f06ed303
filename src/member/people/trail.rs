//! The trail of a Verbund, line by line in sentences.
use crate::base::clock::Instant;
use crate::base::text::Lang;

/// One act, with the name of whoever did it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Line {
    pub at: Instant,
    pub act: String,
    pub subject: String,
    pub detail: String,
    pub who: String,
}

impl Line {
    /// Says what happened; an act for which nobody has written a sentence is named as it is.
    pub fn sentence(&self, w: Lang) -> String {
        let key = format!("audit-{}", self.act);
        let key = if w.has(&key) { key.as_str() } else { "audit-other" };
        let who = if self.who.is_empty() { w.t("audit-somebody") } else { self.who.clone() };
        let role = format!("member-role-{}", self.detail);
        let detail = if w.has(&role) { w.t(&role) } else { self.detail.clone() };
        w.words(key, &[("who", &who), ("subject", &self.subject), ("detail", &detail), ("act", &self.act)])
    }
}
