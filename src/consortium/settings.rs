//! What can be set about a Verbund, as people enter it: read field by field.
use super::Consortium;
use crate::base::clock::Instant;
use crate::base::colour::Colour;
use crate::base::sentence::Sentence;
use crate::page::form::{Faults, Form};

/// The time zones that are offered.
pub const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Luxembourg",
    "Europe/Brussels",
    "Europe/Amsterdam",
];

/// The languages in which a Verbund can write, the first one by default.
pub const LANGUAGES: [&str; 4] = ["de", "de,en", "en,de", "en"];

/// Reads the names and the texts about a Verbund.
pub fn read_names(form: &Form, it: &mut Consortium, now: Instant) -> Faults {
    let mut faults = Faults::default();
    it.name = form.text("name");
    if it.name.is_empty() {
        faults.add("name", Sentence::new("consortium-missing"));
    }
    it.claim = form.text("claim");
    let (about, simple) = (form.text("about"), form.text("about_simple"));
    if about != it.about {
        it.about_at = Some(now);
    }
    // Whoever changes one word of a text need not change its simple one: it is enough to say so.
    if simple != it.about_simple || form.has("simple_holds") {
        it.about_simple_at = Some(now);
    }
    (it.about, it.about_simple) = (about, simple);
    for (field, value, most) in
        [("name", &it.name, 80), ("claim", &it.claim, 160), ("about", &it.about, 8000)]
    {
        if value.chars().count() > most {
            faults.add(field, Sentence::new("consortium-long").with("n", most));
        }
    }
    needed(&[("claim", &it.claim), ("about", &it.about)], it, now, &mut faults);
    faults
}

/// Reads the accent colour, the time zone and the languages.
pub fn read_look(form: &Form, it: &mut Consortium) -> Faults {
    let mut faults = Faults::default();
    match Colour::parse(&form.text("accent")) {
        Ok(colour) => it.accent = colour.to_string(),
        Err(why) => faults.add("accent", why),
    }
    let zone = form.text("zone");
    match ZONES.contains(&zone.as_str()) || zone == it.zone {
        true => it.zone = zone,
        false => faults.add("zone", Sentence::new("consortium-zone")),
    }
    let languages = form.text("languages");
    match LANGUAGES.contains(&languages.as_str()) {
        true => it.languages = languages,
        false => faults.add("languages", Sentence::new("consortium-languages")),
    }
    faults
}

/// Reads the texts that the law asks for, and the house rules for comments.
pub fn read_legal(form: &Form, it: &mut Consortium, now: Instant) -> Faults {
    let mut faults = Faults::default();
    it.imprint = form.text("imprint");
    it.privacy = form.text("privacy");
    it.barrier = form.text("barrier");
    it.netiquette = form.text("netiquette");
    needed(&[("privacy", &it.privacy)], it, now, &mut faults);
    faults
}

/// What a public page cannot be without cannot be taken away from it either.
fn needed(texts: &[(&'static str, &String)], it: &Consortium, now: Instant, faults: &mut Faults) {
    for (field, value) in texts.iter().filter(|_| it.is_public(now)) {
        if value.is_empty() {
            faults.add(field, Sentence::new("consortium-needed-while-public"));
        }
    }
}
