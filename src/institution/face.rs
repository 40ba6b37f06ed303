//! How a house shows itself on every page: its mark, its colour and its short name.
use super::Institution;
use crate::base::colour::{Colour, Pair};
use crate::consortium::Consortium;
use crate::page::Badge;
use crate::page::style::Style;

/// Gives the class that carries a house's colour.
pub fn class(house: &Institution) -> String {
    format!("h-{}", house.slug)
}

/// Gives a house's badge; `root` is the address of the Verbund's page without a trailing slash.
pub fn badge(house: &Institution, root: &str) -> Badge {
    Badge {
        class: class(house),
        mark: house.mark.clone(),
        name: house.short_name.clone(),
        full_name: house.display_name.clone(),
        href: format!("{root}/einrichtung/{}", house.slug),
    }
}

/// Gives the colours of a Verbund and its houses; a colour that cannot be read becomes ink.
pub fn style(consortium: &Consortium, houses: &[Institution]) -> Style {
    let houses: Vec<(String, Pair)> =
        houses.iter().map(|house| (class(house), pair(&house.colour))).collect();
    Style::new(&pair(&consortium.accent), &houses)
}

fn pair(hex: &str) -> Pair {
    Pair::of(Colour::parse(hex).unwrap_or(Colour::new(0x21, 0x1c, 0x16)))
}
