//! Who carries a house, which data protection law that makes hold, and who watches over it.
//!
//! Houses carried by a church are under the church's own law in place of the GDPR (Art. 91 GDPR).
use crate::base::sentence::Sentence;

/// Who carries a house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Carrier {
    Municipality,
    District,
    CatholicParish,
    ProtestantParish,
    Association,
    Foundation,
    Other,
}

impl Carrier {
    pub const ALL: [Carrier; 7] = [
        Self::Municipality,
        Self::District,
        Self::CatholicParish,
        Self::ProtestantParish,
        Self::Association,
        Self::Foundation,
        Self::Other,
    ];

    /// The word under which a carrier is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::District => "district",
            Self::CatholicParish => "catholic_parish",
            Self::ProtestantParish => "protestant_parish",
            Self::Association => "association",
            Self::Foundation => "foundation",
            Self::Other => "other",
        }
    }

    /// Reads a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|carrier| carrier.code() == code)
    }

    /// The text that names the carrier.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Municipality => "institution-carrier-municipality",
            Self::District => "institution-carrier-district",
            Self::CatholicParish => "institution-carrier-catholic",
            Self::ProtestantParish => "institution-carrier-protestant",
            Self::Association => "institution-carrier-association",
            Self::Foundation => "institution-carrier-foundation",
            Self::Other => "institution-carrier-other",
        }
    }

    /// The law that usually holds for such a carrier; none where only the house itself can know.
    ///
    /// A foundation may be public, private or of a church, so nothing is supposed for it.
    pub fn usual_regime(self) -> Option<Regime> {
        match self {
            Self::Municipality | Self::District => Some(Regime::Public),
            Self::CatholicParish => Some(Regime::Kdg),
            Self::ProtestantParish => Some(Regime::DsgEkd),
            Self::Association => Some(Regime::Private),
            Self::Foundation | Self::Other => None,
        }
    }
}

/// The data protection law under which a house works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Regime {
    /// GDPR with the data protection act of North Rhine-Westphalia, for public bodies.
    Public,
    /// The law on church data protection of the Catholic dioceses.
    Kdg,
    /// The data protection law of the Protestant Church in Germany.
    DsgEkd,
    /// GDPR with the federal act, for associations and other private bodies.
    Private,
}

impl Regime {
    pub const ALL: [Regime; 4] = [Self::Public, Self::Kdg, Self::DsgEkd, Self::Private];

    /// The word under which a regime is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Kdg => "kdg",
            Self::DsgEkd => "dsg_ekd",
            Self::Private => "private",
        }
    }

    /// Reads a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|regime| regime.code() == code)
    }

    /// The text that names the law.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Public => "institution-regime-public",
            Self::Kdg => "institution-regime-kdg",
            Self::DsgEkd => "institution-regime-dsgekd",
            Self::Private => "institution-regime-private",
        }
    }

    /// Who watches over it in North Rhine-Westphalia; a house elsewhere names its own.
    pub fn authority(self) -> Authority {
        match self {
            Self::Public | Self::Private => {
                Authority { name_key: "institution-authority-ldi", website: "https://www.ldi.nrw.de" }
            }
            Self::Kdg => Authority {
                name_key: "institution-authority-kdsz",
                website: "https://www.katholisches-datenschutzzentrum.de",
            },
            Self::DsgEkd => {
                Authority { name_key: "institution-authority-bfd", website: "https://datenschutz.ekd.de" }
            }
        }
    }

    /// The sentences of the privacy page about one house: which law, on what ground, which rights, whom to complain to.
    ///
    /// `house` is its name, `carrier` that of the legal person behind it, `authority` the name of the
    /// watching body as the reader is shown it.
    pub fn privacy(self, house: &str, carrier: &str, authority: &str) -> [Sentence; 4] {
        let [law, ground, rights, complaint] = match self {
            Self::Public => [
                "institution-privacy-public-law",
                "institution-privacy-public-ground",
                "institution-privacy-gdpr-rights",
                "institution-privacy-gdpr-complaint",
            ],
            Self::Private => [
                "institution-privacy-private-law",
                "institution-privacy-private-ground",
                "institution-privacy-gdpr-rights",
                "institution-privacy-gdpr-complaint",
            ],
            Self::Kdg => [
                "institution-privacy-kdg-law",
                "institution-privacy-kdg-ground",
                "institution-privacy-kdg-rights",
                "institution-privacy-kdg-complaint",
            ],
            Self::DsgEkd => [
                "institution-privacy-dsgekd-law",
                "institution-privacy-dsgekd-ground",
                "institution-privacy-dsgekd-rights",
                "institution-privacy-dsgekd-complaint",
            ],
        };
        [
            Sentence::new(law).with("house", house).with("carrier", carrier),
            Sentence::new(ground).with("house", house),
            Sentence::new(rights).with("house", house),
            Sentence::new(complaint).with("authority", authority),
        ]
    }
}

/// A body that watches over data protection and takes complaints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    pub name_key: &'static str,
    pub website: &'static str,
}

#[cfg(test)]
#[path = "tests/regime.rs"]
mod tests;
