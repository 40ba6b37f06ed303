//! The directory: every public Verbund of the installation, for people and for machines.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::schema;
use super::web_visit::moved;
use crate::base::app::App;
use crate::base::cache;
use crate::base::clock::Instant;
use crate::base::colour::{Colour, Pair};
use crate::base::error::Result;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::{Consortium, store as consortium_store};
use crate::institution::{Institution, face, store as institution_store};
use crate::page::html::{self, Keep};
use crate::page::place::Place;
use crate::page::style::Style;
use crate::page::{Badge, Plain};

#[derive(Template)]
#[template(path = "site/directory.html")]
struct Directory {
    plain: Plain,
    other: Lang,
    json_ld: String,
    consortia: Vec<Listed>,
    count: String,
    /// All houses by the places where they are.
    places: Vec<Located>,
}

/// A Verbund in the directory.
struct Listed {
    href: String,
    name: String,
    claim: String,
    lang: &'static str,
    houses: Vec<(Badge, String)>,
    kinds: String,
    ended: Option<String>,
}

/// A house in the table of places.
struct Located {
    place: String,
    badge: Badge,
    kind: String,
    consortium: String,
    href: String,
    has_ended: bool,
}

/// A Verbund, the houses that belong to it, and its public address.
struct Found {
    consortium: Consortium,
    houses: Vec<Institution>,
    url: String,
}

/// Reads every public Verbund, the living before the ended, and until when all this stays true.
async fn fetch(app: &App, lang: Lang) -> Result<(Vec<Found>, Option<Instant>)> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let (mut found, mut turns) = (Vec::new(), Vec::new());
    for consortium in consortium_store::all(&mut conn).await? {
        turns.extend([consortium.public_at, consortium.ends_at]);
        if !consortium.is_public(now) {
            continue;
        }
        let mut houses = institution_store::of_consortium(&mut conn, &consortium.id).await?;
        turns.extend(houses.iter().flat_map(|house| [Some(house.joined_at), house.left_at]));
        houses.retain(|house| house.joined_at <= now && !house.has_left(now));
        let url = url_of(app, &consortium, lang);
        found.push(Found { consortium, houses, url });
    }
    found.sort_by_key(|it| it.consortium.has_ended(now));
    Ok((found, turns.into_iter().flatten().filter(|at| *at > now).min()))
}

fn url_of(app: &App, it: &Consortium, lang: Lang) -> String {
    let prefix = if lang == Lang::En { "/en" } else { "" };
    let scheme = if app.config.is_secure() { "https" } else { "http" };
    match &it.domain {
        Some(domain) if prefix.is_empty() => format!("{scheme}://{domain}/"),
        Some(domain) => format!("{scheme}://{domain}{prefix}"),
        None => format!("{}{prefix}/{}", app.config.public_url, it.slug),
    }
}

/// Shows every public Verbund of the installation.
pub async fn directory(State(app): State<App>, place: Place) -> Result<Response> {
    let w = place.lang;
    let now = app.clock.now();
    let (found, until) = fetch(&app, w).await?;
    let mut colours = Vec::new();
    let consortia: Vec<Listed> = found.iter().map(|it| listed(it, &app, &place, now, &mut colours)).collect();
    let places = places(&found, &consortia, w);
    let count = Sentence::new("site-directory-count").with("n", consortia.len()).with("houses", places.len());
    let accent = Pair::of(Colour::new(0x7a, 0x2e, 0x1d));
    let plain = Plain {
        title: w.t("site-directory-title"),
        description: w.t("site-directory-lead"),
        canonical: format!("{}{}", app.config.public_url, if w == Lang::En { "/en" } else { "/" }),
        alternate: if w == Lang::En { "/".into() } else { "/en".into() },
        style: Style::new(&accent, &colours),
        noindex: false,
        ..Plain::inner(w, String::new(), app.demo)
    };
    let other = if w == Lang::En { Lang::De } else { Lang::En };
    let page = Directory {
        plain,
        other,
        json_ld: schema::script(data(&found)),
        consortia,
        count: w.say(&count),
        places,
    };
    html::kept(&page, &page.plain.style, Keep { depends_on: cache::ALL.into(), until })
}

