//! What grows and what purrs, in several scenes.
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;

/// A plant in a pot standing on 0, 0.
pub fn plant(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, size: f32) {
    brush.shadow(x, foot, size * 0.34, size * 0.05);
    let leaves = dice.count(7, 10);
    for leaf in 0..leaves {
        let share = leaf as f32 / (leaves - 1) as f32 * 2.0 - 1.0;
        let turn = share * 62.0 + dice.off(6.0);
        let length = size * dice.between(0.6, 0.85) * (1.0 - share.abs() * 0.22);
        let tone = dice.pick(&[GREEN, MOSS, SAGE, mix(GREEN, SAGE, 0.4)]);
        brush.at(x, foot - size * 0.32, turn, 1.0, |brush| {
            brush.shape(tone, |path| {
                path.move_to(0.0, 0.0);
                path.cubic_to(-length * 0.2, -length * 0.4, -length * 0.12, -length * 0.8, 0.0, -length);
                path.cubic_to(length * 0.12, -length * 0.8, length * 0.2, -length * 0.4, 0.0, 0.0);
                path.close();
            });
            brush.line(&[(0.0, 0.0), (0.0, -length * 0.86)], 2.5, light(tone, 0.25));
        });
    }
    let pot = dice.pick(&[BRICK, STONE, BLUE, CREAM]);
    brush.poly(
        &[
            (x - size * 0.24, foot - size * 0.36),
            (x + size * 0.24, foot - size * 0.36),
            (x + size * 0.18, foot),
            (x - size * 0.18, foot),
        ],
        pot,
    );
    brush.poly(
        &[
            (x + size * 0.08, foot - size * 0.36),
            (x + size * 0.24, foot - size * 0.36),
            (x + size * 0.18, foot),
            (x + size * 0.07, foot),
        ],
        shade(pot, 0.15),
    );
    brush.round(x - size * 0.27, foot - size * 0.4, size * 0.54, size * 0.09, 4.0, light(pot, 0.12));
}

/// A sitting cat seen from behind, its tail beside it.
pub fn cat(brush: &mut Brush, x: f32, foot: f32, size: f32, colour: Colour) {
    brush.shadow(x, foot, size * 0.36, size * 0.05);
    brush.curve(size * 0.085, colour, |path| {
        path.move_to(x + size * 0.2, foot - size * 0.06);
        path.cubic_to(
            x + size * 0.55,
            foot - size * 0.02,
            x + size * 0.5,
            foot - size * 0.36,
            x + size * 0.4,
            foot - size * 0.3,
        );
    });
    brush.shape(colour, |path| {
        path.move_to(x - size * 0.28, foot);
        path.cubic_to(
            x - size * 0.34,
            foot - size * 0.4,
            x - size * 0.14,
            foot - size * 0.5,
            x - size * 0.13,
            foot - size * 0.66,
        );
        path.line_to(x + size * 0.13, foot - size * 0.66);
        path.cubic_to(
            x + size * 0.14,
            foot - size * 0.5,
            x + size * 0.34,
            foot - size * 0.4,
            x + size * 0.28,
            foot,
        );
        path.close();
    });
    brush.oval(x, foot - size * 0.74, size * 0.19, size * 0.165, colour, 1.0);
    for side in [-1.0, 1.0] {
        brush.poly(
            &[
                (x + side * size * 0.18, foot - size * 0.76),
                (x + side * size * 0.155, foot - size * 0.99),
                (x + side * size * 0.03, foot - size * 0.86),
            ],
            colour,
        );
    }
    for stripe in 0..3 {
        let y = foot - size * (0.24 + stripe as f32 * 0.11);
        brush.curve(size * 0.02, light(colour, 0.22), |path| {
            path.move_to(x - size * 0.1, y);
            path.quad_to(x, y - size * 0.03, x + size * 0.1, y);
        });
    }
}

/// A round tree on a trunk, or a bare one; standing on its foot.
pub fn tree(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, size: f32, crown: Colour) {
    brush.poly(
        &[
            (x - size * 0.05, foot),
            (x + size * 0.05, foot),
            (x + size * 0.03, foot - size * 0.6),
            (x - size * 0.03, foot - size * 0.6),
        ],
        WALNUT,
    );
    for blob in 0..7 {
        let turn = blob as f32 * 0.9;
        let (dx, dy) = (turn.cos() * size * 0.2, turn.sin() * size * 0.15);
        let tone = if dy > 0.0 { shade(crown, 0.12) } else { light(crown, 0.06) };
        brush.circle(x + dx + dice.off(6.0), foot - size * 0.72 + dy, size * 0.2, tone);
    }
    brush.circle(x - size * 0.06, foot - size * 0.8, size * 0.17, light(crown, 0.16));
}

/// A bare tree with branches that fork; `limb` is length, width and lean of the trunk.
pub fn bare_tree(
    brush: &mut Brush,
    dice: &mut Dice,
    (x, foot): (f32, f32),
    limb: (f32, f32, f32),
    colour: Colour,
) {
    let (length, width, turn) = limb;
    let end = (x + turn.sin() * length, foot - turn.cos() * length);
    brush.line(&[(x, foot), end], width, colour);
    if width > 2.2 {
        for side in [-1.0, 1.0] {
            let bend = turn + side * dice.between(0.25, 0.6);
            let shorter = length * dice.between(0.62, 0.8);
            bare_tree(brush, dice, end, (shorter, width * 0.64, bend), colour);
        }
    }
}
