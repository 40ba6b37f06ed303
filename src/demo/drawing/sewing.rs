//! A table from the library of things: a sewing machine and what belongs to it.
use super::Seen;
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const MACHINES: [(&str, Colour); 5] =
    [("green", GREEN), ("red", BRICK), ("black", INK), ("blue", BLUE), ("cream", [0xE6, 0xD8, 0xB4])];
const WORK: [&str; 3] = ["bag", "cushion", "bunting"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let (machine, colour) = dice.pick(&MACHINES);
    let work = dice.pick(&WORK);
    let wall = dice.pick(&[SAND, mix(SAGE, PAPER, 0.6), mix(ROSE, PAPER, 0.6), mix(SKY, PAPER, 0.55)]);
    brush.sky(light(wall, 0.3), wall, 0.0, 760.0);
    brush.glaze(&[(180.0, -20.0), (560.0, -20.0), (1180.0, 760.0), (700.0, 760.0)], GLOW, 0.22);
    pegboard(brush, dice, wall);
    let cloth = dice.pick_other(&[ROSE, SAGE, GOLD, SKY, BRICK], colour);
    things::boards(brush, dice, 740.0, OAK, 4);
    brush.rect(-50.0, 730.0, 1700.0, 14.0, light(OAK, 0.35));
    let spools = spool_row(brush, dice);
    folded(brush, dice, 300.0, 890.0);
    sewing_machine(brush, 830.0, 880.0, colour);
    piece(brush, work, cloth);
    scissors(brush, 1330.0, 985.0, dice.off(18.0));
    button_tin(brush, dice, 1210.0, 880.0);
    tape(brush, 520.0, 1010.0);
    Seen(
        Sentence::new("demo-drawing-sewing-table")
            .with("machine", machine)
            .with("work", work)
            .with("n", spools),
    )
}

fn pegboard(brush: &mut Brush, dice: &mut Dice, wall: Colour) {
    let board = shade(wall, 0.1);
    brush.round(930.0, 90.0, 560.0, 400.0, 12.0, board);
    for row in 0..7 {
        for column in 0..11 {
            brush.circle(962.0 + column as f32 * 50.0, 122.0 + row as f32 * 56.0, 4.0, shade(wall, 0.28));
        }
    }
    for at in 0..3 {
        let x = 1010.0 + at as f32 * 150.0 + dice.off(14.0);
        let colour = dice.pick(&STRONG);
        brush.line(&[(x, 150.0), (x, 186.0)], 5.0, TAUPE);
        match at {
            0 => {
                brush.ring(x - 20.0, 360.0, 24.0, 9.0, colour);
                brush.ring(x + 20.0, 360.0, 24.0, 9.0, colour);
                brush.line(&[(x - 12.0, 338.0), (x + 12.0, 190.0)], 11.0, STONE);
                brush.line(&[(x + 12.0, 338.0), (x - 12.0, 190.0)], 11.0, TAUPE);
            }
            1 => {
                brush.ring(x, 260.0, 74.0, 12.0, OAK);
                brush.circle(x, 260.0, 69.0, PAPER);
                for petal in 0..6 {
                    let turn = petal as f32 * 1.047;
                    brush.circle(x + turn.cos() * 26.0, 254.0 + turn.sin() * 26.0, 15.0, colour);
                }
                brush.circle(x, 254.0, 13.0, GOLD);
            }
            _ => {
                brush.poly(
                    &[(x - 6.0, 186.0), (x + 6.0, 186.0), (x + 84.0, 390.0), (x - 60.0, 390.0)],
                    mix(GOLD, PAPER, 0.4),
                );
                brush.poly(&[(x + 1.0, 240.0), (x + 44.0, 360.0), (x - 30.0, 360.0)], board);
            }
        }
    }
}

fn spool_row(brush: &mut Brush, dice: &mut Dice) -> usize {
    brush.rect(110.0, 330.0, 660.0, 20.0, OAK);
    brush.rect(110.0, 350.0, 660.0, 10.0, shade(OAK, 0.4));
    let spools = dice.count(6, 8);
    let mut last = CREAM;
    for spool in 0..spools {
        let x = 150.0 + spool as f32 * 82.0;
        let (wide, high) = (52.0, dice.between(72.0, 112.0));
        last = dice.pick_other(&[RUST, WINE, GREEN, BLUE, GOLD, ROSE, SAGE, SKY], last);
        brush.round(x - 4.0, 330.0 - high, wide + 8.0, 13.0, 4.0, light(OAK, 0.3));
        brush.round(x - 4.0, 318.0, wide + 8.0, 13.0, 4.0, light(OAK, 0.15));
        brush.round(x + 3.0, 343.0 - high, wide - 6.0, high - 25.0, 6.0, last);
        for thread in 1..5 {
            let y = 343.0 - high + (high - 25.0) * thread as f32 / 5.0;
            brush.line(&[(x + 5.0, y + 3.0), (x + wide - 5.0, y - 3.0)], 2.0, shade(last, 0.25));
        }
    }
    spools
}

