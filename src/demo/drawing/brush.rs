//! What the drawers draw with: a sheet 1600 wide and 1067 high, whatever its size in pixels.
use image::RgbaImage;
use tiny_skia::{
    Color, FillRule, FilterQuality, GradientStop, LineCap, LineJoin, LinearGradient, Paint, Path,
    PathBuilder, Pattern, Pixmap, Point, RadialGradient, Rect, Shader, SpreadMode, Stroke, Transform,
};

use super::dice::Dice;
use super::palette::Colour;

/// The sheet's size in its own units.
pub const WIDE: f32 = 1600.0;
pub const HIGH: f32 = 1067.0;
/// The side of the tile of paper grain, in pixels.
const GRAIN: u32 = 256;

/// A sheet of paper and the place where the next shape is put.
pub struct Brush {
    sheet: Pixmap,
    base: Transform,
    moved: Transform,
}

impl Brush {
    /// Lays out a sheet; a picture of another shape than 3:2 is cut at its edges.
    pub fn new(width: u32, height: u32) -> Brush {
        let scale = (width as f32 / WIDE).max(height as f32 / HIGH);
        let base = Transform::from_row(
            scale,
            0.0,
            0.0,
            scale,
            (width as f32 - WIDE * scale) / 2.0,
            (height as f32 - HIGH * scale) / 2.0,
        );
        let sheet = Pixmap::new(width.max(1), height.max(1)).expect("a sheet with an area");
        Brush { sheet, base, moved: Transform::identity() }
    }

    /// Draws something at another place, turned by degrees and scaled; its own origin is 0, 0.
    pub fn at<T>(&mut self, x: f32, y: f32, turn: f32, scale: f32, draw: impl FnOnce(&mut Brush) -> T) -> T {
        let before = self.moved;
        self.moved = before.pre_translate(x, y).pre_rotate(turn).pre_scale(scale, scale);
        let drawn = draw(self);
        self.moved = before;
        drawn
    }

    /// Draws something as a mirror shows it, where asked to.
    pub fn mirrored<T>(&mut self, mirror: bool, draw: impl FnOnce(&mut Brush) -> T) -> T {
        let before = self.moved;
        if mirror {
            self.moved = before.pre_scale(-1.0, 1.0);
        }
        let drawn = draw(self);
        self.moved = before;
        drawn
    }

    pub fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.poly(&[(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour);
    }

    /// A rectangle with round corners.
    pub fn round(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, colour: Colour) {
        let path = rounded(x, y, width, height, radius);
        self.fill(path, solid(colour, 1.0));
    }

    pub fn circle(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        self.oval(x, y, radius, radius, colour, 1.0);
    }

    /// An ellipse around its middle, as clear as wanted.
    pub fn oval(&mut self, x: f32, y: f32, across: f32, down: f32, colour: Colour, strength: f32) {
        let path =
            Rect::from_xywh(x - across, y - down, across * 2.0, down * 2.0).and_then(PathBuilder::from_oval);
        self.fill(path, solid(colour, strength));
    }

    pub fn poly(&mut self, points: &[(f32, f32)], colour: Colour) {
        self.glaze(points, colour, 1.0);
    }

    /// A polygon through which the ground shows.
    pub fn glaze(&mut self, points: &[(f32, f32)], colour: Colour, strength: f32) {
        self.fill(polygon(points), solid(colour, strength));
    }

    /// A shape with curves, from the given outline.
    pub fn shape(&mut self, colour: Colour, outline: impl FnOnce(&mut PathBuilder)) {
        self.clear_shape(colour, 1.0, outline);
    }

    pub fn clear_shape(&mut self, colour: Colour, strength: f32, outline: impl FnOnce(&mut PathBuilder)) {
        let mut path = PathBuilder::new();
        outline(&mut path);
        self.fill(path.finish(), solid(colour, strength));
    }

    /// A line through points, with round ends.
    pub fn line(&mut self, points: &[(f32, f32)], width: f32, colour: Colour) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        self.stroke(path.finish(), width, colour);
    }

    /// A curved line from the given outline.
    pub fn curve(&mut self, width: f32, colour: Colour, outline: impl FnOnce(&mut PathBuilder)) {
        let mut path = PathBuilder::new();
        outline(&mut path);
        self.stroke(path.finish(), width, colour);
    }

    pub fn ring(&mut self, x: f32, y: f32, radius: f32, width: f32, colour: Colour) {
        self.stroke(PathBuilder::from_circle(x, y, radius), width, colour);
    }

