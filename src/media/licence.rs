//! Under which terms a picture may be shown.
use crate::base::sentence::Sentence;

/// The terms under which a picture may be shown: Creative Commons, the public domain, the
/// statements of rightsstatements.org, and three of our own for what houses make themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Licence {
    OwnWork,
    PermissionGiven,
    CoverPermission,
    CcBy4,
    CcBySa4,
    CcByNd4,
    CcByNc4,
    CcByNcSa4,
    CcByNcNd4,
    CcBy3De,
    CcBySa3De,
    Cc0,
    PublicDomainMark,
    InC,
    InCOwEu,
    InCEdu,
    InCNc,
    InCRuu,
    NoCCr,
    NoCNc,
    NoCOklr,
    NoCUs,
    Cne,
    Und,
    Nkc,
}

/// One row of the vocabulary: the value, its code, its address (empty: none), the texts' key.
type Row = (Licence, &'static str, &'static str, &'static str);

/// The vocabulary in the order in which a form offers it: what houses need daily comes first.
const ROWS: [Row; 25] = [
    (Licence::OwnWork, "own", "", "media-licence-own"),
    (Licence::PermissionGiven, "permission", "", "media-licence-permission"),
    (Licence::CoverPermission, "cover", "", "media-licence-cover"),
    (Licence::CcBy4, "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/", "media-licence-cc-by-4"),
    (
        Licence::CcBySa4,
        "cc-by-sa-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "media-licence-cc-by-sa-4",
    ),
    (
        Licence::CcByNd4,
        "cc-by-nd-4.0",
        "https://creativecommons.org/licenses/by-nd/4.0/",
        "media-licence-cc-by-nd-4",
    ),
    (
        Licence::CcByNc4,
        "cc-by-nc-4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
        "media-licence-cc-by-nc-4",
    ),
    (
        Licence::CcByNcSa4,
        "cc-by-nc-sa-4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        "media-licence-cc-by-nc-sa-4",
    ),
    (
        Licence::CcByNcNd4,
        "cc-by-nc-nd-4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        "media-licence-cc-by-nc-nd-4",
    ),
    (
        Licence::CcBy3De,
        "cc-by-3.0-de",
        "https://creativecommons.org/licenses/by/3.0/de/",
        "media-licence-cc-by-3-de",
    ),
    (
        Licence::CcBySa3De,
        "cc-by-sa-3.0-de",
        "https://creativecommons.org/licenses/by-sa/3.0/de/",
        "media-licence-cc-by-sa-3-de",
    ),
    (Licence::Cc0, "cc0", "https://creativecommons.org/publicdomain/zero/1.0/", "media-licence-cc0"),
    (
        Licence::PublicDomainMark,
        "pdm",
        "https://creativecommons.org/publicdomain/mark/1.0/",
        "media-licence-pdm",
    ),
    (Licence::InC, "inc", "http://rightsstatements.org/vocab/InC/1.0/", "media-licence-inc"),
    (
        Licence::InCOwEu,
        "inc-ow-eu",
        "http://rightsstatements.org/vocab/InC-OW-EU/1.0/",
        "media-licence-inc-ow-eu",
    ),
    (Licence::InCEdu, "inc-edu", "http://rightsstatements.org/vocab/InC-EDU/1.0/", "media-licence-inc-edu"),
    (Licence::InCNc, "inc-nc", "http://rightsstatements.org/vocab/InC-NC/1.0/", "media-licence-inc-nc"),
    (Licence::InCRuu, "inc-ruu", "http://rightsstatements.org/vocab/InC-RUU/1.0/", "media-licence-inc-ruu"),
    (Licence::NoCCr, "noc-cr", "http://rightsstatements.org/vocab/NoC-CR/1.0/", "media-licence-noc-cr"),
    (Licence::NoCNc, "noc-nc", "http://rightsstatements.org/vocab/NoC-NC/1.0/", "media-licence-noc-nc"),
    (
        Licence::NoCOklr,
        "noc-oklr",
        "http://rightsstatements.org/vocab/NoC-OKLR/1.0/",
        "media-licence-noc-oklr",
    ),
    (Licence::NoCUs, "noc-us", "http://rightsstatements.org/vocab/NoC-US/1.0/", "media-licence-noc-us"),
    (Licence::Cne, "cne", "http://rightsstatements.org/vocab/CNE/1.0/", "media-licence-cne"),
    (Licence::Und, "und", "http://rightsstatements.org/vocab/UND/1.0/", "media-licence-und"),
    (Licence::Nkc, "nkc", "http://rightsstatements.org/vocab/NKC/1.0/", "media-licence-nkc"),
];

impl Licence {
    /// All values in the order in which a form offers them.
    pub fn all() -> impl Iterator<Item = Licence> {
        ROWS.iter().map(|row| row.0)
    }

    /// Reads the code under which a licence is kept.
    pub fn from_code(code: &str) -> Option<Licence> {
        ROWS.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    /// The code under which a licence is kept; it never changes.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// The address that a credit line links to; our own values have none.
    pub fn url(self) -> Option<&'static str> {
        Some(self.row().2).filter(|url| !url.is_empty())
    }

    /// The licence's name for a reader.
    pub fn label(self) -> Sentence {
        Sentence::new(self.row().3)
    }

    /// Tells whether the author must be named. Whoever made a picture has a right to it
    /// (§ 13 UrhG); only what was given away or is free of rights goes without.
    pub fn needs_credit(self) -> bool {
        !matches!(self, Licence::Cc0 | Licence::PublicDomainMark)
    }

    /// Tells whether it must be said where the picture comes from: for everything that was made
    /// elsewhere and is taken over under a public licence or statement.
    pub fn needs_source(self) -> bool {
        self.url().is_some()
    }

    fn row(self) -> &'static Row {
        ROWS.iter().find(|row| row.0 == self).expect("every licence has its row")
    }
}
