//! Who we are, the same in Leichte Sprache, and how to follow us.
use askama::Template;
use axum::response::Response;

use super::web_visit::Visit;
use crate::base::error::Result;
use crate::institution::Institution;
use crate::institution::face;
use crate::page::{Badge, Public};
use crate::post::writing::markdown;

/// A page that is mostly one text of the Verbund.
#[derive(Template)]
#[template(path = "site/text.html")]
pub struct TextPage {
    pub public: Public,
    pub title: String,
    /// The language of the text as a code, for those who hear it.
    pub lang: String,
    pub is_simple: bool,
    pub html: String,
    /// What to say where there is no text yet.
    pub empty: String,
    /// With which date a text stands, where that is to be said.
    pub stand: Option<String>,
    pub houses: Vec<(Badge, Institution)>,
    pub contacts: bool,
}

#[derive(Template)]
#[template(path = "site/follow.html")]
struct FollowPage {
    public: Public,
    own: String,
    houses: Vec<(Badge, String)>,
    channels: Vec<Place>,
}

/// Where else the Verbund can be followed; the rooms below know the channels.
#[derive(Debug, Clone)]
pub struct Place {
    /// How the network is called.
    pub network: String,
    /// Under which name the Verbund is found there.
    pub account: String,
    pub url: String,
}

/// Shows the Verbund in its own words, and its houses.
pub async fn about(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let page = TextPage {
        public: visit.frame(&w.t("site-nav-about"), ""),
        title: w.t("site-nav-about"),
        lang: visit.consortium.main_language().code().into(),
        is_simple: false,
        html: markdown::html(&visit.consortium.about, 2),
        empty: w.t("site-about-empty"),
        stand: None,
        houses: houses(&visit),
        contacts: false,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// Shows the Verbund in Leichte Sprache, with the date at which that text was true (L8).
pub async fn simple(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let local = visit.local();
    let written = visit.consortium.about_simple_at.filter(|_| !visit.consortium.about_simple.is_empty());
    let stand = written.map(|at| w.w("site-simple-stand", "date", local.date_long(local.day(at))));
    let page = TextPage {
        public: visit.frame(&w.t("site-nav-simple"), &w.t("site-simple-description")),
        title: w.t("site-nav-simple"),
        lang: "de".into(),
        is_simple: true,
        html: markdown::html(&visit.consortium.about_simple, 2),
        empty: w.t("site-simple-empty"),
        stand,
        houses: houses(&visit),
        contacts: false,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// Gives the houses of the Verbund with their marks.
pub fn houses(visit: &Visit) -> Vec<(Badge, Institution)> {
    let root = visit.root();
    visit.members().into_iter().map(|house| (face::badge(house, &root), house.clone())).collect()
}

/// Explains how to follow the Verbund, to people who have never heard of feeds.
pub async fn follow(visit: Visit, channels: Vec<Place>) -> Result<Response> {
    let w = visit.w;
    let base = format!("{}{}", visit.origin(), visit.plain_root());
    let houses = houses(&visit).into_iter();
    let houses = houses.map(|(badge, house)| (badge, format!("{base}/einrichtung/{}/feed.atom", house.slug)));
    let page = FollowPage {
        public: visit.frame(&w.t("site-nav-follow"), &w.t("site-follow-description")),
        houses: houses.collect(),
        own: base,
        channels,
    };
    visit.page(&page, &page.public, visit.until([]))
}
