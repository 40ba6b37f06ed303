//! Things that turn up in several scenes: books, cups, cushions, pennants.
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;

/// A book seen from its spine, standing on 0, 0 and growing upwards.
pub fn spine(brush: &mut Brush, dice: &mut Dice, width: f32, height: f32, colour: Colour) {
    brush.rect(0.0, -height, width, height, colour);
    brush.rect(0.0, -height, width * 0.16, height, shade(colour, 0.14));
    brush.rect(width * 0.86, -height, width * 0.14, height, light(colour, 0.12));
    let band = light(colour, 0.62);
    match dice.count(0, 4) {
        0 => {
            brush.rect(0.0, -height * 0.86, width, 5.0, band);
            brush.rect(0.0, -height * 0.18, width, height * 0.05, shade(colour, 0.3));
        }
        1 => {
            let label = if colour == CREAM || colour == STONE { WINE } else { CREAM };
            brush.rect(width * 0.16, -height * 0.82, width * 0.68, height * 0.22, label);
            brush.rect(width * 0.3, -height * 0.77, width * 0.4, 4.0, shade(label, 0.45));
            brush.rect(width * 0.3, -height * 0.71, width * 0.4, 4.0, shade(label, 0.45));
        }
        2 => {
            for at in [0.9, 0.87, 0.14, 0.11] {
                brush.rect(0.0, -height * at, width, 4.0, mix(colour, GOLD, 0.7));
            }
        }
        3 => {
            brush.rect(width * 0.42, -height * 0.85, width * 0.16, height * 0.5, band);
            brush.circle(width * 0.5, -height * 0.16, width * 0.2, band);
        }
        _ => brush.rect(0.0, -height * 0.3, width, height * 0.12, shade(colour, 0.28)),
    }
    // The library's label at the foot.
    if dice.chance(0.35) && width > 24.0 {
        brush.rect(width * 0.1, -height * 0.1, width * 0.8, height.min(300.0) * 0.07, PAPER);
    }
}

/// A row of books between two walls; returns how many stand there.
pub fn row_of_books(
    brush: &mut Brush,
    dice: &mut Dice,
    from: f32,
    to: f32,
    foot: f32,
    tallest: f32,
) -> usize {
    let mut x = from;
    let mut count = 0;
    let mut last = CREAM;
    while x < to - 16.0 {
        let width = (dice.between(0.1, 0.26) * tallest).min(to - x).max(12.0);
        let height = tallest * dice.between(0.66, 1.0);
        last = dice.pick_other(&CLOTH, last);
        let room = to - x;
        if count > 1 && dice.chance(0.09) && room > width + height * 0.2 {
            let lean = dice.between(5.0, 9.0);
            brush.at(x + 2.0 + height * 0.02, foot, -lean, 1.0, |brush| {
                spine(brush, dice, width, height, last)
            });
            x += width + height * lean.to_radians().sin() * 0.2;
        } else {
            brush.at(x, foot, 0.0, 1.0, |brush| spine(brush, dice, width, height, last));
            x += width + dice.between(0.5, 3.0);
        }
        count += 1;
    }
    count
}

/// A pile of lying books on 0, 0; returns its height.
pub fn pile(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, count: usize, width: f32) -> f32 {
    let mut y = foot;
    let mut last = CREAM;
    for _ in 0..count {
        let thick = width * dice.between(0.12, 0.2);
        let wide = width * dice.between(0.8, 1.0);
        let left = x - wide / 2.0 + dice.off(width * 0.06);
        last = dice.pick_other(&CLOTH, last);
        brush.round(left, y - thick, wide, thick, thick * 0.22, last);
        brush.rect(left + wide * 0.1, y - thick * 0.84, wide * 0.9 - 3.0, thick * 0.68, PAPER);
        brush.rect(left + wide * 0.1, y - thick * 0.5, wide * 0.88, 2.0, STONE);
        brush.round(left, y - thick, wide * 0.13, thick, thick * 0.3, shade(last, 0.1));
        y -= thick + 1.0;
    }
    foot - y
}

/// An open book lying on 0, 0.
pub fn open_book(brush: &mut Brush, x: f32, y: f32, half: f32, colour: Colour) {
    let down = half * 0.34;
    brush.poly(
        &[
            (x - half - 8.0, y + 6.0),
            (x, y + down * 0.4),
            (x + half + 8.0, y + 6.0),
            (x + half, y - down),
            (x, y - down * 0.6),
            (x - half, y - down),
        ],
        colour,
    );
    for (side, tone) in [(-1.0, PAPER), (1.0, WASH)] {
        brush.shape(tone, |path| {
            path.move_to(x, y + down * 0.28);
            path.quad_to(x + side * half * 0.5, y - down * 0.25, x + side * half, y);
            path.line_to(x + side * half * 0.94, y - down * 0.95);
            path.quad_to(x + side * half * 0.5, y - down * 1.25, x, y - down * 0.72);
            path.close();
        });
        for line in 0..4 {
            let up = down * (0.18 + line as f32 * 0.2);
            brush.curve(2.5, STONE, |path| {
                path.move_to(x + side * half * 0.14, y + down * 0.1 - up);
                path.quad_to(x + side * half * 0.5, y - down * 0.22 - up, x + side * half * 0.84, y - up);
            });
        }
    }
}

