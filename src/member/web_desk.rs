//! The frame of the editors' pages, for one person in one Verbund.
use crate::base::app::App;
use crate::base::error::Error;
use crate::base::text::Lang;
use crate::institution::face;
use crate::page::{Desk, NavLink};

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

const NAV: [(Here, &str, &str); 6] = [
    (Here::Today, "today", "member-nav-today"),
    (Here::Plan, "plan", "member-nav-plan"),
    (Here::Posts, "posts", "member-nav-posts"),
    (Here::Topics, "topics", "member-nav-topics"),
    (Here::Pictures, "pictures", "member-nav-pictures"),
    (Here::Consortium, "consortium", "member-nav-consortium"),
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

/// Builds the frame of an editors' page.
pub fn desk(app: &App, reading: &Reading, here: Here, title: String) -> Desk {
    let w = reading.lang();
    let slug = &reading.consortium.slug;
    let nav = NAV
        .iter()
        .map(|(room, path, key)| NavLink {
            href: desk_href(slug, path),
            text: w.t(key),
            is_here: *room == here,
            count: 0,
        })
        .collect();
    let now = app.clock.now();
    let notice = if reading.consortium.has_ended(now) {
        Some(w.t("member-notice-ended"))
    } else if reading.is_halted {
        Some(w.t("member-notice-held"))
    } else if let Err(Error::Refused(why)) = reading.may_write() {
        // A house that pauses: the same sentence that a page gives to whoever wants to write.
        Some(w.say(&why))
    } else {
        None
    };
    Desk {
        w,
        title,
        nav,
        consortium: reading.consortium.name.clone(),
        public_page: format!("/{slug}"),
        me: reading.person.name.clone(),
        me_href: "/me".into(),
        badge: reading.first_house().map(|house| face::badge(house, &format!("/{slug}"))),
        style: face::style(&reading.consortium, &reading.houses),
        demo: app.demo,
        done: None,
        notice,
        offline: reading.viewer.session.shared_at.is_none(),
    }
}
