//! Chance that repeats: the same seed rolls the same numbers.

/// A small generator (SplitMix64), so that a demo picture looks the same on every machine and
/// with every version of every library.
pub struct Dice(u64);

impl Dice {
    pub fn new(scene: u64, seed: u64) -> Dice {
        let mut dice =
            Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (scene + 1).wrapping_mul(0xD1B5_4A32_D192_ED03));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number between two, the upper one excluded.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * ((self.next() >> 40) as f32 / (1u64 << 24) as f32)
    }

    /// A whole number between two, both included.
    pub fn count(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// Yes, in this share of cases.
    pub fn chance(&mut self, share: f32) -> bool {
        self.between(0.0, 1.0) < share
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.count(0, from.len() - 1)]
    }

    /// One of several, other than the last one, so that neighbours differ.
    pub fn pick_other<T: Copy + PartialEq>(&mut self, from: &[T], last: T) -> T {
        (0..8).map(|_| self.pick(from)).find(|one| *one != last).unwrap_or(from[0])
    }

    /// A little off, to both sides.
    pub fn off(&mut self, by: f32) -> f32 {
        self.between(-by, by)
    }
}
