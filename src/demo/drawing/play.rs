//! A game night, seen from above: the board, the cards, what there is to drink.
use super::Seen;
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;
use crate::base::sentence::Sentence;

const TEAMS: [Colour; 4] = [WINE, BLUE, GREEN, GOLD];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let players = dice.count(2, 4);
    let eyes = (dice.count(1, 6), dice.count(1, 6));
    let table = dice.pick(&[OAK, WOOD, mix(WALNUT, OAK, 0.3)]);
    table_top(brush, dice, table);
    brush.glow(800.0, 520.0, 900.0, GLOW, 0.42);
    let board = dice.pick(&[mix(SAGE, PAPER, 0.35), CREAM, mix(SKY, PAPER, 0.3), mix(ROSE, PAPER, 0.4)]);
    brush.at(800.0, 520.0, dice.off(9.0), 1.0, |brush| game_board(brush, dice, board, players));
    let seats = [(170.0, 800.0, 14.0), (1430.0, 240.0, 192.0), (200.0, 230.0, 160.0), (1410.0, 820.0, -12.0)];
    for (seat, (x, y, turn)) in seats.into_iter().take(players).enumerate() {
        brush.at(x, y, turn, 1.0, |brush| hand(brush, dice, TEAMS[seat]));
    }
    for (x, y, eye) in [(1120.0, 880.0, eyes.0), (1210.0, 950.0, eyes.1)] {
        brush.at(x, y, dice.off(40.0), 1.0, |brush| die(brush, eye));
    }
    for (x, y) in [(470.0, 950.0), (1090.0, 120.0)] {
        mug(brush, x, y, dice.pick(&STRONG));
    }
    bowl(brush, dice, 560.0, 110.0);
    brush.glow(800.0, 420.0, 560.0, GLOW, 0.12);
    Seen(
        Sentence::new("demo-drawing-game-night")
            .with("n", players)
            .with("first", eyes.0)
            .with("second", eyes.1),
    )
}

/// The table, plank beside plank, as it lies under the lamp.
fn table_top(brush: &mut Brush, dice: &mut Dice, wood: Colour) {
    brush.sky(wood, wood, 0.0, 1.0);
    for plank in 0..7 {
        let y = plank as f32 * 160.0 - 30.0;
        brush.rect(-50.0, y, 1700.0, 160.0, mix(wood, dice.pick(&[WALNUT, CREAM, RUST]), 0.08));
        brush.rect(-50.0, y + 156.0, 1700.0, 4.0, shade(wood, 0.3));
        for _ in 0..4 {
            let (x, along, up) =
                (dice.between(0.0, 1500.0), dice.between(90.0, 300.0), dice.between(24.0, 136.0));
            brush.line(&[(x, y + up), (x + along, y + up + dice.off(5.0))], 3.0, shade(wood, 0.12));
        }
    }
}

/// The board with a winding path of fields.
fn game_board(brush: &mut Brush, dice: &mut Dice, board: Colour, players: usize) {
    brush.round(-406.0, -276.0, 830.0, 580.0, 22.0, shade(board, 0.75));
    brush.round(-420.0, -296.0, 840.0, 584.0, 22.0, light(board, 0.5));
    brush.round(-398.0, -274.0, 796.0, 540.0, 14.0, board);
    for _ in 0..9 {
        let (x, y, size) =
            (dice.between(-360.0, 360.0), dice.between(-240.0, 230.0), dice.between(34.0, 66.0));
        brush.circle(x, y, size, mix(board, dice.pick(&[GREEN, SAGE, GOLD, BLUE]), 0.2));
    }
    let fields: Vec<(f32, f32)> = (0..26)
        .map(|at| {
            let share = at as f32 / 25.0;
            (-340.0 + 680.0 * share, (share * 9.6).sin() * 168.0 * (0.75 + 0.25 * (share * 5.0).cos()))
        })
        .collect();
    brush.line(&fields, 58.0, light(board, 0.6));
    for (at, (x, y)) in fields.iter().enumerate() {
        let colour = [WINE, PAPER, GOLD, BLUE, PAPER, GREEN, PAPER][at % 7];
        brush.circle(*x, *y, 23.0, shade(board, 0.4));
        brush.circle(*x, *y, 20.0, colour);
    }
    house(brush, 330.0, -190.0);
    for player in 0..players {
        let (x, y) = fields[(dice.count(2, 22) + player * 3) % 26];
        pawn(brush, x, y, TEAMS[player]);
    }
}

fn house(brush: &mut Brush, x: f32, y: f32) {
    brush.poly(
        &[(x - 44.0, y + 50.0), (x - 44.0, y), (x, y - 44.0), (x + 44.0, y), (x + 44.0, y + 50.0)],
        BRICK,
    );
    brush.line(&[(x - 52.0, y + 4.0), (x, y - 48.0), (x + 52.0, y + 4.0)], 10.0, WINE);
    brush.rect(x - 12.0, y + 10.0, 24.0, 40.0, GLOW);
}

