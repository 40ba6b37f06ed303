//! A house on a page of its own: facts, hours, how to get in, what it wrote; and who is open today.
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::kind_key;
use super::list::balance;
use super::open::{OpenHouse, Weekday, today, week_of};
use super::schema;
use super::store::{Wanted, entries, next_opening};
use super::teaser::Teaser;
use super::web_visit::{Visit, moved};
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::institution::{Institution, face, store as institution_store};
use crate::page::{Badge, Public};
use crate::post::writing::markdown;
use crate::topic::store as topic_store;

/// How many posts stand on a house's page.
const POSTS: i64 = 6;

#[derive(Template)]
#[template(path = "site/house.html")]
struct HousePage {
    public: Public,
    house: Institution,
    badge: Badge,
    kind: String,
    about: String,
    /// That it pauses or has left, as a sentence.
    standing: Option<String>,
    has_left: bool,
    open: Option<OpenHouse>,
    week: Vec<Weekday>,
    posts: Vec<Teaser>,
    has_more: bool,
}

#[derive(Template)]
#[template(path = "site/open.html")]
struct OpenPage {
    public: Public,
    day: String,
    open: Vec<OpenHouse>,
    has_ended: bool,
}

/// Shows a house. One that has left keeps its page, its posts and the marks on them.
pub async fn house(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Result<Response> {
    let mut conn = visit.app.db.read().await?;
    let (it, now, root) = (&visit.consortium, visit.now, visit.root());
    let house = institution_store::by_slug(&mut conn, &it.id, &slug).await?;
    if house.slug != slug {
        return Ok(moved(StatusCode::MOVED_PERMANENTLY, &format!("{root}/einrichtung/{}", house.slug)));
    }
    let topics = topic_store::of_consortium(&mut conn, &it.id).await?;
    let desk = visit.desk(&root, &topics);
    let wanted = Wanted { house: Some(&house.id), ..Wanted::newest(&it.id, now, POSTS + 1) };
    let mut posts = entries(&mut conn, wanted).await?;
    let has_more = posts.len() > POSTS as usize;
    posts.truncate(POSTS as usize);
    let mut posts = visit.teasers(&mut conn, &desk, &posts, 170).await?;
    balance(&mut posts);
    let opens = next_opening(&mut conn, &it.id, now).await?;
    drop(conn);
    let has_left = house.has_left(now) || visit.has_ended();
    let (mut open, changes) = today(&[&house], now, &visit.zone, visit.w, &root);
    let mut public = visit.frame(&house.display_name, &markdown::excerpt(&house.about, 200));
    let data = schema::house(&house, &visit.whole(Lang::De, ""), &visit.local(), has_left);
    public.json_ld = Some(schema::script(data));
    public.feeds.push((house.display_name.clone(), feed_of(&visit, &house)));
    let page = HousePage {
        badge: face::badge(&house, &root),
        kind: visit.w.t(kind_key(&house.kind)),
        about: markdown::html(&house.about, 2),
        standing: standing(&visit, &house),
        has_left,
        open: open.pop().filter(|_| !has_left),
        week: if has_left { Vec::new() } else { week_of(&house, visit.local().today(), visit.w) },
        posts,
        has_more,
        house,
        public,
    };
    visit.page(&page, &page.public, visit.until([opens, changes]))
}

fn feed_of(visit: &Visit, house: &Institution) -> String {
    format!("{}/einrichtung/{}/feed.atom", visit.plain_root(), house.slug)
}

fn standing(visit: &Visit, house: &Institution) -> Option<String> {
    let (local, now) = (visit.local(), visit.now);
    if let Some(at) = house.left_at.filter(|_| house.has_left(now)) {
        return Some(visit.w.w("site-house-left", "date", local.date_long(local.day(at))));
    }
    house.paused_at.filter(|at| *at <= now).map(|_| visit.w.t("site-house-paused"))
}

/// Shows of all houses at once who is open today.
pub async fn open(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let local = visit.local();
    let (open, changes) = today(&visit.members(), visit.now, &visit.zone, w, &visit.root());
    let public = visit.frame(&w.t("site-nav-open"), &w.t("site-open-description"));
    let has_ended = visit.has_ended();
    let open = if has_ended { Vec::new() } else { open };
    let page = OpenPage { public, day: local.date_long(local.today()), open, has_ended };
    visit.page(&page, &page.public, visit.until([changes]))
}
