//! One visit to a Verbund's public face: which Verbund, under which address, in which language.
use std::collections::HashMap;

use askama::Template;
use axum::extract::{FromRequestParts, Path};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::entry::Entry;
use super::picture::{Picture, Shown, Spot, in_order};
use super::store;
use super::teaser::{Desk, Teaser};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::{Consortium, store as consortium_store};
use crate::institution::{Institution, face, store as institution_store};
use crate::member::seat::Seat;
use crate::member::store as member_store;
use crate::member::web_seat::MaybeViewer;
use crate::page::html::{self, Keep};
use crate::page::place::Place;
use crate::page::{NavLink, Public};
use crate::topic::Topic;

/// A visit: everything that all pages of a Verbund need. An old slug, or the installation's
/// address where the Verbund has a domain of its own, leads on instead.
pub struct Visit {
    pub app: App,
    pub place: Place,
    pub consortium: Consortium,
    /// All houses the Verbund has or had, in the order in which they joined.
    pub houses: Vec<Institution>,
    pub zone: TimeZone,
    pub now: Instant,
    pub w: Lang,
    /// Whether only members see this, because the Verbund is not public yet.
    pub is_preview: bool,
    /// The address below the Verbund's page, as `/archiv`; empty on the page itself.
    pub path: String,
    /// Where machines find what the page shows, as the Fediverse writes it.
    pub activity: Option<String>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Visit, Response> {
        match enter(parts, app).await {
            Ok(Entered::Here(visit)) => Ok(*visit),
            Ok(Entered::Elsewhere(code, to)) => Err(moved(code, &to)),
            Err(error) => Err(error.into_response()),
        }
    }
}

enum Entered {
    Here(Box<Visit>),
    Elsewhere(StatusCode, String),
}

/// Leads to another address for good.
pub fn moved(code: StatusCode, to: &str) -> Response {
    let value = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (code, [(header::LOCATION, value)]).into_response()
}

async fn enter(parts: &mut Parts, app: &App) -> Result<Entered> {
    let params = Path::<HashMap<String, String>>::from_request_parts(parts, app).await;
    let Path(params) = params.map_err(|_| Error::NotFound)?;
    let slug = params.get("verbund").ok_or(Error::NotFound)?;
    let place = parts.extensions.get::<Place>().cloned().unwrap_or_default();
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let consortium = consortium_store::by_slug(&mut conn, slug).await?;
    let houses = institution_store::of_consortium(&mut conn, &consortium.id).await?;
    drop(conn);
    let is_preview = !consortium.is_public(now);
    if is_preview {
        let MaybeViewer(viewer) = MaybeViewer::from_request_parts(parts, app).await?;
        let person = viewer.ok_or(Error::NotFound)?.person;
        let memberships = member_store::memberships_of(&mut *app.db.read().await?, &person.id).await?;
        Seat::take(person, consortium.clone(), houses.clone(), memberships, now)?;
    }
    let asked = parts.uri.path().strip_prefix(&format!("/{slug}")).unwrap_or_default();
    let path = asked.trim_end_matches('/').to_owned();
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    if let Some(domain) = consortium.domain.as_ref().filter(|_| place.own_domain_of.is_none() && !is_preview)
    {
        let scheme = if app.config.is_secure() { "https" } else { "http" };
        let below = if path.is_empty() && !place.lang_in_path { "/" } else { &path };
        let to = format!("{scheme}://{domain}{}{below}{query}", place.lang_prefix());
        return Ok(Entered::Elsewhere(StatusCode::PERMANENT_REDIRECT, to));
    }
    if *slug != consortium.slug && place.own_domain_of.is_none() {
        let to = format!("{}/{}{path}{query}", place.lang_prefix(), consortium.slug);
        return Ok(Entered::Elsewhere(StatusCode::MOVED_PERMANENTLY, to));
    }
    let (zone, w) = (consortium.time_zone(), place.lang);
    let app = app.clone();
    let activity = None;
    Ok(Entered::Here(Box::new(Visit {
        app,
        place,
        consortium,
        houses,
        zone,
        now,
        w,
        is_preview,
        path,
        activity,
    })))
}

impl Visit {
    /// Gives the address of the Verbund's page in no particular language, without trailing slash.
    pub fn plain_root(&self) -> String {
        if self.place.own_domain_of.is_some() { String::new() } else { format!("/{}", self.consortium.slug) }
    }

    /// The same in the language of this visit; every link of a page begins with it.
    pub fn root(&self) -> String {
        format!("{}{}", self.place.lang_prefix(), self.plain_root())
    }

    /// Gives the scheme and host under which the Verbund is found.
    pub fn origin(&self) -> String {
        match (&self.consortium.domain, &self.place.own_domain_of) {
            (Some(domain), Some(_)) => {
                format!("{}://{domain}", if self.app.config.is_secure() { "https" } else { "http" })
            }
            _ => self.app.config.public_url.clone(),
        }
    }

    /// Gives a whole address below the Verbund's page, in a language.
    pub fn whole(&self, lang: Lang, path: &str) -> String {
        let prefix = if lang == Lang::En { "/en" } else { "" };
        let below = format!("{prefix}{}{path}", self.plain_root());
        format!("{}{}", self.origin(), if below.is_empty() { "/" } else { &below })
    }

