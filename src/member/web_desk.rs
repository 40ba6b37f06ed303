//! The frame of the editors' pages, for one person in one Verbund.
use crate::base::app::App;
use crate::base::text::Lang;
use crate::institution::face;
use crate::page::{Desk, Room};

use super::web_seat::Reading;

/// The rooms of the editors' face, in the order of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    Today,
    Plan,
    Posts,
    Topics,
    Pictures,
    Consortium,
    Me,
}

/// Where each room is, its name, and the sign of those that have a place in the bar of a phone.
const NAV: [(Here, &str, &str, Option<&str>); 6] = [
    (Here::Today, "today", "member-nav-today", Some("today")),
    (Here::Plan, "plan", "member-nav-plan", Some("plan")),
    (Here::Posts, "posts", "member-nav-posts", Some("posts")),
    (Here::Topics, "topics", "member-nav-topics", None),
    (Here::Pictures, "pictures", "member-nav-pictures", None),
    (Here::Consortium, "consortium", "member-nav-consortium", None),
];

/// What a page is told by the one before it: what has just been done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Told {
    pub done: String,
}

/// Says what has just been done, if there is a text of that name: nobody else's words get onto a page.
pub fn told(w: Lang, done: &str) -> Option<String> {
    let key = format!("done-{done}");
    (!done.is_empty() && w.has(&key)).then(|| w.t(&key))
}

/// Gives the address of an editors' page of a Verbund.
pub fn desk_href(slug: &str, rest: &str) -> String {
    format!("/desk/{slug}/{rest}")
}

/// Gives the language that a person can change to.
pub fn other(w: Lang) -> Lang {
    if w == Lang::De { Lang::En } else { Lang::De }
}

/// Builds the frame of an editors' page.
pub fn desk(app: &App, reading: &Reading, here: Here, title: String) -> Desk {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let nav = NAV
        .iter()
        .map(|(room, path, key, sign)| Room {
            href: desk_href(slug, path),
            text: w.t(key),
            is_here: *room == here,
            count: 0,
            sign: *sign,
        })
        .collect();
    let now = app.clock.now();
    let notice = if reading.consortium.has_ended(now) {
        Some(w.t("member-notice-ended"))
    } else if reading.is_halted {
        Some(w.t("member-notice-held"))
    } else {
        None
    };
    Desk {
        w,
        title,
        nav,
        writes: reading.may_write().is_ok().then(|| desk_href(slug, "posts")),
        consortium: reading.consortium.name.clone(),
        public_page: format!("/{slug}"),
        me: reading.person.name.clone(),
        me_href: "/me".into(),
        is_me: here == Here::Me,
        elsewhere: reading.belongs_elsewhere.then(|| "/desk".into()),
        other: other(w),
        badge: reading.first_house().map(|house| face::badge(house, &format!("/{slug}"))),
        style: face::style(&reading.consortium, &reading.houses),
        demo: app.demo,
        done: None,
        notice,
        offline: reading.viewer.session.shared_at.is_none(),
    }
}