fn folded(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    brush.shadow(x, foot, 210.0, 18.0);
    let mut y = foot;
    let mut last = CREAM;
    for _ in 0..dice.count(4, 6) {
        let thick = dice.between(36.0, 50.0);
        last = dice.pick_other(&[RUST, GREEN, BLUE, GOLD, ROSE, SAGE, CREAM], last);
        let left = x - 180.0 + dice.off(10.0);
        brush.round(left, y - thick, 360.0, thick, 20.0, last);
        brush.line(
            &[(left + 26.0, y - thick * 0.5), (left + 340.0, y - thick * 0.5)],
            3.0,
            shade(last, 0.25),
        );
        if dice.chance(0.5) {
            for dot in 0..11 {
                brush.circle(left + 30.0 + dot as f32 * 30.0, y - thick * 0.26, 5.0, light(last, 0.6));
            }
        }
        y -= thick;
    }
}

fn sewing_machine(brush: &mut Brush, x: f32, foot: f32, colour: Colour) {
    let gilt = if colour == GOLD { WINE } else { GOLD };
    brush.shadow(x, foot + 4.0, 340.0, 24.0);
    brush.round(x - 310.0, foot - 70.0, 620.0, 72.0, 14.0, shade(colour, 0.2));
    brush.rect(x - 290.0, foot - 60.0, 580.0, 5.0, gilt);
    brush.shape(colour, |path| {
        path.move_to(x + 150.0, foot - 68.0);
        path.line_to(x + 290.0, foot - 68.0);
        path.line_to(x + 282.0, foot - 330.0);
        path.quad_to(x + 276.0, foot - 412.0, x + 190.0, foot - 412.0);
        path.line_to(x - 230.0, foot - 396.0);
        path.quad_to(x - 296.0, foot - 390.0, x - 296.0, foot - 320.0);
        path.line_to(x - 292.0, foot - 206.0);
        path.line_to(x - 196.0, foot - 206.0);
        path.quad_to(x - 190.0, foot - 296.0, x - 120.0, foot - 296.0);
        path.quad_to(x + 140.0, foot - 300.0, x + 150.0, foot - 68.0);
        path.close();
    });
    brush.curve(12.0, light(colour, 0.3), |path| {
        path.move_to(x - 270.0, foot - 330.0);
        path.quad_to(x - 268.0, foot - 372.0, x - 210.0, foot - 376.0);
        path.line_to(x + 150.0, foot - 390.0);
    });
    brush.curve(4.0, gilt, |path| {
        path.move_to(x - 250.0, foot - 322.0);
        path.line_to(x + 110.0, foot - 334.0);
        path.quad_to(x + 236.0, foot - 330.0, x + 244.0, foot - 90.0);
    });
    for leaf in 0..5 {
        brush.oval(x - 150.0 + leaf as f32 * 52.0, foot - 346.0, 14.0, 6.0, gilt, 1.0);
    }
    brush.circle(x + 330.0, foot - 300.0, 82.0, shade(colour, 0.35));
    brush.ring(x + 330.0, foot - 300.0, 66.0, 8.0, gilt);
    brush.circle(x + 330.0, foot - 300.0, 24.0, STONE);
    brush.rect(x + 280.0, foot - 316.0, 30.0, 32.0, STONE);
    brush.rect(x - 252.0, foot - 206.0, 14.0, 92.0, STONE);
    brush.rect(x - 247.0, foot - 120.0, 4.0, 52.0, TAUPE);
    brush.poly(
        &[
            (x - 268.0, foot - 92.0),
            (x - 220.0, foot - 92.0),
            (x - 208.0, foot - 76.0),
            (x - 280.0, foot - 76.0),
        ],
        STONE,
    );
    brush.rect(x + 80.0, foot - 486.0, 7.0, 86.0, STONE);
    brush.round(x + 56.0, foot - 476.0, 54.0, 66.0, 8.0, BRICK);
    brush.curve(2.5, BRICK, |path| {
        path.move_to(x + 60.0, foot - 470.0);
        path.quad_to(x - 150.0, foot - 470.0, x - 244.0, foot - 400.0);
        path.line_to(x - 245.0, foot - 110.0);
    });
}

