//! The frame around every page, and the answers to every failure.
use crate::base::text::Lang;

pub mod answer;
pub mod asset;
pub mod cached;
pub mod failure;
pub mod form;
pub mod headers;
pub mod html;
pub mod place;
pub mod style;

/// A house as every page shows it: mark, colour and name, always the three together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The class that carries the colour, like `h-rhede`.
    pub class: String,
    /// The drawn mark, by its name in the sheet of marks.
    pub mark: String,
    pub name: String,
    /// The house's full name, for titles and for those who hear the page.
    pub full_name: String,
    pub href: String,
}

/// A link in a navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavLink {
    pub href: String,
    pub text: String,
    pub is_here: bool,
    /// How many things wait there; 0 is not shown.
    pub count: usize,
}

/// The frame of a public page: who this is, whose houses, where the legal pages are.
#[derive(Debug, Clone)]
pub struct Public {
    pub w: Lang,
    pub title: String,
    pub description: String,
    /// The one address of this page, absolute.
    pub canonical: String,
    /// The same page in the other language, absolute.
    pub alternate: String,
    /// The address of the Verbund's page within this host, without a trailing slash; empty on its
    /// own domain.
    pub root: String,
    pub name: String,
    pub claim: String,
    /// The language in which the Verbund itself writes, as a code; name and claim are in it.
    pub lang: &'static str,
    pub houses: Vec<Badge>,
    pub nav: Vec<NavLink>,
    pub feeds: Vec<(String, String)>,
    /// Where machines find the same as the Fediverse writes it.
    pub activity: Option<String>,
    pub image: Option<String>,
    /// Extra head matter that is HTML already: schema.org data.
    pub json_ld: Option<String>,
    pub style: style::Style,
    pub demo: bool,
    pub noindex: bool,
    /// A sentence over the page, such as that the Verbund has ended.
    pub notice: Option<String>,
    /// The installation's directory.
    pub directory: String,
    /// Whether somebody still answers questions.
    pub answers: bool,
}

/// A room of the editors' face in its navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub href: String,
    pub text: String,
    pub is_here: bool,
    /// How many things wait there; 0 is not shown.
    pub count: usize,
    /// The drawn sign with which it stands in the bar of a phone, by its name in the sheet of
    /// signs. A room without one is found there under "more".
    pub sign: Option<&'static str>,
}

/// The frame of an editors' page.
#[derive(Debug, Clone)]
pub struct Desk {
    pub w: Lang,
    pub title: String,
    pub nav: Vec<Room>,
    /// Where a new post is begun, for those who may write.
    pub writes: Option<String>,
    /// The Verbund's name, and the address of its public page.
    pub consortium: String,
    pub public_page: String,
    pub me: String,
    pub me_href: String,
    /// Whether this is the person's own page.
    pub is_me: bool,
    /// Where somebody who belongs to several Verbünde goes from one to another.
    pub elsewhere: Option<String>,
    /// The language in which the person does not work now.
    pub other: Lang,
    pub badge: Option<Badge>,
    pub style: style::Style,
    pub demo: bool,
    /// What has just been done, said once.
    pub done: Option<String>,
    /// A sentence over every page: everything is on hold, the Verbund has ended.
    pub notice: Option<String>,
    /// Whether copies may be kept in this browser: not on a shared computer.
    pub offline: bool,
}

impl Desk {
    /// Tells whether some rooms do not stand in the bar of a phone.
    pub fn has_more(&self) -> bool {
        self.nav.iter().any(|room| room.sign.is_none())
    }

    /// Tells whether the page is in one of those.
    pub fn is_in_more(&self) -> bool {
        self.nav.iter().any(|room| room.sign.is_none() && room.is_here)
    }
}

/// The frame of a page without a Verbund: signing in, the directory, failures.
#[derive(Debug, Clone)]
pub struct Plain {
    pub w: Lang,
    pub title: String,
    pub description: String,
    pub canonical: String,
    pub alternate: String,
    pub style: style::Style,
    pub demo: bool,
    pub noindex: bool,
}

impl Plain {
    /// A page that search engines have no business with.
    pub fn inner(w: Lang, title: String, demo: bool) -> Plain {
        Plain {
            w,
            title,
            description: String::new(),
            canonical: String::new(),
            alternate: String::new(),
            style: style::Style::default(),
            demo,
            noindex: true,
        }
    }
}
