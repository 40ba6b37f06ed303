//! The same facts for machines, in the vocabulary of schema.org. Names of people do not occur.
use serde_json::{Value, json};

use super::entry::Entry;
use super::open::{HOLIDAYS, hours};
use super::picture::Shown;
use crate::calendar::local::Local;
use crate::consortium::Consortium;
use crate::institution::Institution;
use crate::institution::hours_today::schema_org;

/// Writes data as it may stand inside a page's `<script>`: nothing in it can end the element.
pub fn script(mut value: Value) -> String {
    if let Some(fields) = value.as_object_mut() {
        fields.insert("@context".into(), json!("https://schema.org"));
    }
    value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Describes a Verbund and the houses in it; `url` is its page.
pub fn consortium(it: &Consortium, url: &str, members: &[&Institution]) -> Value {
    let base = url.trim_end_matches('/');
    let mut value = json!({
        "@type": "Organization", "@id": format!("urn:uuid:{}", it.id), "name": it.name, "url": url,
        "member": members.iter().map(|house| located(house, base)).collect::<Vec<_>>(),
    });
    put(&mut value, "slogan", &it.claim);
    if let Some(at) = it.ends_at {
        value["dissolutionDate"] = json!(at.zoned(&it.time_zone()).date().to_string());
    }
    value
}

/// Names a house: what it is, its name, its page.
pub fn brief(house: &Institution, base: &str) -> Value {
    json!({
        "@type": kind(&house.kind), "@id": format!("urn:uuid:{}", house.id), "name": house.display_name,
        "url": format!("{base}/einrichtung/{}", house.slug),
    })
}

/// Names a house and says where it is.
fn located(house: &Institution, base: &str) -> Value {
    let mut value = brief(house, base);
    let mut address = json!({ "@type": "PostalAddress", "addressCountry": "DE" });
    put(&mut address, "streetAddress", &house.street);
    put(&mut address, "postalCode", &house.postcode);
    put(&mut address, "addressLocality", &house.place);
    value["address"] = address;
    if let (Some(lat), Some(lon)) = (house.lat, house.lon) {
        value["geo"] = json!({ "@type": "GeoCoordinates", "latitude": lat, "longitude": lon });
    }
    value
}

/// Describes a house with everything that visitors look for, hours for the next two weeks.
pub fn house(house: &Institution, base: &str, local: &Local<'_>, has_left: bool) -> Value {
    let mut value = located(house, base);
    put(&mut value, "legalName", &house.official_name);
    put(&mut value, "alternateName", &house.short_name);
    put(&mut value, "telephone", &house.phone);
    put(&mut value, "email", &house.email);
    let numbers = [("ISIL", &house.isil), ("DBS", &house.dbs), ("GND", &house.gnd)];
    let known = numbers.into_iter().filter(|(_, number)| !number.is_empty());
    let identifiers: Vec<Value> = known
        .map(|(name, number)| json!({ "@type": "PropertyValue", "propertyID": name, "value": number }))
        .collect();
    if !identifiers.is_empty() {
        value["identifier"] = json!(identifiers);
    }
    let mut same = Vec::new();
    if !house.website.is_empty() {
        same.push(house.website.clone());
    }
    if !house.qid.is_empty() {
        same.push(format!("https://www.wikidata.org/entity/{}", house.qid));
    }
    if !same.is_empty() {
        value["sameAs"] = json!(same);
    }
    if let Some(hours) = hours(house).filter(|_| !has_left) {
        value["openingHoursSpecification"] = schema_org(&hours, local.today(), &HOLIDAYS);
    }
    value
}

/// Where a post is found, for [`post`].
pub struct Place<'a> {
    pub url: &'a str,
    /// The Verbund's page.
    pub base: &'a str,
    /// Scheme and host before the addresses of pictures.
    pub origin: &'a str,
    pub pictures: &'a [Shown],
    pub description: &'a str,
}

/// Describes a post; its authors are houses.
pub fn post(
    entry: &Entry,
    it: &Consortium,
    houses: &[Institution],
    place: &Place<'_>,
    local: &Local<'_>,
) -> Value {
    let byline = entry.content.byline.iter().filter_map(|id| houses.iter().find(|house| house.id == *id));
    let authors: Vec<Value> = byline.map(|house| brief(house, place.base)).collect();
    let mut value = json!({
        "@type": "BlogPosting", "@id": format!("urn:uuid:{}", entry.id), "headline": entry.content.title,
        "url": place.url, "mainEntityOfPage": place.url, "inLanguage": entry.content.language,
        "datePublished": local.iso(entry.since), "dateModified": local.iso(entry.updated),
        "author": authors, "publisher": authors, "description": place.description,
        "isPartOf": { "@type": "Blog", "@id": format!("urn:uuid:{}", it.id), "name": it.name, "url": place.base },
    });
    let pictures: Vec<Value> = place.pictures.iter().map(|it| picture(it, place.origin)).collect();
    if !pictures.is_empty() {
        value["image"] = json!(pictures);
    }
    value
}

/// Describes a picture: what it shows, whose it is, and what others may do with it.
fn picture(it: &Shown, origin: &str) -> Value {
    let mut value = json!({
        "@type": "ImageObject", "contentUrl": format!("{origin}{}", it.src),
        "width": it.width, "height": it.height,
    });
    put(&mut value, "caption", &it.caption);
    put(&mut value, "description", &it.alt);
    put(&mut value, "creditText", &it.credit);
    put(&mut value, "license", it.licence_url.unwrap_or_default());
    put(&mut value, "acquireLicensePage", it.source_url.as_deref().unwrap_or_default());
    value
}

fn put(value: &mut Value, name: &str, text: &str) {
    if !text.trim().is_empty() {
        value[name] = json!(text.trim());
    }
}

/// Names the kind of a house as schema.org does.
pub fn kind(code: &str) -> &'static str {
    match code {
        "library" => "Library",
        "museum" => "Museum",
        "archive" => "ArchiveOrganization",
        _ => "Organization",
    }
}
