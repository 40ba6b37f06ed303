//! What the privacy page says about the newsletter: only where there is one, or was.
use axum::response::Response;

use super::{LETTER_DAYS, UNCONFIRMED_DAYS, store_desk, web};
use crate::base::error::Result;
use crate::site::web_legal::{self, PrivacyPart};
use crate::site::web_visit::Visit;

/// Shows the privacy page with what holds for the newsletter.
pub async fn privacy(visit: Visit) -> Result<Response> {
    let counts = store_desk::counts(&mut *visit.app.db.read().await?, &visit.consortium.id).await?;
    let is_offered = web::channel_of(&visit).await?.is_some();
    let is_kept = counts.each + counts.digest + counts.unconfirmed + counts.ended > 0;
    let w = visit.w;
    let part = PrivacyPart {
        id: "newsletter",
        title: w.t("newsletter-privacy-title"),
        sentences: vec![
            w.t("newsletter-privacy-what"),
            w.n("newsletter-privacy-proof", UNCONFIRMED_DAYS),
            w.t("newsletter-privacy-no-watch"),
            w.t("newsletter-privacy-end"),
            w.n("newsletter-privacy-letters", LETTER_DAYS),
        ],
    };
    let parts = if is_offered || is_kept { vec![part] } else { Vec::new() };
    web_legal::privacy(visit, parts).await
}
