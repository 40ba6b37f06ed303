//! The colours of the demo pictures: those of the pages, and their neighbours.

/// A colour as red, green, blue.
pub type Colour = [u8; 3];

pub const PAPER: Colour = [0xFB, 0xF8, 0xF2];
pub const WASH: Colour = [0xF3, 0xED, 0xE2];
pub const SAND: Colour = [0xEF, 0xE6, 0xD4];
pub const CREAM: Colour = [0xE9, 0xDC, 0xBF];
pub const STONE: Colour = [0xC9, 0xC0, 0xAF];
pub const TAUPE: Colour = [0x8E, 0x82, 0x72];
pub const INK: Colour = [0x2A, 0x24, 0x1E];
pub const RUST: Colour = [0x9A, 0x4A, 0x10];
pub const BRICK: Colour = [0xB5, 0x5A, 0x3C];
pub const WINE: Colour = [0x7A, 0x2E, 0x1D];
pub const GREEN: Colour = [0x0D, 0x6B, 0x52];
pub const SAGE: Colour = [0x8F, 0xA5, 0x86];
pub const MOSS: Colour = [0x4D, 0x5B, 0x49];
pub const BLUE: Colour = [0x2D, 0x4F, 0x92];
pub const SKY: Colour = [0x9F, 0xB9, 0xC8];
pub const NIGHT: Colour = [0x22, 0x2F, 0x4A];
pub const DUSK: Colour = [0x4A, 0x55, 0x78];
pub const GOLD: Colour = [0xDA, 0xA5, 0x42];
pub const GLOW: Colour = [0xF8, 0xD8, 0x8A];
pub const ROSE: Colour = [0xD9, 0x9A, 0x86];
pub const WOOD: Colour = [0x8A, 0x6A, 0x42];
pub const OAK: Colour = [0xB8, 0x8C, 0x56];
pub const WALNUT: Colour = [0x5C, 0x42, 0x2C];

/// What spines, cushions and pennants are chosen from.
pub const CLOTH: [Colour; 9] = [RUST, WINE, GREEN, BLUE, GOLD, MOSS, BRICK, STONE, CREAM];
/// The same without the pale ones, for what has to stand out on a light wall.
pub const STRONG: [Colour; 7] = [RUST, WINE, GREEN, BLUE, GOLD, MOSS, BRICK];

/// Mixes a share of another colour in, 0 to 1.
pub fn mix(one: Colour, other: Colour, share: f32) -> Colour {
    std::array::from_fn(|at| {
        let (one, other) = (f32::from(one[at]), f32::from(other[at]));
        (one + (other - one) * share.clamp(0.0, 1.0)).round() as u8
    })
}

/// The colour in shadow: towards a warm brown-black, never towards plain black.
pub fn shade(colour: Colour, share: f32) -> Colour {
    mix(colour, [0x2B, 0x1C, 0x18], share)
}

/// The colour in light.
pub fn light(colour: Colour, share: f32) -> Colour {
    mix(colour, [0xFF, 0xF6, 0xE0], share)
}
