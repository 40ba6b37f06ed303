//! The page that shows a new code: once, for it is kept nowhere.
use askama::Template;
use axum::response::Response;

use crate::base::error::Result;
use crate::page::Desk;
use crate::page::html;

/// A code that has just been made, with everything needed to hand it over.
#[derive(Template)]
#[template(path = "member/people/issued.html")]
pub struct Issued {
    pub desk: Desk,
    pub lead: String,
    /// What it is good for, until when, as lines on the sheet that is handed over.
    pub facts: Vec<String>,
    pub code: String,
    pub link: String,
    pub qr: String,
    /// Where the code is typed in when there is no link at hand.
    pub typed_at: String,
    /// Why it is safe to hand it over, and what to mind.
    pub why: String,
    pub back: String,
}

/// Shows the sheet.
pub fn sheet(page: &Issued) -> Result<Response> {
    html::page(page, &page.desk.style)
}
