//! Who offers the page: what the law wants to read in an Impressum, piece by piece (L3).
use crate::base::sentence::Sentence;
use crate::page::form::{Faults, Form};

/// How long a piece may be, in characters.
const LONGEST: usize = 500;

/// The pieces of an Impressum (§ 5 DDG, § 18 Abs. 2 MStV); each empty where nobody has said it yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Imprint {
    /// The legal person behind the page: a Verbund is none.
    pub provider: String,
    /// Where it can be summoned, in lines.
    pub address: String,
    pub represented_by: String,
    pub email: String,
    pub phone: String,
    /// Who answers for the contents (§ 18 Abs. 2 MStV), with an address where it is another one.
    pub responsible: String,
}

impl Imprint {
    /// Names the pieces that are missing, by the name of their field. A telephone is no must: the
    /// forms on the page are the second quick way.
    pub fn lacks(&self) -> Vec<&'static str> {
        let all = [
            ("provider", &self.provider),
            ("address", &self.address),
            ("represented_by", &self.represented_by),
            ("imprint_email", &self.email),
            ("responsible", &self.responsible),
        ];
        all.into_iter().filter(|(_, piece)| piece.trim().is_empty()).map(|(field, _)| field).collect()
    }

    /// Reads the pieces as they were typed. What a public page cannot be without stays there.
    pub fn read(form: &Form, is_public: bool) -> (Imprint, Faults) {
        let mut faults = Faults::default();
        let it = Imprint {
            provider: form.text("provider"),
            address: form.text("address"),
            represented_by: form.text("represented_by"),
            email: form.text("imprint_email"),
            phone: form.text("imprint_phone"),
            responsible: form.text("responsible"),
        };
        for (field, piece) in [
            ("provider", &it.provider),
            ("address", &it.address),
            ("represented_by", &it.represented_by),
            ("imprint_phone", &it.phone),
            ("responsible", &it.responsible),
        ] {
            if piece.chars().count() > LONGEST {
                faults.add(field, Sentence::new("consortium-long").with("n", LONGEST));
            }
        }
        if !it.email.is_empty() && !looks_like_email(&it.email) {
            faults.add("imprint_email", Sentence::new("consortium-imprint-email"));
        }
        for field in it.lacks().into_iter().filter(|_| is_public) {
            faults.add(field, Sentence::new("consortium-needed-while-public"));
        }
        (it, faults)
    }
}

fn looks_like_email(text: &str) -> bool {
    text.len() <= 200 && text.parse::<lettre::Address>().is_ok() && text.contains('.')
}
