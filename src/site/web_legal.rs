//! Who answers for the page, and which law holds: imprint, privacy, house rules.
use askama::Template;
use axum::response::Response;

use super::teaser::Link;
use super::web_about::{TextPage, houses};
use super::web_visit::Visit;
use crate::base::error::Result;
use crate::consortium::store_imprint;
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
    parts: Vec<PrivacyPart>,
    houses: Vec<HousePrivacy>,
}

/// What holds for something that a room below offers.
pub struct PrivacyPart {
    /// Its name in the address of the page.
    pub id: &'static str,
    pub title: String,
    pub sentences: Vec<String>,
}

/// What holds for one house.
struct HousePrivacy {
    badge: Badge,
    name: String,
    sentences: Vec<String>,
    authority: Option<Link>,
}

#[derive(Template)]
#[template(path = "site/imprint.html")]
struct ImprintPage {
    public: Public,
    pieces: Vec<(String, Vec<String>)>,
    email: String,
    phone: String,
    /// What the Verbund adds in its own words.
    own: String,
    lang: String,
    houses: Vec<(Badge, Institution)>,
    contacts: bool,
}

/// Shows who answers for the page, piece by piece (L3), and every house with its carrier.
pub async fn imprint(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let it = store_imprint::imprint(&mut *visit.app.db.read().await?, &visit.consortium.id).await?;
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let provider = [lines(&it.provider), lines(&it.address)].concat();
    let pieces = [
        ("site-imprint-provider", provider),
        ("site-imprint-represented", lines(&it.represented_by)),
        ("site-imprint-responsible", lines(&it.responsible)),
    ];
    let said = pieces.into_iter().filter(|(_, lines)| !lines.is_empty());
    let page = ImprintPage {
        public: visit.frame(&w.t("site-imprint"), ""),
        pieces: said.map(|(key, lines)| (w.t(key), lines)).collect(),
        email: it.email,
        phone: it.phone,
        own: markdown::html(&visit.consortium.imprint, 2),
        lang: visit.consortium.main_language().code().into(),
        houses: houses(&visit),
        contacts: true,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// Shows how people talk with each other here.
pub async fn netiquette(visit: Visit) -> Result<Response> {
    let w = visit.w;
    let page = TextPage {
        public: visit.frame(&w.t("site-netiquette"), ""),
        title: w.t("site-netiquette"),
        lang: visit.consortium.main_language().code().into(),
        is_simple: false,
        html: markdown::html(&visit.consortium.netiquette, 2),
        empty: w.t("site-text-empty"),
        stand: None,
        houses: Vec::new(),
        contacts: false,
    };
    visit.page(&page, &page.public, visit.until([]))
}

/// Shows what happens with data: on this page, and in each house by the law that holds for it (L2).
pub async fn privacy(visit: Visit, parts: Vec<PrivacyPart>) -> Result<Response> {
    let w = visit.w;
    let houses = houses(&visit).into_iter().map(|(badge, house)| house_privacy(&visit, badge, &house));
    let page = PrivacyPage {
        houses: houses.collect(),
        public: visit.frame(&w.t("site-privacy"), ""),
        html: markdown::html(&visit.consortium.privacy, 3),
        lang: visit.consortium.main_language().code().into(),
        parts,
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

/// Names who carries a house: by name, else by kind, else the house itself.
pub(super) fn carrier_of(visit: &Visit, house: &Institution) -> String {
    if !house.carrier_name.is_empty() {
        return house.carrier_name.clone();
    }
    let kind = Carrier::from_code(&house.carrier_kind).map(|carrier| visit.w.t(carrier.name_key()));
    kind.unwrap_or_else(|| house.official_name.clone())
}