    pub fn local(&self) -> Local<'_> {
        Local::new(&self.zone, self.w, self.now)
    }

    pub fn has_ended(&self) -> bool {
        self.consortium.has_ended(self.now)
    }

    /// Gives the houses that belong to the Verbund now, those that pause too.
    pub fn members(&self) -> Vec<&Institution> {
        let now = self.now;
        self.houses.iter().filter(|house| house.joined_at <= now && !house.has_left(now)).collect()
    }

    /// Gives what lists of posts need, beside the posts.
    pub fn desk<'a>(&'a self, root: &'a str, topics: &'a [Topic]) -> Desk<'a> {
        Desk { root, houses: &self.houses, topics, local: self.local() }
    }

    /// Builds the frame of a page.
    pub fn frame(&self, title: &str, description: &str) -> Public {
        let w = self.w;
        let root = self.root();
        let other = if w == Lang::De { Lang::En } else { Lang::De };
        let site = &self.consortium.name;
        Public {
            w,
            title: if title.is_empty() { site.clone() } else { format!("{title} · {site}") },
            description: if description.is_empty() {
                self.consortium.claim.clone()
            } else {
                description.into()
            },
            canonical: self.whole(w, &self.path),
            alternate: self.whole(other, &self.path),
            name: site.clone(),
            claim: self.consortium.claim.clone(),
            lang: self.consortium.main_language().code(),
            houses: self.members().into_iter().map(|house| face::badge(house, &root)).collect(),
            nav: self.nav(&root),
            feeds: vec![(site.clone(), format!("{}/feed.atom", self.plain_root()))],
            activity: self.activity.clone(),
            image: None,
            json_ld: None,
            style: face::style(&self.consortium, &self.houses),
            demo: self.app.demo,
            noindex: self.is_preview,
            notice: self.notice(),
            answers: !self.has_ended(),
            directory: match self.place.own_domain_of {
                Some(_) => format!("{}{}/", self.app.config.public_url, self.place.lang_prefix()),
                None => format!("{}/", self.place.lang_prefix()),
            },
            root,
        }
    }

    fn nav(&self, root: &str) -> Vec<NavLink> {
        let links = [
            ("", "site-nav-posts"),
            ("/themen", "site-nav-topics"),
            ("/heute-geoeffnet", "site-nav-open"),
            ("/archiv", "site-nav-archive"),
            ("/ueber-uns", "site-nav-about"),
            ("/leichte-sprache", "site-nav-simple"),
            ("/folgen", "site-nav-follow"),
        ];
        // Where nothing new comes, nobody need follow, and nobody looks after the hours.
        let living = ["/heute-geoeffnet", "/folgen"];
        let shown = links.into_iter().filter(|(path, _)| !(self.has_ended() && living.contains(path)));
        let link = |(path, key): (&str, &str)| NavLink {
            href: if root.is_empty() && path.is_empty() { "/".into() } else { format!("{root}{path}") },
            text: self.w.t(key),
            is_here: self.path == path,
            count: 0,
        };
        shown.map(link).collect()
    }

    fn notice(&self) -> Option<String> {
        if self.is_preview {
            return Some(self.w.t("site-preview"));
        }
        let ends = self.consortium.ends_at?;
        // The last day, not the midnight after it.
        let date = self.local().date_long(self.local().day(ends.plus_seconds(-1)));
        let said = self.w.w(if self.has_ended() { "site-ended" } else { "site-ending" }, "date", date);
        Some(format!("{said} {}", self.consortium.end_reason.trim()).trim().to_owned())
    }

    /// Tells until when a page stays true: until midnight, until a house or the whole Verbund
    /// comes or goes, or until one of these instants.
    pub fn until(&self, more: impl IntoIterator<Item = Option<Instant>>) -> Option<Instant> {
        let local = self.local();
        let tomorrow = local.today().checked_add(1.days()).ok().map(|day| local.start_of(day));
        let comings = self.houses.iter().flat_map(|house| [Some(house.joined_at), house.left_at]);
        let all = [tomorrow, self.consortium.ends_at].into_iter().chain(comings).chain(more);
        all.flatten().filter(|at| *at > self.now).min()
    }

    /// Says that an answer may be kept for everybody until then.
    pub fn keep(&self, until: Option<Instant>) -> Keep {
        Keep { depends_on: self.consortium.id.as_str().to_owned(), until }
    }

    /// Answers with a page. A preview is for one person alone and is kept nowhere.
    pub fn page(&self, page: &impl Template, public: &Public, until: Option<Instant>) -> Result<Response> {
        if self.is_preview {
            return Ok(private(html::page(page, &public.style)?));
        }
        html::kept(page, &public.style, self.keep(until))
    }

    /// Answers with a document that is no page, in the same way.
    pub fn document(&self, kind: &'static str, body: String, until: Option<Instant>) -> Response {
        if self.is_preview {
            return private(([(header::CONTENT_TYPE, kind)], body).into_response());
        }
        html::kept_document(kind, body, self.keep(until))
    }

    /// Gives the pictures of a post that may be shown, in the order of its text.
    pub async fn pictures(&self, conn: &mut Conn, entry: &Entry) -> Result<Vec<Picture>> {
        if entry.content.pictures.is_empty() {
            return Ok(Vec::new());
        }
        Ok(in_order(store::pictures(conn, &entry.revision).await?, &entry.content.pictures))
    }

    /// Gives the first picture of a post in its place on a page.
    pub async fn picture(&self, conn: &mut Conn, entry: &Entry, spot: Spot) -> Result<Option<Shown>> {
        let pictures = self.pictures(conn, entry).await?;
        Ok(pictures.first().map(|picture| picture.shown(spot, self.w)))
    }

    /// Writes posts as they stand in lists, with pictures.
    pub async fn teasers(
        &self,
        conn: &mut Conn,
        desk: &Desk<'_>,
        entries: &[Entry],
        chars: usize,
    ) -> Result<Vec<Teaser>> {
        let mut teasers = Vec::with_capacity(entries.len());
        for entry in entries {
            let picture = self.picture(conn, entry, Spot::Teaser).await?;
            teasers.push(desk.teaser(entry, chars, picture));
        }
        Ok(teasers)
    }
}

fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}
