//! A bookshelf: one board close by, or several in a frame.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const WALLS: [Colour; 5] =
    [SAND, [0xDD, 0xE2, 0xD3], [0xDA, 0xE2, 0xE4], [0xF0, 0xDB, 0xCF], [0xF1, 0xE2, 0xBE]];
const GUESTS: [&str; 4] = ["plant", "cup", "cat", "globe"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let wall = dice.pick(&WALLS);
    brush.sky(light(wall, 0.35), shade(wall, 0.05), 0.0, HIGH);
    let guest = dice.pick(&GUESTS);
    let near = dice.chance(0.55);
    let books = if near { one_board(brush, dice, wall, guest) } else { whole_case(brush, dice, wall, guest) };
    sunbeam(brush, dice);
    Seen(
        Sentence::new(if near { "demo-drawing-bookshelf-near" } else { "demo-drawing-bookshelf" })
            .with("n", books)
            .with("guest", guest),
    )
}

/// Close by: large books on one board, and a guest in a gap between them.
fn one_board(brush: &mut Brush, dice: &mut Dice, wall: Colour, guest: &str) -> usize {
    let foot = 905.0;
    brush.clear_shape(shade(wall, 0.5), 0.16, |path| {
        path.move_to(-100.0, 330.0);
        path.line_to(1700.0, 250.0);
        path.line_to(1700.0, foot);
        path.line_to(-100.0, foot);
        path.close();
    });
    brush.rect(-50.0, foot, 1700.0, 46.0, OAK);
    brush.rect(-50.0, foot, 1700.0, 7.0, light(OAK, 0.35));
    brush.rect(-50.0, foot + 46.0, 1700.0, 20.0, shade(wall, 0.3));
    brush.rect(-50.0, foot + 66.0, 1700.0, 300.0, shade(wall, 0.12));
    let gap = dice.between(420.0, 1020.0);
    let mut books = things::row_of_books(brush, dice, -24.0, gap, foot, 640.0);
    books += things::row_of_books(brush, dice, gap + 300.0, 1640.0, foot, 640.0);
    brush.glow(gap + 150.0, foot - 260.0, 330.0, GLOW, 0.35);
    show_guest(brush, dice, gap + 150.0, foot, 270.0, guest);
    books
}

/// From some steps away: boards in a wooden frame, one field left for the guest.
fn whole_case(brush: &mut Brush, dice: &mut Dice, wall: Colour, guest: &str) -> usize {
    let wood = dice.pick(&[OAK, WALNUT, WOOD]);
    let rows = dice.count(3, 4);
    brush.rect(90.0, 70.0, 1420.0, 1100.0, shade(wood, 0.35));
    brush.rect(-50.0, 1010.0, 1700.0, 200.0, shade(wall, 0.25));
    let high = 890.0 / rows as f32;
    let guest_row = dice.count(0, rows - 1);
    let guest_left = dice.chance(0.5);
    let mut books = 0;
    for row in 0..rows {
        let foot = 96.0 + high * (row + 1) as f32;
        brush.rect(118.0, foot - high + 18.0, 1364.0, high - 18.0, shade(wood, 0.5));
        brush.rect(118.0, foot - high + 18.0, 1364.0, high * 0.14, shade(wood, 0.62));
        let (mut from, mut to) = (126.0, 1474.0);
        if row == guest_row {
            let middle = if guest_left { from + 150.0 } else { to - 150.0 };
            brush.glow(middle, foot - high * 0.4, high * 0.9, GLOW, 0.4);
            show_guest(brush, dice, middle, foot, high * 0.74, guest);
            if guest_left { from += 290.0 } else { to -= 290.0 }
        }
        books += things::row_of_books(brush, dice, from, to, foot, high * 0.82);
        brush.rect(104.0, foot, 1392.0, 18.0, wood);
        brush.rect(104.0, foot, 1392.0, 4.0, light(wood, 0.3));
    }
    brush.rect(90.0, 70.0, 28.0, 1100.0, wood);
    brush.rect(1482.0, 70.0, 28.0, 1100.0, shade(wood, 0.12));
    brush.rect(70.0, 52.0, 1460.0, 34.0, light(wood, 0.1));
    books
}

fn show_guest(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, size: f32, guest: &str) {
    match guest {
        "plant" => growing::plant(brush, dice, x, foot, size * 1.15),
        "cup" => {
            let up = things::pile(brush, dice, x, foot, 3, size * 0.95);
            things::cup(brush, x, foot - up, size * 0.38, dice.pick(&[PAPER, BLUE, BRICK]));
        }
        "cat" => growing::cat(brush, x, foot, size, dice.pick(&[INK, BRICK, TAUPE])),
        _ => things::globe(brush, x, foot, size),
    }
}

/// Light that falls through a window somebody stands beside.
fn sunbeam(brush: &mut Brush, dice: &mut Dice) {
    let left = dice.between(-200.0, 700.0);
    for pane in [0.0, 330.0] {
        let x = left + pane;
        brush.glaze(&[(x, -20.0), (x + 270.0, -20.0), (x + 860.0, 1100.0), (x + 590.0, 1100.0)], GLOW, 0.1);
    }
}
