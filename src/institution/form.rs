//! The facts of a house as people enter them: read tolerantly, refused field by field.
use super::Institution;
use super::identifier::Identifier;
use super::mark::Mark;
use super::regime::{Carrier, Regime};
use crate::base::colour::Colour;
use crate::base::sentence::Sentence;
use crate::page::form::{Faults, Form};

/// The kinds of houses, as they are stored; their names are `institution-kind-…`.
pub const KINDS: [&str; 4] = ["library", "museum", "archive", "other"];

/// The most working time that a house can agree to, in hours a week.
const MOST_HOURS: f64 = 60.0;

/// Reads the form into a house; fields with faults keep what they were. The address of the house's
/// page is not among them: whether it is free only the database knows.
pub fn read(form: &Form, it: &mut Institution) -> Faults {
    let mut faults = Faults::default();
    names(form, it, &mut faults);
    numbers(form, it, &mut faults);
    carrier(form, it, &mut faults);
    looks(form, it, &mut faults);
    place(form, it, &mut faults);
    contact(form, it, &mut faults);
    if let Some(minutes) = checked(capacity(&form.text("capacity")), "capacity", &mut faults) {
        it.capacity_minutes = minutes;
    }
    faults
}

fn checked<T>(read: Result<T, Sentence>, field: &'static str, faults: &mut Faults) -> Option<T> {
    read.map_err(|why| faults.add(field, why)).ok()
}

fn names(form: &Form, it: &mut Institution, faults: &mut Faults) {
    match KINDS.contains(&form.text("kind").as_str()) {
        true => it.kind = form.text("kind"),
        false => faults.add("kind", Sentence::new("institution-form-choose")),
    }
    it.short_name = form.text("short_name");
    it.official_name = form.text("official_name");
    it.display_name = form.some("display_name").unwrap_or_else(|| it.official_name.clone());
    for (field, value, most) in [
        ("official_name", &it.official_name, 160),
        ("display_name", &it.display_name, 100),
        ("short_name", &it.short_name, 24),
    ] {
        if value.is_empty() {
            faults.add(field, Sentence::new("institution-form-missing"));
        } else if value.chars().count() > most {
            faults.add(field, Sentence::new("institution-form-long").with("n", most));
        }
    }
    it.about = form.text("house_about");
}

fn numbers(form: &Form, it: &mut Institution, faults: &mut Faults) {
    let own = [
        ("isil", Identifier::Isil, &mut it.isil),
        ("dbs", Identifier::Dbs, &mut it.dbs),
        ("gnd", Identifier::Gnd, &mut it.gnd),
        ("qid", Identifier::Qid, &mut it.qid),
    ];
    for (field, identifier, value) in own {
        match form.some(field) {
            None => value.clear(),
            Some(typed) => {
                if let Some(read) = checked(identifier.read(&typed), field, faults) {
                    *value = read;
                }
            }
        }
    }
}

/// Says whose an ISIL is already: it names one house in the world, so no two of a Verbund have the
/// same. Nothing where it is free, or where none was given.
pub fn taken_isil(it: &Institution, others: &[Institution]) -> Option<Sentence> {
    let same = |other: &&Institution| other.id != it.id && !it.isil.is_empty() && other.isil == it.isil;
    let owner = others.iter().find(same)?;
    let sentence = Sentence::new("institution-form-isil-taken").with("isil", &it.isil);
    Some(sentence.with("house", &owner.display_name))
}

fn carrier(form: &Form, it: &mut Institution, faults: &mut Faults) {
    it.carrier_name = form.text("carrier_name");
    let Some(kind) = Carrier::from_code(&form.text("carrier_kind")) else {
        faults.add("carrier_kind", Sentence::new("institution-form-choose"));
        return;
    };
    it.carrier_kind = kind.code().to_owned();
    it.regime = Regime::from_code(&form.text("regime")).map_or("", Regime::code).to_owned();
    if it.law().is_none() {
        faults.add("regime", Sentence::new("institution-form-regime"));
    }
}

