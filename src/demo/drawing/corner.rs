//! The children's corner: cushions, a tent, a low shelf.
use super::Seen;
use super::brush::Brush;
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let wall = dice.pick(&[[0xF3, 0xDF, 0xB6], [0xD5, 0xE0, 0xCF], [0xF0, 0xD3, 0xC4], [0xCF, 0xDD, 0xE4]]);
    let tent = dice.chance(0.6);
    let cushions = dice.count(4, 7);
    brush.sky(light(wall, 0.35), wall, 0.0, 760.0);
    stripes(brush, wall);
    things::boards(brush, dice, 770.0, mix(OAK, CREAM, 0.35), 4);
    brush.rect(-50.0, 748.0, 1700.0, 24.0, PAPER);
    brush.rect(-50.0, 770.0, 1700.0, 5.0, shade(OAK, 0.3));
    let left = dice.chance(0.5);
    let place = |x: f32| if left { x } else { 1600.0 - x };
    things::bunting(brush, dice, (-20.0, 60.0), (820.0, 90.0), 70.0);
    things::bunting(brush, dice, (820.0, 90.0), (1630.0, 50.0), 70.0);
    low_shelf(brush, dice, place(1190.0) - 300.0, 800.0);
    brush.oval(place(620.0), 945.0, 560.0, 96.0, shade(dice.pick(&[SAGE, SKY, ROSE, GOLD]), 0.08), 1.0);
    brush.oval(place(620.0), 942.0, 470.0, 76.0, PAPER, 1.0);
    brush.oval(place(620.0), 942.0, 430.0, 68.0, mix(SAND, ROSE, 0.35), 1.0);
    if tent {
        tipi(brush, dice, place(470.0), 900.0);
    } else {
        rainbow(brush, place(470.0), 620.0);
    }
    pile_of_cushions(brush, dice, cushions, place(if tent { 810.0 } else { 560.0 }));
    bear(brush, place(1090.0), 1000.0, dice.pick(&[OAK, WOOD, mix(OAK, PAPER, 0.4)]));
    blocks(brush, dice, place(1360.0), 1020.0);
    things::open_book(brush, place(640.0), 1015.0, 105.0, dice.pick(&STRONG));
    Seen(
        Sentence::new(if tent {
            "demo-drawing-childrens-corner-tent"
        } else {
            "demo-drawing-childrens-corner-rainbow"
        })
        .with("n", cushions),
    )
}

fn stripes(brush: &mut Brush, wall: Colour) {
    for stripe in 0..14 {
        brush.rect(stripe as f32 * 124.0, -20.0, 42.0, 780.0, light(wall, 0.28));
    }
}

fn low_shelf(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    brush.shadow(x + 300.0, foot + 14.0, 330.0, 20.0);
    brush.round(x, foot - 330.0, 600.0, 344.0, 12.0, PAPER);
    for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
        let (left, top) = (x + 18.0 + column as f32 * 288.0, foot - 312.0 + row as f32 * 160.0);
        brush.rect(left, top, 276.0, 146.0, shade(SAND, 0.22));
        if dice.chance(0.62) {
            things::row_of_books(brush, dice, left + 6.0, left + 270.0, top + 146.0, 124.0);
        } else {
            let colour = dice.pick(&[SAGE, ROSE, SKY, GOLD]);
            brush.round(left + 24.0, top + 36.0, 228.0, 110.0, 14.0, colour);
            brush.round(left + 100.0, top + 58.0, 76.0, 22.0, 11.0, shade(colour, 0.4));
        }
    }
    things::globe(brush, x + 470.0, foot - 330.0, 170.0);
    growing::plant(brush, dice, x + 110.0, foot - 330.0, 190.0);
}

fn tipi(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    let colour = dice.pick(&[CREAM, mix(SAGE, PAPER, 0.3), mix(ROSE, PAPER, 0.3), mix(SKY, PAPER, 0.3)]);
    let trim = dice.pick(&STRONG);
    brush.shadow(x, foot, 330.0, 34.0);
    for lean in [-70.0, 10.0, 80.0] {
        brush.line(&[(x - lean * 0.4, foot - 560.0), (x + lean, foot - 690.0)], 13.0, WALNUT);
    }
    brush.poly(
        &[(x - 300.0, foot), (x - 20.0, foot - 610.0), (x + 20.0, foot - 610.0), (x + 300.0, foot)],
        colour,
    );
    brush.poly(
        &[(x + 10.0, foot - 610.0), (x + 20.0, foot - 610.0), (x + 300.0, foot), (x + 180.0, foot)],
        shade(colour, 0.12),
    );
    for band in 0..3 {
        let y = 150.0 + band as f32 * 150.0;
        let half = 300.0 - (280.0 / 610.0) * y;
        let upper = 300.0 - (280.0 / 610.0) * (y + 22.0);
        brush.poly(
            &[
                (x - half, foot - y),
                (x + half, foot - y),
                (x + upper, foot - y - 22.0),
                (x - upper, foot - y - 22.0),
            ],
            trim,
        );
    }
    brush.shape(shade(colour, 0.7), |path| {
        path.move_to(x - 120.0, foot);
        path.quad_to(x - 40.0, foot - 180.0, x, foot - 380.0);
        path.quad_to(x + 40.0, foot - 180.0, x + 120.0, foot);
        path.close();
    });
    brush.glow(x, foot - 110.0, 170.0, GLOW, 0.6);
    brush.shape(light(colour, 0.3), |path| {
        path.move_to(x, foot - 380.0);
        path.quad_to(x + 20.0, foot - 180.0, x + 120.0, foot);
        path.line_to(x + 176.0, foot - 10.0);
        path.quad_to(x + 90.0, foot - 190.0, x, foot - 380.0);
        path.close();
    });
}