/// What is being sewn lies under the needle and falls over the edge of the table.
fn piece(brush: &mut Brush, work: &str, cloth: Colour) {
    match work {
        "cushion" => brush.at(500.0, 862.0, -8.0, 1.0, |brush| {
            things::cushion(brush, 260.0, 170.0, cloth);
            for dot in 0..12 {
                brush.circle(
                    -90.0 + (dot % 4) as f32 * 58.0,
                    -46.0 + (dot / 4) as f32 * 46.0,
                    9.0,
                    light(cloth, 0.6),
                );
            }
        }),
        "bunting" => {
            for flag in 0..5 {
                let (x, y) = (590.0 - flag as f32 * 92.0, 806.0 + flag as f32 * 34.0);
                let tone = if flag % 2 == 0 { cloth } else { PAPER };
                brush.poly(&[(x, y), (x - 80.0, y + 30.0), (x - 14.0, y + 100.0)], tone);
            }
            brush.line(&[(640.0, 790.0), (140.0, 980.0)], 7.0, WALNUT);
        }
        _ => {
            brush.poly(&[(360.0, 830.0), (640.0, 800.0), (660.0, 960.0), (372.0, 1000.0)], cloth);
            brush.poly(&[(360.0, 830.0), (640.0, 800.0), (642.0, 822.0), (362.0, 854.0)], shade(cloth, 0.2));
            brush.curve(15.0, shade(cloth, 0.35), |path| {
                path.move_to(420.0, 832.0);
                path.cubic_to(410.0, 700.0, 580.0, 690.0, 584.0, 814.0);
            });
            brush.circle(514.0, 905.0, 34.0, light(cloth, 0.6));
        }
    }
}

fn scissors(brush: &mut Brush, x: f32, y: f32, turn: f32) {
    brush.at(x, y, turn, 1.0, |brush| {
        brush.line(&[(-10.0, 0.0), (150.0, -34.0)], 13.0, STONE);
        brush.line(&[(-10.0, -30.0), (150.0, 6.0)], 13.0, TAUPE);
        brush.circle(62.0, -15.0, 6.0, INK);
        brush.ring(-44.0, 14.0, 28.0, 13.0, BRICK);
        brush.ring(-44.0, -46.0, 28.0, 13.0, BRICK);
    });
}

fn button_tin(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    brush.shadow(x + 90.0, foot, 110.0, 14.0);
    brush.round(x, foot - 96.0, 180.0, 98.0, 10.0, BLUE);
    brush.rect(x, foot - 60.0, 180.0, 26.0, CREAM);
    brush.oval(x + 90.0, foot - 94.0, 90.0, 20.0, shade(BLUE, 0.35), 1.0);
    for _ in 0..17 {
        let (dx, dy) = (dice.off(66.0), dice.off(9.0));
        button(brush, x + 90.0 + dx, foot - 98.0 + dy, 13.0, dice.pick(&CLOTH));
    }
    for _ in 0..7 {
        let (across, down) = (dice.between(-40.0, 330.0), dice.between(24.0, 66.0));
        button(brush, x + across, foot + down, dice.between(11.0, 17.0), dice.pick(&STRONG));
    }
}

fn button(brush: &mut Brush, x: f32, y: f32, size: f32, colour: Colour) {
    brush.oval(x, y, size, size * 0.72, colour, 1.0);
    brush.oval(x, y, size * 0.66, size * 0.44, light(colour, 0.18), 1.0);
    for hole in [-0.2, 0.2] {
        brush.circle(x + size * hole, y, size * 0.11, shade(colour, 0.5));
    }
}

fn tape(brush: &mut Brush, x: f32, y: f32) {
    brush.curve(24.0, GOLD, |path| {
        path.move_to(x, y);
        path.cubic_to(x + 200.0, y - 70.0, x + 330.0, y + 60.0, x + 560.0, y - 26.0);
    });
    for mark in 0..16 {
        let share = mark as f32 / 15.0;
        let along = x + 560.0 * share;
        let dip = y + (share * std::f32::consts::TAU).sin() * -24.0 - share * 22.0;
        brush.line(
            &[(along, dip - 10.0), (along, dip + if mark % 4 == 0 { 6.0 } else { -2.0 })],
            2.5,
            WALNUT,
        );
    }
}