fn looks(form: &Form, it: &mut Institution, faults: &mut Faults) {
    match Mark::from_code(&form.text("mark")) {
        Some(mark) => it.mark = mark.code().to_owned(),
        None => faults.add("mark", Sentence::new("institution-form-choose")),
    }
    if let Some(colour) = checked(Colour::parse(&form.text("colour")), "colour", faults) {
        it.colour = colour.to_string();
    }
}

fn place(form: &Form, it: &mut Institution, faults: &mut Faults) {
    (it.street, it.place) = (form.text("street"), form.text("place"));
    it.postcode = form.text("postcode");
    it.accessibility = form.text("accessibility");
    let lat = checked(degrees(&form.text("lat"), 90.0), "lat", faults);
    let lon = checked(degrees(&form.text("lon"), 180.0), "lon", faults);
    match (lat, lon) {
        (Some(Some(lat)), Some(Some(lon))) if (5.0..16.0).contains(&lat) && (47.0..56.0).contains(&lon) => {
            faults.add("lat", Sentence::new("institution-form-swapped"));
        }
        (Some(Some(_)), Some(None)) => faults.add("lon", Sentence::new("institution-form-half")),
        (Some(None), Some(Some(_))) => faults.add("lat", Sentence::new("institution-form-half")),
        (Some(lat), Some(lon)) => (it.lat, it.lon) = (lat, lon),
        _ => {}
    }
}

fn contact(form: &Form, it: &mut Institution, faults: &mut Faults) {
    it.phone = form.text("phone");
    let email = form.text("email");
    match email.is_empty() || is_address(&email) {
        true => it.email = email,
        false => faults.add("email", Sentence::new("institution-form-email").with("value", email)),
    }
    if let Some(website) = checked(website(&form.text("website")), "website", faults) {
        it.website = website;
    }
}

fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains('@')
        && !text.chars().any(char::is_whitespace)
}

/// Reads a web address; without a beginning it gets `https://`.
fn website(typed: &str) -> Result<String, Sentence> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let rest = full.strip_prefix("https://").or_else(|| full.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    if host.contains('.') && !full.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>')) {
        return Ok(full);
    }
    Err(Sentence::new("institution-form-website").with("value", typed))
}

/// Reads "51,8436" or "51.8436"; nothing where the field is empty.
fn degrees(typed: &str, most: f64) -> Result<Option<f64>, Sentence> {
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.trim_end_matches('°').trim().replace(',', ".").parse::<f64>().ok();
    let read = read.filter(|degrees| degrees.is_finite() && degrees.abs() <= most);
    read.map(Some).ok_or_else(|| Sentence::new("institution-form-degrees").with("value", typed))
}

/// Reads hours a week, "2", "1,5" or "1:30", as minutes; empty is none.
fn capacity(typed: &str) -> Result<i64, Sentence> {
    if typed.is_empty() {
        return Ok(0);
    }
    let hours = match typed.split_once(':') {
        Some((hours, minutes)) => {
            let parts = hours.trim().parse::<f64>().ok().zip(minutes.trim().parse::<f64>().ok());
            parts.filter(|(_, minutes)| *minutes < 60.0).map(|(hours, minutes)| hours + minutes / 60.0)
        }
        None => typed.trim_end_matches(['h', ' ']).replace(',', ".").parse::<f64>().ok(),
    };
    let hours = hours.filter(|hours| (0.0..=MOST_HOURS).contains(hours));
    let hours = hours.ok_or_else(|| Sentence::new("institution-form-capacity").with("value", typed))?;
    Ok((hours * 60.0).round() as i64)
}

/// Writes minutes as the form shows them: "1:30", "2".
pub fn hours_a_week(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => String::new(),
        (hours, 0) => hours.to_string(),
        (hours, rest) => format!("{hours}:{rest:02}"),
    }
}

#[cfg(test)]
#[path = "tests/form.rs"]
mod tests;
