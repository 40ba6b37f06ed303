//! One field of a form, with its label, its hint and what was wrong with it.
use crate::base::colour::{Colour, DARK_GROUNDS, LIGHT_GROUNDS, Pair};
use crate::base::text::Lang;
use crate::page::form::{Faults, Form};

/// A field as a template shows it. `kind` is the type of the input, or `area`, `select`, `radios`,
/// `marks`, `check` or `heading`.
#[derive(Debug, Clone, Default)]
pub struct Field {
    pub name: &'static str,
    pub kind: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub rows: u8,
    pub is_needed: bool,
    pub picks: Vec<Pick>,
    pub swatch: Option<Swatch>,
    pub fault: Option<String>,
}

/// One of several things to choose from.
#[derive(Debug, Clone)]
pub struct Pick {
    pub value: String,
    pub text: String,
    pub is_chosen: bool,
}

/// A colour as it will be read: on light and on dark paper, and what had to give way.
#[derive(Debug, Clone)]
pub struct Swatch {
    pub light: String,
    pub light_ground: String,
    pub dark: String,
    pub dark_ground: String,
    pub said: Vec<String>,
}

impl Swatch {
    /// Shows a colour; nothing where the text is none.
    pub fn of(hex: &str, w: Lang) -> Option<Swatch> {
        let pair = Pair::of(Colour::parse(hex).ok()?);
        let said = pair.adjusted().map_or_else(|| w.t("charter-colour-readable"), |why| w.say(&why));
        Some(Swatch {
            light: pair.light.to_string(),
            light_ground: LIGHT_GROUNDS[1].to_string(),
            dark: pair.dark.to_string(),
            dark_ground: DARK_GROUNDS[1].to_string(),
            said: vec![said],
        })
    }
}

impl Field {
    /// Names what describes the field, for those who hear the page.
    pub fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let fault = self.fault.as_ref().map(|_| format!("{}-fault", self.name));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }

    pub fn needed(&mut self) -> &mut Field {
        self.is_needed = true;
        self
    }
}

/// Builds the fields of a form: what was typed is shown again, else what is stored.
pub struct Fields<'a> {
    pub w: Lang,
    /// How the keys of the texts begin that name the fields.
    pub beginning: &'static str,
    pub typed: Option<&'a Form>,
    pub faults: &'a Faults,
    pub list: Vec<Field>,
}

impl<'a> Fields<'a> {
    pub fn new(w: Lang, typed: Option<&'a Form>, faults: &'a Faults) -> Self {
        Fields { w, beginning: "charter-field-", typed, faults, list: Vec::new() }
    }

    /// The same with the words of another room, whose keys begin like this.
    pub fn worded(self, beginning: &'static str) -> Self {
        Fields { beginning, ..self }
    }

    /// Adds a field of a kind; label and hint are the texts `charter-field-<name>` and `…-hint`.
    pub fn add(&mut self, kind: &'static str, name: &'static str, stored: &str) -> &mut Field {
        let key = format!("{}{}", self.beginning, name.replace('_', "-"));
        let hint = format!("{key}-hint");
        let typed = self.typed.filter(|form| form.has(name)).map(|form| form.raw(name));
        let field = Field {
            name,
            kind,
            label: self.w.t(&key),
            hint: if self.w.has(&hint) { self.w.t(&hint) } else { String::new() },
            value: typed.unwrap_or_else(|| stored.to_owned()),
            fault: self.faults.of(name, self.w),
            ..Field::default()
        };
        self.list.push(field);
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    pub fn line(&mut self, name: &'static str, stored: &str) -> &mut Field {
        self.add("text", name, stored)
    }

    pub fn area(&mut self, name: &'static str, stored: &str, rows: u8) -> &mut Field {
        let field = self.add("area", name, stored);
        field.rows = rows;
        field
    }

    /// Adds a field to choose from (value, text).
    pub fn choice(
        &mut self,
        kind: &'static str,
        name: &'static str,
        stored: &str,
        picks: Vec<(String, String)>,
    ) -> &mut Field {
        let field = self.add(kind, name, stored);
        let chosen = field.value.clone();
        field.picks =
            picks.into_iter().map(|(value, text)| Pick { is_chosen: value == chosen, value, text }).collect();
        field
    }

    /// Adds a box to tick; it is empty at first and keeps its tick when the form comes back.
    pub fn check(&mut self, name: &'static str) {
        let is_ticked = self.typed.is_some_and(|form| form.has(name));
        let field = self.add("check", name, "");
        field.value = if is_ticked { "1".into() } else { String::new() };
    }

    /// Adds a colour with its swatches.
    pub fn colour(&mut self, name: &'static str, stored: &str) -> &mut Field {
        let w = self.w;
        let field = self.add("color", name, stored);
        field.swatch = Swatch::of(&field.value, w);
        field
    }

    /// Begins a part of the form, named by the text `charter-field-<name>`.
    pub fn heading(&mut self, name: &'static str) {
        self.add("heading", name, "");
    }
}
