//! What search engines ask for: which pages there are, and which are none of their business.
use std::fmt::Write;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::feed::xml;
use super::list::month_code;
use super::store::{Wanted, entries, next_opening};
use super::web_visit::Visit;
use crate::base::app::App;
use crate::base::cache;
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::consortium::store as consortium_store;
use crate::page::html::{self, Keep};
use crate::topic::store as topic_store;

const KIND: &str = "application/xml; charset=utf-8";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// Pages that every Verbund has.
const PAGES: [&str; 12] = [
    "",
    "/themen",
    "/heute-geoeffnet",
    "/archiv",
    "/ueber-uns",
    "/leichte-sprache",
    "/folgen",
    "/impressum",
    "/datenschutz",
    "/barriere-melden",
    "/barrierefreiheit",
    "/netiquette",
];

/// Lists all public pages of a Verbund.
pub async fn consortium(visit: Visit) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let id = &visit.consortium.id;
    let posts = entries(&mut conn, Wanted::archive(id, visit.now)).await?;
    let topics = topic_store::of_consortium(&mut conn, id).await?;
    let opens = next_opening(&mut conn, id, visit.now).await?;
    drop(conn);
    let mut paths: Vec<(String, Option<Instant>)> =
        PAGES.iter().map(|path| ((*path).to_owned(), None)).collect();
    paths.extend(visit.houses.iter().map(|house| (format!("/einrichtung/{}", house.slug), None)));
    let used = topics
        .iter()
        .filter(|topic| posts.iter().any(|entry| entry.content.topic.as_ref() == Some(&topic.id)));
    paths.extend(used.map(|topic| (format!("/thema/{}", topic.slug), None)));
    let local = visit.local();
    let mut months: Vec<String> = posts.iter().map(|entry| month_code(local.day(entry.since))).collect();
    months.dedup();
    paths.extend(months.into_iter().map(|month| (format!("/archiv/{month}"), None)));
    let mut out = format!("{HEAD}<urlset {NAMESPACE}>\n");
    paths.extend(posts.iter().map(|entry| (format!("/beitrag/{}", entry.segment()), Some(entry.updated))));
    for (path, changed) in paths {
        let at = changed.map(|at| format!("<lastmod>{}</lastmod>", at.timestamp().strftime("%Y-%m-%d")));
        let url = xml(&visit.whole(Lang::De, &path));
        let _ = writeln!(out, "<url><loc>{url}</loc>{}</url>", at.unwrap_or_default());
    }
    out.push_str("</urlset>\n");
    Ok(visit.document(KIND, out, visit.until([opens])))
}

/// Lists the lists of all public Verbünde that live at the installation's address.
pub async fn installation(State(app): State<App>) -> Result<Response> {
    let now = app.clock.now();
    let all = consortium_store::all(&mut *app.db.read().await?).await?;
    let until = all.iter().filter_map(|it| it.public_at).filter(|at| *at > now).min();
    let mut out = format!("{HEAD}<sitemapindex {NAMESPACE}>\n");
    for it in all.iter().filter(|it| it.is_public(now) && it.domain.is_none()) {
        let url = xml(&format!("{}/{}/sitemap.xml", app.config.public_url, it.slug));
        let _ = writeln!(out, "<sitemap><loc>{url}</loc></sitemap>");
    }
    out.push_str("</sitemapindex>\n");
    Ok(html::kept_document(KIND, out, Keep { depends_on: cache::ALL.into(), until }))
}

/// Tells machines where they may go: at the installation everywhere but behind the door, in the
/// demo nowhere.
pub async fn robots(State(app): State<App>) -> Response {
    robots_text(&app, &format!("{}/sitemap.xml", app.config.public_url))
}

/// The same on a Verbund's own domain.
pub async fn robots_of(visit: Visit) -> Response {
    robots_text(&visit.app, &format!("{}{}/sitemap.xml", visit.origin(), visit.plain_root()))
}

fn robots_text(app: &App, sitemap: &str) -> Response {
    let rules = match app.demo {
        true => "Disallow: /\n".to_owned(),
        false => format!("Disallow: /desk/\nDisallow: /sign-in\nSitemap: {sitemap}\n"),
    };
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("User-agent: *\n{rules}")).into_response()
}
