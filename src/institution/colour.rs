//! Whether the colours of two houses can be told apart.
use super::Institution;
use crate::base::colour::Colour;
use crate::base::sentence::Sentence;

/// The smallest distance at which two colours are taken for different, on the scale of `distance`.
const APART: f64 = 90.0;

/// Says which other house has a colour that looks much the same; names and marks still differ, so
/// it is a hint and no refusal.
pub fn alike(own: Colour, others: &[Institution]) -> Option<Sentence> {
    let near = others
        .iter()
        .find(|house| Colour::parse(&house.colour).is_ok_and(|colour| distance(own, colour) < APART))?;
    Some(Sentence::new("institution-colour-alike").with("house", &near.short_name))
}

/// How different two colours look, from 0 to about 765 (the "redmean" approximation, which weighs
/// red and blue by how red the colours are).
fn distance(a: Colour, b: Colour) -> f64 {
    let part = |x: u8, y: u8| f64::from(x) - f64::from(y);
    let mean = f64::midpoint(f64::from(a.red), f64::from(b.red)) / 256.0;
    let (red, green, blue) = (part(a.red, b.red), part(a.green, b.green), part(a.blue, b.blue));
    ((2.0 + mean) * red * red + 4.0 * green * green + (3.0 - mean) * blue * blue).sqrt()
}

#[cfg(test)]
#[path = "tests/colour.rs"]
mod tests;
