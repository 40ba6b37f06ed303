//! The rules of an OSM `opening_hours` text, told apart without understanding each.
//!
//! The library that evaluates them takes "SH Mo" for "school holidays or Mondays", the standard says
//! "Mondays in school holidays"; and it takes a bare remark for "always open", where the standard says
//! "unknown". Both are put right here, before it reads them.

/// The weekdays of OSM, from Monday.
pub const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// One rule, with what separates it from the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub text: String,
    /// `||`: holds only where no rule before it says open.
    pub fallback: bool,
}

impl Rule {
    /// Whether the rule looks at school holidays.
    pub fn knows_school(&self) -> bool {
        words(&self.text).any(|word| word == "SH")
    }

    /// Whether the rule looks at public holidays.
    pub fn knows_public(&self) -> bool {
        words(&self.text).any(|word| word == "PH")
    }

    /// The rules as one text for the evaluating library, in or outside school holidays.
    pub fn expression(rules: &[Rule], school: bool) -> Option<String> {
        let mut text = String::new();
        for rule in rules {
            let Some(part) = rule.evaluated(school) else { continue };
            if !text.is_empty() {
                text.push_str(if rule.fallback { " || " } else { "; " });
            }
            text.push_str(&part);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    fn evaluated(&self, school: bool) -> Option<String> {
        let mut text = self.text.clone();
        if let Some(rest) = text.strip_prefix("SH ").filter(|rest| starts_with_weekday(rest)) {
            if !school {
                return None;
            }
            text = rest.to_owned();
        }
        let remark = text.ends_with('"') && !said(&text, ':') && !modified(&text);
        if remark {
            let at = text.find('"').unwrap_or_default();
            text.insert_str(at, "unknown ");
        }
        Some(text)
    }
}

/// Whether a sign occurs outside a remark.
fn said(text: &str, sign: char) -> bool {
    text.split('"').step_by(2).any(|part| part.contains(sign))
}

fn modified(text: &str) -> bool {
    words(text)
        .any(|word| matches!(word.to_ascii_lowercase().as_str(), "off" | "closed" | "open" | "unknown"))
        || said(text, '/')
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').step_by(2).flat_map(|part| part.split(|c: char| !c.is_ascii_alphabetic()))
}

fn starts_with_weekday(text: &str) -> bool {
    text.get(..2).is_some_and(|day| WEEKDAYS.contains(&day))
}

/// Splits a text into its rules at `;` and `||`, never inside a remark.
pub fn split(osm: &str) -> Vec<Rule> {
    let (mut rules, mut text, mut quoted, mut fallback) = (Vec::new(), String::new(), false, false);
    let mut chars = osm.chars().peekable();
    while let Some(c) = chars.next() {
        quoted ^= c == '"';
        let bars = !quoted && c == '|' && chars.next_if_eq(&'|').is_some();
        if !quoted && c == ';' || bars {
            rules.push(Rule { text: std::mem::take(&mut text), fallback });
            fallback = bars;
        } else {
            text.push(c);
        }
    }
    rules.push(Rule { text, fallback });
    rules.iter_mut().for_each(|rule| rule.text = rule.text.trim().to_owned());
    rules.retain(|rule| !rule.text.is_empty());
    rules
}
