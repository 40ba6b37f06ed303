//! A consent as it was filled in, read tolerantly and refused field by field.
use super::ConsentId;
use super::rule::{AgeClass, Agreement, Channel, Consent, Party};
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::calendar::local::{Local, parse_date};
use crate::page::form::{Faults, Form};

/// The fields of those who agree: name and day.
pub fn fields(party: Party) -> (&'static str, &'static str) {
    match party {
        Party::Person => ("person_name", "person_date"),
        Party::Guardian => ("guardian_name", "guardian_date"),
    }
}

/// Reads a filled-in consent; everything that is missing is noted at its field. An end names the
/// last day on which the consent holds.
pub fn read(form: &Form, age: AgeClass, local: &Local<'_>, faults: &mut Faults) -> Consent {
    let agreements = age.must_agree().iter().filter_map(|party| agreement(form, *party, local, faults));
    let agreements: Vec<Agreement> = agreements.collect();
    let consent = Consent {
        id: ConsentId::new(),
        subject: form.text("subject"),
        age,
        agreements,
        purpose: form.text("purpose"),
        channels: form.all("channels").iter().filter_map(|code| Channel::from_code(code)).collect(),
        ends_at: end(form, local, faults),
        withdrawn_at: None,
    };
    for (field, why) in consent.incomplete() {
        faults.add(field, why);
    }
    consent
}

fn agreement(form: &Form, party: Party, local: &Local<'_>, faults: &mut Faults) -> Option<Agreement> {
    let (name_field, date_field) = fields(party);
    let name = form.some(name_field);
    if name.is_none() {
        faults.add(name_field, Sentence::new("consent-needs-name"));
    }
    let date = match parse_date(&form.text(date_field)) {
        Ok(date) => date,
        Err(why) => {
            faults.add(date_field, why);
            return None;
        }
    };
    let agreed_at = local.start_of(date);
    if agreed_at > local.now {
        faults.add(date_field, Sentence::new("consent-agreed-in-future"));
    }
    Some(Agreement { party, name: name?, agreed_at })
}

fn end(form: &Form, local: &Local<'_>, faults: &mut Faults) -> Option<Instant> {
    let text = form.some("ends_at")?;
    match parse_date(&text).map(|date| date.tomorrow().unwrap_or(date)) {
        Ok(first_day_without) => {
            let end = local.start_of(first_day_without);
            if end <= local.now {
                faults.add("ends_at", Sentence::new("consent-end-past"));
            }
            Some(end)
        }
        Err(why) => {
            faults.add("ends_at", why);
            None
        }
    }
}