    /// The whole sheet from one colour above to another below.
    pub fn sky(&mut self, above: Colour, below: Colour, from: f32, to: f32) {
        let stops = vec![GradientStop::new(0.0, opaque(above)), GradientStop::new(1.0, opaque(below))];
        let shader = LinearGradient::new(
            Point::from_xy(0.0, from),
            Point::from_xy(0.0, to),
            stops,
            SpreadMode::Pad,
            Transform::identity(),
        );
        let path = rect_path(-200.0, -400.0, WIDE + 400.0, HIGH + 800.0);
        self.fill(path, shader.unwrap_or(Shader::SolidColor(opaque(above))));
    }

    /// A soft pool of light.
    pub fn glow(&mut self, x: f32, y: f32, radius: f32, colour: Colour, strength: f32) {
        let middle = Point::from_xy(x, y);
        let stops = vec![
            GradientStop::new(0.0, see_through(colour, strength)),
            GradientStop::new(0.45, see_through(colour, strength * 0.42)),
            GradientStop::new(0.72, see_through(colour, strength * 0.13)),
            GradientStop::new(1.0, see_through(colour, 0.0)),
        ];
        let shader =
            RadialGradient::new(middle, 0.0, middle, radius, stops, SpreadMode::Pad, Transform::identity());
        if let Some(shader) = shader {
            self.fill(PathBuilder::from_circle(x, y, radius), shader);
        }
    }

    /// The shadow of something that stands on a floor.
    pub fn shadow(&mut self, x: f32, y: f32, across: f32, down: f32) {
        self.oval(x, y, across, down, [0x2B, 0x1C, 0x18], 0.16);
        self.oval(x, y, across * 0.8, down * 0.7, [0x2B, 0x1C, 0x18], 0.12);
    }

    /// Ends the picture: paper grain over everything, and plain pixels out.
    pub fn finish(mut self, seed: u64) -> RgbaImage {
        if let Some(grain) = grain(seed) {
            let (width, height) = (self.sheet.width() as f32, self.sheet.height() as f32);
            let shader = Pattern::new(
                grain.as_ref(),
                SpreadMode::Repeat,
                FilterQuality::Nearest,
                1.0,
                Transform::identity(),
            );
            let paint = Paint { shader, ..Paint::default() };
            if let Some(all) = Rect::from_xywh(0.0, 0.0, width, height) {
                self.sheet.fill_rect(all, &paint, Transform::identity(), None);
            }
        }
        let (width, height) = (self.sheet.width(), self.sheet.height());
        RgbaImage::from_raw(width, height, self.sheet.take()).expect("as many bytes as pixels")
    }

    fn fill(&mut self, path: Option<Path>, shader: Shader<'_>) {
        let Some(path) = path else { return };
        let paint = Paint { shader, ..Paint::default() };
        let place = self.base.pre_concat(self.moved);
        self.sheet.fill_path(&path, &paint, FillRule::Winding, place, None);
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, colour: Colour) {
        let Some(path) = path else { return };
        let paint = Paint { shader: solid(colour, 1.0), ..Paint::default() };
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        let place = self.base.pre_concat(self.moved);
        self.sheet.stroke_path(&path, &paint, &stroke, place, None);
    }
}

/// A tile of paper: light and dark specks so weak that they are felt rather than seen.
fn grain(seed: u64) -> Option<Pixmap> {
    let mut dice = Dice::new(99, seed);
    let mut tile = Pixmap::new(GRAIN, GRAIN)?;
    for pixel in tile.pixels_mut() {
        let speck = dice.between(0.0, 1.0);
        let strength = (dice.between(0.0, 13.0)) as u8;
        let tone = if speck < 0.5 { [0xFF, 0xFA, 0xEC] } else { [0x3A, 0x28, 0x1C] };
        *pixel = tiny_skia::ColorU8::from_rgba(tone[0], tone[1], tone[2], strength).premultiply();
    }
    Some(tile)
}

fn opaque(colour: Colour) -> Color {
    Color::from_rgba8(colour[0], colour[1], colour[2], 255)
}

fn see_through(colour: Colour, strength: f32) -> Color {
    Color::from_rgba8(colour[0], colour[1], colour[2], (strength.clamp(0.0, 1.0) * 255.0).round() as u8)
}

fn solid(colour: Colour, strength: f32) -> Shader<'static> {
    Shader::SolidColor(see_through(colour, strength))
}

fn rect_path(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect)
}

fn polygon(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path.close();
    path.finish()
}

fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.quad_to(right, y, right, y + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.quad_to(x, bottom, x, bottom - radius);
    path.line_to(x, y + radius);
    path.quad_to(x, y, x + radius, y);
    path.close();
    path.finish()
}
