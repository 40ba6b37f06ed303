//! The frame of the editors' pages, for one person in one Verbund.
use crate::base::app::App;
use crate::base::error::Error;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::institution::face;
use crate::page::{Desk, Room};

use super::web_seat::Reading;

/// The rooms of the editors' face, in the order of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    Today,
    Inbox,
    Plan,
    Posts,
    Topics,
    Pictures,
    Consortium,
    Me,
}

/// Where each room is, its name, and the sign of those that have a place in the bar of a phone.
const NAV: [(Here, &str, &str, Option<&str>); 7] = [
    (Here::Today, "today", "member-nav-today", Some("today")),
    (Here::Inbox, "inbox", "member-nav-inbox", Some("inbox")),
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

/// Says what everybody has to know before anything else: that the Verbund ends or has ended, that
/// everything is on hold, that their house pauses.
fn notice(app: &App, reading: &Reading) -> Option<String> {
    let (w, it, now) = (reading.lang(), &reading.consortium, app.clock.now());
    if it.has_ended(now) {
        return Some(w.t("member-notice-ended"));
    }
    let zone = it.time_zone();
    let local = Local::new(&zone, w, now);
    let ending = it.ends_at.map(|at| {
        let last = local.date_long(local.day(at.plus_seconds(-1)));
        w.say(&Sentence::new("member-notice-ending").with("date", last).with("reason", &it.end_reason))
    });
    let held = reading.is_halted.then(|| w.t("member-notice-held"));
    // The same sentence that a page gives to whoever wants to write.
    let pausing = match reading.may_write() {
        Err(Error::Refused(why)) => Some(w.say(&why)),
        _ => None,
    };
    let said: Vec<String> = [held, pausing, ending].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
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
            count: if *room == Here::Inbox { reading.waiting } else { 0 },
            sign: *sign,
        })
        .collect();
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
        notice: notice(app, reading),
        offline: reading.viewer.session.shared_at.is_none(),
    }
}
