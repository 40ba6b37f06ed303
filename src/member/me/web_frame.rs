//! The frame of pages that belong to a person and not to one Verbund.
use crate::base::app::App;
use crate::base::error::{Error, Result};
use crate::consortium::store as consortium_store;
use crate::institution::store as institution_store;
use crate::member::seat::Seat;
use crate::member::store as people;
use crate::member::web_desk::{self, Here};
use crate::member::web_seat::{Reading, Viewer};
use crate::page::style::Style;
use crate::page::{Desk, Room};

/// Gives a person's seats in all Verbünde where they have one now.
pub async fn seats(app: &App, viewer: &Viewer) -> Result<Vec<Seat>> {
    let mut conn = app.db.read().await?;
    let memberships = people::memberships_of(&mut conn, &viewer.person.id).await?;
    let mut seats: Vec<Seat> = Vec::new();
    for id in memberships.iter().map(|it| &it.consortium_id) {
        if seats.iter().any(|seat| seat.consortium.id == *id) {
            continue;
        }
        let consortium = consortium_store::by_id(&mut conn, id).await?;
        let houses = institution_store::of_consortium(&mut conn, id).await?;
        match Seat::take(viewer.person.clone(), consortium, houses, memberships.clone(), app.clock.now()) {
            Ok(seat) => seats.push(seat),
            Err(Error::NotFound | Error::NotAllowed(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(seats)
}

/// Builds the frame: the desk of the person's only Verbund, else one without a Verbund.
pub fn frame(app: &App, viewer: &Viewer, mut seats: Vec<Seat>, title: String) -> Desk {
    let w = viewer.lang();
    if seats.len() == 1 && !viewer.person.is_operator() {
        let reading = Reading { seat: seats.remove(0), viewer: viewer.clone(), waiting: 0 };
        return web_desk::desk(app, &reading, Here::Me, title);
    }
    let link = |href: &str, key: &str, sign| Room {
        href: href.into(),
        text: w.t(key),
        is_here: false,
        count: 0,
        sign: Some(sign),
    };
    let mut nav = Vec::new();
    if !seats.is_empty() {
        nav.push(link("/desk", "member-desk-title", "today"));
    }
    if viewer.person.is_operator() {
        nav.push(link("/operate", "member-operate-title", "house"));
    }
    Desk {
        w,
        title,
        nav,
        writes: None,
        consortium: w.t("member-installation"),
        public_page: "/".into(),
        me: viewer.person.name.clone(),
        me_href: "/me".into(),
        is_me: true,
        elsewhere: None,
        other: web_desk::other(w),
        badge: None,
        style: Style::default(),
        demo: app.demo,
        done: None,
        notice: None,
        offline: viewer.session.shared_at.is_none(),
    }
}
