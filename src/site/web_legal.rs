//! Who answers for the page, and which law holds: imprint, privacy, house rules, joint control.
use askama::Template;
use axum::response::Response;

use super::teaser::Link;
use super::web_about::{TextPage, houses};
use super::web_visit::Visit;
use crate::base::error::Result;
use crate::institution::Institution;
use crate::institution::regime::{Carrier, Regime};
use crate::page::{Badge, Public};
use crate::post::writing::markdown;

#[derive(Template)]
#[template(path = "site/privacy.html")]
struct PrivacyPage {
    public: Public,
    html: String,
    lang: String,
    houses: Vec<HousePrivacy>,
}

/// What holds for one house.
struct HousePrivacy {
    badge: Badge,
    name: String,
    sentences: Vec<String>,
    authority: Option<Link>,
}

#[derive(Template)]
#[template(path = "site/joint.html")]
struct JointPage {
    public: Public,
    houses: Vec<(Badge, Institution, String)>,
}

/// Shows who answers for the page (L3).
pub async fn imprint(visit: Visit) -> Result<Response> {
    text(visit, "site-imprint", |it| &it.imprint, true)
}

/// Shows how people talk with each other here.
pub async fn netiquette(visit: Visit) -> Result<Response> {
    text(visit, "site-netiquette", |it| &it.netiquette, false)
}

fn text(
    visit: Visit,
    key: &'static str,
    of: fn(&crate::consortium::Consortium) -> &String,
    contacts: bool,
) -> Result<Response> {
    let w = visit.w;
    let page = TextPage {
        public: visit.frame(&w.t(key), ""),
        title: w.t(key),
        lang: visit.consortium.main_language().code().into(),
        is_simple: false,
        html: markdown::html(of(&visit.consortium), 2),
        empty: w.t("site-text-empty"),
        houses: if contacts { houses(&visit) } else { Vec::new() },
        contacts,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// Shows what happens with data: on this page, and in each house by the law that holds for it (L2).
pub async fn privacy(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let houses = houses(&visit).into_iter().map(|(badge, house)| house_privacy(&visit, badge, &house));
    let page = PrivacyPage {
        houses: houses.collect(),
        public: visit.frame(&w.t("site-privacy"), ""),
        html: markdown::html(&visit.consortium.privacy, 3),
        lang: visit.consortium.main_language().code().into(),
    };
    visit.page(&page, &page.public, visit.until([]))
}

fn house_privacy(visit: &Visit, badge: Badge, house: &Institution) -> HousePrivacy {
    let w = visit.w;
    let carrier = Carrier::from_code(&house.carrier_kind);
    let regime = Regime::from_code(&house.regime).or_else(|| carrier.and_then(Carrier::usual_regime));
    let name = house.display_name.clone();
    let Some(regime) = regime else {
        let sentences = vec![w.w("site-privacy-unknown", "house", &name)];
        return HousePrivacy { badge, name, sentences, authority: None };
    };
    let authority = regime.authority();
    let authority_name = w.t(authority.name_key);
    let sentences = regime.privacy(&name, &carrier_of(visit, house), &authority_name);
    HousePrivacy {
        sentences: sentences.iter().map(|sentence| w.say(sentence)).collect(),
        authority: Some(Link { href: authority.website.into(), text: authority_name }),
        badge,
        name,
    }
}

fn carrier_of(visit: &Visit, house: &Institution) -> String {
    if !house.carrier_name.is_empty() {
        return house.carrier_name.clone();
    }
    let kind = Carrier::from_code(&house.carrier_kind).map(|carrier| visit.w.t(carrier.name_key()));
    kind.unwrap_or_else(|| house.official_name.clone())
}

/// Shows the essence of what the houses have agreed on as joint controllers (Art. 26 GDPR, L1).
pub async fn joint_control(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let houses = houses(&visit).into_iter().map(|(badge, house)| {
        let carrier = carrier_of(&visit, &house);
        (badge, house, carrier)
    });
    let page = JointPage { houses: houses.collect(), public: visit.frame(&w.t("site-joint"), "") };
    visit.page(&page, &page.public, visit.until([]))
}
