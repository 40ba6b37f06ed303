//! Colours that can be read: a chosen colour becomes one for light and one for dark paper.
use super::sentence::Sentence;

/// The smallest contrast between text and its ground (WCAG 2.2, 1.4.3 for normal text).
pub const READABLE: f64 = 4.5;

/// The grounds of the light scheme: paper, sheet and wash, as in `assets/verbund.css`.
pub const LIGHT_GROUNDS: [Colour; 3] =
    [Colour::new(0xfb, 0xf8, 0xf2), Colour::new(0xff, 0xfd, 0xf9), Colour::new(0xf3, 0xed, 0xe2)];

/// The grounds of the dark scheme: paper, sheet and wash.
pub const DARK_GROUNDS: [Colour; 3] =
    [Colour::new(0x19, 0x16, 0x13), Colour::new(0x21, 0x1d, 0x19), Colour::new(0x26, 0x21, 0x1c)];

/// A colour of the screen (sRGB, 8 bits a part).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Colour {
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Colour { red, green, blue }
    }

    /// Reads `#0d6b52`, `0D6B52` or `#0db`; anything else is refused with an example.
    pub fn parse(typed: &str) -> Result<Self, Sentence> {
        let wrong = || Sentence::new("base-colour-shape").with("value", typed.trim());
        let hex = typed.trim().trim_start_matches('#');
        let digits: Option<Vec<u8>> =
            hex.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
        match digits.ok_or_else(wrong)?[..] {
            [r, g, b] => Ok(Colour::new(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Ok(Colour::new(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => Err(wrong()),
        }
    }

    /// The relative luminance, from 0 (black) to 1 (white), as WCAG defines it.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast between two colours, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn readable_on(self, grounds: [Colour; 3]) -> bool {
        grounds.into_iter().all(|ground| self.contrast(ground) >= READABLE)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What became of a chosen colour: text for both schemes, and ink that can be read on top of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub chosen: Colour,
    pub light: Colour,
    pub light_ink: Colour,
    pub dark: Colour,
    pub dark_ink: Colour,
}

impl Pair {
    /// Keeps the chosen colour where it can be read and shifts its lightness where it cannot.
    ///
    /// The hue stays (OKLCH); colourfulness gives way only where the screen has no such colour.
    pub fn of(chosen: Colour) -> Self {
        let light = readable(chosen, LIGHT_GROUNDS, 0.0);
        let dark = readable(chosen, DARK_GROUNDS, 1.0);
        // A colour readable on a ground lets that ground be read on it: contrast has no direction.
        Pair { chosen, light, light_ink: LIGHT_GROUNDS[1], dark, dark_ink: DARK_GROUNDS[0] }
    }

    /// Says whether the colour had to give way, and where.
    pub fn adjusted(&self) -> Option<Sentence> {
        let key = match (self.light != self.chosen, self.dark != self.chosen) {
            (false, false) => return None,
            (true, false) => "base-colour-darker",
            (false, true) => "base-colour-lighter",
            (true, true) => "base-colour-both",
        };
        Some(
            Sentence::new(key)
                .with("chosen", self.chosen.to_string())
                .with("light", self.light.to_string())
                .with("dark", self.dark.to_string()),
        )
    }
}

/// Finds the lightness nearest to the chosen one that can be read, between it and the far end
/// (0 black, 1 white), which can always be read.
fn readable(chosen: Colour, grounds: [Colour; 3], end: f64) -> Colour {
    if chosen.readable_on(grounds) {
        return chosen;
    }
    let (start, chroma, hue) = oklch(chosen);
    let (mut near, mut far) = (start, end);
    let mut best = on_screen(end, 0.0, hue);
    for _ in 0..24 {
        let middle = f64::midpoint(near, far);
        let tried = on_screen(middle, chroma, hue);
        if tried.readable_on(grounds) {
            (far, best) = (middle, tried);
        } else {
            near = middle;
        }
    }
    best
}

/// The nearest colour the screen has: the same lightness and hue, as colourful as possible.
fn on_screen(lightness: f64, chroma: f64, hue: f64) -> Colour {
    let (mut dull, mut vivid) = (0.0, chroma);
    if let Some(colour) = from_oklch(lightness, chroma, hue) {
        return colour;
    }
    for _ in 0..20 {
        let middle = f64::midpoint(dull, vivid);
        if from_oklch(lightness, middle, hue).is_some() { dull = middle } else { vivid = middle }
    }
    from_oklch(lightness, dull, hue).unwrap_or(match lightness < 0.5 {
        true => Colour::new(0, 0, 0),
        false => Colour::new(255, 255, 255),
    })
}

/// Lightness, chroma and hue in OKLCH (Björn Ottosson's OKLab in polar form).
fn oklch(colour: Colour) -> (f64, f64, f64) {
    let [r, g, b] = colour.linear();
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    (lightness, a.hypot(b), b.atan2(a))
}

/// The way back; nothing where the screen has no such colour.
fn from_oklch(lightness: f64, chroma: f64, hue: f64) -> Option<Colour> {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let linear = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ];
    if linear.iter().any(|part| !(-0.0005..=1.0005).contains(part)) {
        return None;
    }
    let [red, green, blue] = linear.map(|part| {
        let part = part.clamp(0.0, 1.0);
        let bent = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
        (bent * 255.0).round() as u8
    });
    Some(Colour { red, green, blue })
}

#[cfg(test)]
#[path = "colour_tests.rs"]
mod tests;