fn listed(it: &Found, app: &App, place: &Place, now: Instant, colours: &mut Vec<(String, Pair)>) -> Listed {
    let Found { consortium, houses, url } = it;
    let own = format!("{}{}", app.config.public_url, place.lang_prefix());
    // Within the installation links name no host; a Verbund with a domain is found there alone.
    let href = url.strip_prefix(&app.config.public_url).unwrap_or(url).to_owned();
    let root = href.trim_end_matches('/').to_owned();
    debug_assert!(consortium.domain.is_some() || url.starts_with(&own));
    let badge = |house: &Institution| {
        // Houses of two Verbünde may have the same name in addresses.
        let class = format!("h-{}-{}", consortium.slug, house.slug);
        Badge { class, ..face::badge(house, &root) }
    };
    for house in houses {
        let colour = Colour::parse(&house.colour).unwrap_or(Colour::new(0x21, 0x1c, 0x16));
        colours.push((badge(house).class, Pair::of(colour)));
    }
    let zone = consortium.time_zone();
    let local = Local::new(&zone, place.lang, now);
    let ended = consortium.ends_at.filter(|_| consortium.has_ended(now));
    Listed {
        name: consortium.name.clone(),
        claim: consortium.claim.clone(),
        lang: consortium.main_language().code(),
        kinds: kinds(houses, place.lang),
        ended: ended.map(|at| place.lang.w("site-directory-ended", "month", local.month(local.day(at)))),
        houses: houses.iter().map(|house| (badge(house), house.place.clone())).collect(),
        href,
    }
}

/// Says how many houses of which kind there are, "2 Bibliotheken, 1 Museum".
fn kinds(houses: &[Institution], w: Lang) -> String {
    let counts = [
        ("library", "site-libraries"),
        ("museum", "site-museums"),
        ("archive", "site-archives"),
        ("other", "site-institutions"),
    ];
    let of = |kind: &str| houses.iter().filter(|house| house.kind == kind).count();
    let said = counts.into_iter().map(|(kind, key)| (of(kind), key)).filter(|(count, _)| *count > 0);
    said.map(|(count, key)| w.n(key, count)).collect::<Vec<_>>().join(", ")
}

/// Lists all houses by place, as a German looks a name up: ä like a.
fn places(found: &[Found], consortia: &[Listed], w: Lang) -> Vec<Located> {
    let mut places: Vec<Located> = Vec::new();
    for (it, listed) in found.iter().zip(consortia) {
        for (house, (badge, _)) in it.houses.iter().zip(&listed.houses) {
            places.push(Located {
                place: if house.place.is_empty() { house.short_name.clone() } else { house.place.clone() },
                badge: badge.clone(),
                kind: w.t(super::kind_key(&house.kind)),
                consortium: listed.name.clone(),
                href: listed.href.clone(),
                has_ended: listed.ended.is_some(),
            });
        }
    }
    let fold = |name: &str| {
        let name = name.to_lowercase();
        name.replace('ä', "a").replace('ö', "o").replace('ü', "u").replace('ß', "ss")
    };
    places.sort_by_cached_key(|it| fold(&it.place));
    places
}

fn data(found: &[Found]) -> Value {
    let items = found.iter().enumerate().map(|(at, it)| {
        let members: Vec<&Institution> = it.houses.iter().collect();
        json!({ "@type": "ListItem", "position": at + 1,
                "item": schema::consortium(&it.consortium, &it.url, &members) })
    });
    json!({ "@type": "ItemList", "numberOfItems": found.len(), "itemListElement": items.collect::<Vec<_>>() })
}

/// Leads from the name people expect to the directory, which is the installation's first page.
pub async fn consortia(place: Place) -> Response {
    let to = if place.lang == Lang::En { "/en" } else { "/" };
    moved(StatusCode::MOVED_PERMANENTLY, to)
}

/// Gives the directory as data for machines.
pub async fn linked_data(State(app): State<App>) -> Result<Response> {
    let (found, until) = fetch(&app, Lang::De).await?;
    let mut value = data(&found);
    value["@context"] = json!("https://schema.org");
    let keep = Keep { depends_on: cache::ALL.into(), until };
    Ok(html::kept_document("application/ld+json", value.to_string(), keep))
}

/// Gives the directory as a table, one line a house.
pub async fn table(State(app): State<App>) -> Result<Response> {
    let (found, until) = fetch(&app, Lang::De).await?;
    let zone_day = |at: Instant, it: &Consortium| at.zoned(&it.time_zone()).date().to_string();
    let mut out =
        String::from("verbund,adresse,leitsatz,endete,haeuser,einrichtung,art,ort,isil,lat,lon,seite\r\n");
    for Found { consortium: it, houses, url } in &found {
        let ended = it.ends_at.filter(|_| it.has_ended(app.clock.now())).map(|at| zone_day(at, it));
        for house in houses {
            let page = format!("{}/einrichtung/{}", url.trim_end_matches('/'), house.slug);
            let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
            let fields = [
                &it.name,
                url,
                &it.claim,
                &ended.clone().unwrap_or_default(),
                &houses.len().to_string(),
                &house.display_name,
                &house.kind,
                &house.place,
                &house.isil,
                &number(house.lat),
                &number(house.lon),
                &page,
            ];
            out.push_str(&fields.map(|field| csv(field)).join(","));
            out.push_str("\r\n");
        }
    }
    let keep = Keep { depends_on: cache::ALL.into(), until };
    Ok(html::kept_document("text/csv; charset=utf-8", out, keep))
}

/// Quotes a field (RFC 4180); one that a spreadsheet would take for a formula stays words.
fn csv(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, field.replace('"', "\"\""))
}