fn rainbow(brush: &mut Brush, x: f32, foot: f32) {
    for (ring, colour) in [WINE, BRICK, GOLD, SAGE, SKY].into_iter().enumerate() {
        let radius = 300.0 - ring as f32 * 44.0;
        brush.curve(40.0, mix(colour, PAPER, 0.12), |path| {
            path.move_to(x - radius, foot);
            path.cubic_to(
                x - radius,
                foot - radius * 1.33,
                x + radius,
                foot - radius * 1.33,
                x + radius,
                foot,
            );
        });
    }
    for side in [-1.0, 1.0] {
        for (dx, dy, size) in [(-54.0, 6.0, 54.0), (0.0, -22.0, 68.0), (58.0, 8.0, 50.0)] {
            brush.circle(x + side * 212.0 + dx, foot + dy, size, PAPER);
        }
    }
}

fn pile_of_cushions(brush: &mut Brush, dice: &mut Dice, cushions: usize, x: f32) {
    let mut last = CREAM;
    for at in 0..cushions {
        last = dice.pick_other(&[RUST, WINE, GREEN, BLUE, GOLD, SAGE, ROSE, BRICK], last);
        let row = at / 3;
        let across = (at % 3) as f32 * 160.0 - 160.0 + row as f32 * 70.0 + dice.off(16.0);
        let (wide, high) = (dice.between(200.0, 240.0), dice.between(120.0, 150.0));
        brush.shadow(x + across, 950.0 - row as f32 * 74.0 + high * 0.4, wide * 0.5, 16.0);
        brush.at(x + across, 950.0 - row as f32 * 74.0, dice.off(13.0), 1.0, |brush| {
            things::cushion(brush, wide, high, last);
            match at % 3 {
                0 => (0..6).for_each(|dot| {
                    brush.circle(
                        -64.0 + (dot % 3) as f32 * 64.0,
                        -20.0 + (dot / 3) as f32 * 42.0,
                        9.0,
                        light(last, 0.6),
                    );
                }),
                1 => (-1..=1).for_each(|stripe| {
                    let y = stripe as f32 * 28.0;
                    brush.line(&[(-wide * 0.4, y), (wide * 0.4, y)], 7.0, light(last, 0.5));
                }),
                _ => {}
            }
        });
    }
}

fn bear(brush: &mut Brush, x: f32, foot: f32, fur: Colour) {
    brush.shadow(x, foot, 110.0, 15.0);
    for side in [-1.0, 1.0] {
        brush.oval(x + side * 82.0, foot - 108.0, 27.0, 54.0, shade(fur, 0.12), 1.0);
        brush.circle(x + side * 52.0, foot - 262.0, 30.0, fur);
        brush.circle(x + side * 52.0, foot - 262.0, 17.0, light(fur, 0.4));
    }
    brush.oval(x, foot - 92.0, 82.0, 92.0, fur, 1.0);
    brush.oval(x, foot - 82.0, 48.0, 60.0, light(fur, 0.3), 1.0);
    brush.circle(x, foot - 206.0, 74.0, fur);
    brush.oval(x, foot - 184.0, 36.0, 29.0, light(fur, 0.42), 1.0);
    brush.oval(x, foot - 198.0, 13.0, 9.0, INK, 1.0);
    for side in [-1.0, 1.0] {
        brush.circle(x + side * 27.0, foot - 222.0, 7.0, INK);
        brush.oval(x + side * 62.0, foot - 24.0, 44.0, 36.0, fur, 1.0);
        brush.circle(x + side * 66.0, foot - 22.0, 19.0, light(fur, 0.4));
    }
    brush.poly(&[(x - 44.0, foot - 154.0), (x, foot - 140.0), (x - 44.0, foot - 120.0)], WINE);
    brush.poly(&[(x + 44.0, foot - 154.0), (x, foot - 140.0), (x + 44.0, foot - 120.0)], WINE);
    brush.circle(x, foot - 138.0, 11.0, shade(WINE, 0.2));
}

fn blocks(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    for (dx, dy) in [(-70.0, 0.0), (18.0, 0.0), (-28.0, -80.0)] {
        let colour = dice.pick(&[WINE, GREEN, BLUE, GOLD]);
        let turn = dice.off(4.0);
        brush.at(x + dx, foot + dy, turn, 1.0, |brush| {
            brush.round(0.0, -80.0, 80.0, 80.0, 9.0, colour);
            brush.round(10.0, -70.0, 60.0, 60.0, 6.0, light(colour, 0.72));
            brush.circle(40.0, -40.0, 18.0, colour);
        });
    }
}