/// A cup with a little steam, standing on 0, 0.
pub fn cup(brush: &mut Brush, x: f32, foot: f32, size: f32, colour: Colour) {
    brush.shadow(x, foot, size * 0.75, size * 0.12);
    brush.ring(x + size * 0.5, foot - size * 0.5, size * 0.22, size * 0.1, colour);
    brush.shape(colour, |path| {
        path.move_to(x - size * 0.5, foot - size * 0.85);
        path.line_to(x + size * 0.5, foot - size * 0.85);
        path.cubic_to(x + size * 0.48, foot - size * 0.1, x + size * 0.3, foot, x, foot);
        path.cubic_to(
            x - size * 0.3,
            foot,
            x - size * 0.48,
            foot - size * 0.1,
            x - size * 0.5,
            foot - size * 0.85,
        );
        path.close();
    });
    brush.oval(x, foot - size * 0.85, size * 0.5, size * 0.1, light(colour, 0.4), 1.0);
    brush.oval(x, foot - size * 0.84, size * 0.42, size * 0.07, WALNUT, 1.0);
    for (off, up) in [(-0.14, 1.0), (0.12, 1.2)] {
        brush.curve(size * 0.05, PAPER, |path| {
            path.move_to(x + size * off, foot - size * 1.02);
            path.cubic_to(
                x + size * (off + 0.18),
                foot - size * 1.15,
                x + size * (off - 0.16),
                foot - size * 1.3,
                x + size * off,
                foot - size * (0.45 + up),
            );
        });
    }
}

/// A cushion around its middle.
pub fn cushion(brush: &mut Brush, width: f32, height: f32, colour: Colour) {
    let (across, down) = (width / 2.0, height / 2.0);
    brush.shape(colour, |path| {
        path.move_to(-across, -down);
        path.quad_to(0.0, -down * 0.78, across, -down);
        path.quad_to(across * 0.86, 0.0, across, down);
        path.quad_to(0.0, down * 0.84, -across, down);
        path.quad_to(-across * 0.86, 0.0, -across, -down);
        path.close();
    });
    brush.clear_shape(shade(colour, 0.5), 0.25, |path| {
        path.move_to(across, -down);
        path.quad_to(across * 0.86, 0.0, across, down);
        path.quad_to(0.0, down * 0.84, -across, down);
        path.quad_to(across * 0.55, down * 0.55, across, -down);
        path.close();
    });
}

/// A pine board with grain, for tables and floors.
pub fn boards(brush: &mut Brush, dice: &mut Dice, top: f32, colour: Colour, planks: usize) {
    let high = super::brush::HIGH - top + 200.0;
    brush.rect(-200.0, top, 2000.0, high, colour);
    let mut y = top;
    for plank in 0..planks {
        let next = top + (high - 200.0) * ((plank + 1) as f32 / planks as f32).powf(1.4);
        brush.rect(
            -200.0,
            y,
            2000.0,
            next - y,
            mix(colour, if plank % 2 == 0 { WALNUT } else { CREAM }, 0.07),
        );
        brush.rect(-200.0, next - 2.0, 2000.0, 3.0, shade(colour, 0.24));
        let seam = dice.between(100.0, 1500.0);
        brush.rect(seam, y, 3.0, next - y, shade(colour, 0.24));
        y = next;
    }
}

/// A globe on a foot.
pub fn globe(brush: &mut Brush, x: f32, foot: f32, size: f32) {
    let (radius, y) = (size * 0.36, foot - size * 0.56);
    brush.shadow(x, foot, size * 0.3, size * 0.045);
    brush.poly(
        &[
            (x - size * 0.2, foot),
            (x + size * 0.2, foot),
            (x + size * 0.06, foot - size * 0.07),
            (x - size * 0.06, foot - size * 0.07),
        ],
        WALNUT,
    );
    brush.rect(x - size * 0.025, foot - size * 0.2, size * 0.05, size * 0.16, WALNUT);
    brush.ring(x, y, radius + size * 0.04, size * 0.025, GOLD);
    brush.circle(x, y, radius, mix(BLUE, SKY, 0.5));
    for (dx, dy, across, down) in
        [(-0.4, -0.3, 0.38, 0.26), (-0.22, 0.34, 0.2, 0.34), (0.4, -0.1, 0.32, 0.42), (0.3, 0.55, 0.22, 0.12)]
    {
        brush.oval(x + dx * radius, y + dy * radius, across * radius, down * radius, SAGE, 1.0);
    }
    brush.clear_shape(INK, 0.13, |path| {
        path.move_to(x + radius * 0.5, y - radius * 0.866);
        path.cubic_to(
            x + radius * 1.3,
            y - radius * 0.3,
            x + radius * 1.1,
            y + radius * 0.9,
            x - radius * 0.3,
            y + radius * 0.95,
        );
        path.cubic_to(
            x + radius * 0.5,
            y + radius * 0.6,
            x + radius * 0.8,
            y - radius * 0.2,
            x + radius * 0.5,
            y - radius * 0.866,
        );
        path.close();
    });
}

/// Flags on a string between two points.
pub fn bunting(brush: &mut Brush, dice: &mut Dice, from: (f32, f32), to: (f32, f32), sag: f32) {
    let flags = ((to.0 - from.0).abs() / 95.0).max(3.0) as usize;
    let on = |share: f32| {
        let dip = 4.0 * share * (1.0 - share) * sag;
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share + dip)
    };
    let string: Vec<_> = (0..=24).map(|step| on(step as f32 / 24.0)).collect();
    brush.line(&string, 3.0, TAUPE);
    let mut last = CREAM;
    for flag in 0..flags {
        let (left, right) =
            (on((flag as f32 + 0.14) / flags as f32), on((flag as f32 + 0.86) / flags as f32));
        last = dice.pick_other(&[RUST, WINE, GREEN, BLUE, GOLD, SAGE, ROSE, PAPER], last);
        let tip = ((left.0 + right.0) / 2.0 + dice.off(6.0), (left.1 + right.1) / 2.0 + 84.0);
        brush.poly(&[left, right, tip], last);
    }
}
