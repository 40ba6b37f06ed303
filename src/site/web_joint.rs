//! Who answers for the joint page together: the essence of the arrangement (Art. 26 GDPR, L1),
//! written from its versions.
use askama::Template;
use axum::response::Response;

use super::web_legal::carrier_of;
use super::web_statement::contact_of;
use super::web_visit::Visit;
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::charter::contact::Contact;
use crate::charter::parties;
use crate::consortium::arrangement::{Arrangement, Party};
use crate::consortium::store;
use crate::institution::face;
use crate::institution::regime::Regime;
use crate::page::{Badge, Public};

#[derive(Template)]
#[template(path = "site/joint.html")]
struct JointPage {
    public: Public,
    /// Which version holds since when; without one the Verbund has not published its page yet.
    version: String,
    houses: Vec<Shown>,
    contact: Option<Contact>,
    versions: Vec<Past>,
}

/// A party to the arrangement.
struct Shown {
    badge: Option<Badge>,
    name: String,
    carrier: String,
    law: String,
    email: String,
    phone: String,
}

/// A version and what it changed.
struct Past {
    title: String,
    changes: Vec<String>,
}

/// Shows who answers for what, whom to ask, and how it was before.
pub async fn joint_control(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let local = visit.local();
    let mut conn = visit.app.db.read().await?;
    let all = store::arrangements(&mut conn, &visit.consortium.id).await?;
    drop(conn);
    let current = all.first();
    let members = match current {
        Some(current) => current.members.clone(),
        None => parties(&visit.houses, visit.now),
    };
    let version = match current {
        Some(current) => w.say(
            &Sentence::new("site-joint-version")
                .with("n", current.version)
                .with("date", local.date_long(local.day(current.at))),
        ),
        None => w.t("site-joint-no-version"),
    };
    let page = JointPage {
        houses: members.iter().map(|party| shown(&visit, party)).collect(),
        versions: versions(&visit, &all),
        contact: contact_of(&visit).await?,
        public: visit.frame(&w.t("site-joint"), ""),
        version,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// A party as it was when the version was written; how to reach it is as of today.
fn shown(visit: &Visit, party: &Party) -> Shown {
    let w = visit.w;
    let house = visit.houses.iter().find(|house| house.id.as_str() == party.house);
    let carrier = match (party.carrier.is_empty(), house) {
        (true, Some(house)) => carrier_of(visit, house),
        _ => party.carrier.clone(),
    };
    let law = Regime::from_code(&party.regime);
    Shown {
        badge: house.map(|house| face::badge(house, &visit.root())),
        name: party.name.clone(),
        carrier,
        law: law.map_or_else(|| w.t("site-joint-law-unknown"), |law| w.t(law.name_key())),
        email: house.map(|house| house.email.clone()).unwrap_or_default(),
        phone: house.map(|house| house.phone.clone()).unwrap_or_default(),
    }
}

/// The versions with what each one changed, the newest first.
fn versions(visit: &Visit, all: &[Arrangement]) -> Vec<Past> {
    let (w, local) = (visit.w, visit.local());
    let past = all.iter().enumerate().map(|(n, version)| {
        let change = version.change(all.get(n + 1));
        let said = [
            ("site-joint-joined", change.joined),
            ("site-joint-left", change.left),
            ("site-joint-changed", change.changed),
        ];
        Past {
            title: w.say(
                &Sentence::new("site-joint-past")
                    .with("n", version.version)
                    .with("date", local.date_long(local.day(version.at))),
            ),
            changes: said
                .into_iter()
                .filter(|(_, names)| !names.is_empty())
                .map(|(key, names)| w.say(&Sentence::new(key).with("names", names.join(", "))))
                .collect(),
        }
    });
    past.collect()
}