/// A wooden playing figure, half from above.
fn pawn(brush: &mut Brush, x: f32, y: f32, colour: Colour) {
    brush.oval(x + 10.0, y + 6.0, 40.0, 16.0, INK, 0.25);
    brush.shape(colour, |path| {
        path.move_to(x - 32.0, y + 4.0);
        path.quad_to(x, y + 22.0, x + 32.0, y + 4.0);
        path.line_to(x + 10.0, y - 54.0);
        path.line_to(x - 10.0, y - 54.0);
        path.close();
    });
    brush.circle(x, y - 68.0, 22.0, colour);
    brush.circle(x - 7.0, y - 75.0, 7.0, light(colour, 0.5));
}

/// A fan of cards, some seen from the front.
fn hand(brush: &mut Brush, dice: &mut Dice, team: Colour) {
    let cards = dice.count(3, 5);
    for card in 0..cards {
        let turn = (card as f32 - (cards - 1) as f32 / 2.0) * 15.0;
        brush.at(0.0, 190.0, turn, 1.0, |brush| {
            brush.round(-60.0, -294.0, 130.0, 190.0, 14.0, shade(OAK, 0.45));
            brush.round(-66.0, -300.0, 130.0, 190.0, 14.0, PAPER);
            let colour = if card % 2 == 0 { team } else { dice.pick(&[SAGE, ROSE, SKY, GOLD]) };
            brush.round(-54.0, -288.0, 106.0, 166.0, 8.0, colour);
            match dice.count(0, 2) {
                0 => brush.circle(0.0, -205.0, 32.0, light(colour, 0.65)),
                1 => brush.poly(&[(0.0, -250.0), (36.0, -180.0), (-38.0, -180.0)], light(colour, 0.65)),
                _ => brush.poly(
                    &[(0.0, -250.0), (32.0, -205.0), (0.0, -160.0), (-32.0, -205.0)],
                    light(colour, 0.65),
                ),
            }
        });
    }
}

fn die(brush: &mut Brush, eyes: usize) {
    brush.round(-36.0, -30.0, 80.0, 80.0, 16.0, shade(OAK, 0.5));
    brush.round(-42.0, -42.0, 80.0, 80.0, 16.0, PAPER);
    brush.round(-34.0, -34.0, 62.0, 60.0, 12.0, [0xFF, 0xFF, 0xFB]);
    let places: &[(f32, f32)] = match eyes {
        1 => &[(0.0, 0.0)],
        2 => &[(-1.0, -1.0), (1.0, 1.0)],
        3 => &[(-1.0, -1.0), (0.0, 0.0), (1.0, 1.0)],
        4 => &[(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)],
        5 => &[(-1.0, -1.0), (1.0, -1.0), (0.0, 0.0), (-1.0, 1.0), (1.0, 1.0)],
        _ => &[(-1.0, -1.0), (1.0, -1.0), (-1.0, 0.0), (1.0, 0.0), (-1.0, 1.0), (1.0, 1.0)],
    };
    for (dx, dy) in places {
        brush.circle(-2.0 + dx * 20.0, -3.0 + dy * 20.0, 7.5, INK);
    }
}

fn mug(brush: &mut Brush, x: f32, y: f32, colour: Colour) {
    brush.oval(x + 12.0, y + 16.0, 92.0, 88.0, INK, 0.22);
    brush.circle(x, y, 92.0, mix(CREAM, STONE, 0.3));
    brush.circle(x, y, 84.0, CREAM);
    brush.line(&[(x + 50.0, y - 40.0), (x + 92.0, y - 70.0)], 24.0, colour);
    brush.circle(x, y, 66.0, colour);
    brush.circle(x, y, 55.0, shade(colour, 0.35));
    brush.circle(x, y, 51.0, mix(RUST, GOLD, 0.4));
    brush.oval(x - 16.0, y - 18.0, 20.0, 11.0, light(GOLD, 0.5), 0.7);
}

fn bowl(brush: &mut Brush, dice: &mut Dice, x: f32, y: f32) {
    brush.oval(x + 12.0, y + 16.0, 108.0, 104.0, INK, 0.22);
    brush.circle(x, y, 108.0, BLUE);
    brush.circle(x, y, 94.0, shade(BLUE, 0.4));
    for _ in 0..30 {
        let (turn, far) = (dice.between(0.0, std::f32::consts::TAU), dice.between(0.0, 68.0));
        let tone = dice.pick(&[GOLD, OAK, light(OAK, 0.3), mix(GOLD, RUST, 0.3)]);
        brush.at(x + turn.cos() * far, y + turn.sin() * far, turn * 50.0, 1.0, |brush| {
            brush.oval(0.0, 0.0, 23.0, 15.0, tone, 1.0);
            brush.oval(-3.0, -3.0, 14.0, 6.0, light(tone, 0.3), 1.0);
        });
    }
}
