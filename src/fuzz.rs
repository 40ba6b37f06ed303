//! Bytes of strangers for every parser that reads them. A target is a test in a module named `fuzz`:
//! `crate::fuzz::run(&[b"an example", …], |bytes| { the_parser(bytes); })`; `bin/test --only fuzz` gives
//! each 30 seconds, any other run one (`VERBUND_FUZZ_SECONDS`).
//!
//! A panic or an answer that takes longer than five seconds is a finding; arbtest prints the seed that
//! repeats it, with `VERBUND_FUZZ_SEED=0x…`.
use std::time::{Duration, Instant};

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;

/// The longest input, in bytes.
const LONGEST: usize = 64 << 10;
/// What an input may take, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(5);
/// What parsers stumble over.
const ODD: [&[u8]; 24] = [
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    "\u{202e}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}".as_bytes(),
    b"\r\n",
    b"\\",
    b"\"",
    b"'",
    b",",
    b";",
    b":",
    b"=",
    b"()",
    b"[[[[[[[[[[[[[[[[",
    b"{\"a\":{\"a\":{\"a\":",
    b"<!--",
    b"<a href=javascript:x>",
    b"%00%ff%",
    b"-9223372036854775809",
    b"1e999999",
    b"9999-99-99T99:99:99Z",
];

/// Runs a target with changed examples until its time is over.
pub fn run(examples: &[&[u8]], target: impl Fn(&[u8])) {
    assert!(!examples.is_empty(), "a target needs an example to change");
    let told = |name: &str| std::env::var(name).ok();
    let seconds = told("VERBUND_FUZZ_SECONDS").and_then(|text| text.parse().ok()).unwrap_or(1);
    let property = |chance: &mut Unstructured<'_>| {
        let input = changed(examples, chance).unwrap_or_default();
        let begun = Instant::now();
        target(&input);
        assert!(begun.elapsed() < PATIENCE, "{} bytes took {:?}", input.len(), begun.elapsed());
        Ok(())
    };
    let test = arbtest(property).size_min(64).size_max(4096).budget(Duration::from_secs(seconds));
    match told("VERBUND_FUZZ_SEED")
        .and_then(|seed| u64::from_str_radix(seed.trim_start_matches("0x"), 16).ok())
    {
        Some(seed) => test.seed(seed).run(),
        None => test.run(),
    }
}

/// Takes an example and changes it a few times.
fn changed(examples: &[&[u8]], chance: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut input = chance.choose(examples)?.to_vec();
    for _ in 0..chance.int_in_range(0..=12)? {
        change(&mut input, examples, chance)?;
        input.truncate(LONGEST);
    }
    Ok(input)
}

fn change(input: &mut Vec<u8>, examples: &[&[u8]], chance: &mut Unstructured<'_>) -> Result<()> {
    let at = chance.int_in_range(0..=input.len())?;
    let end = (at + chance.int_in_range(0..=32)?).min(input.len());
    match chance.int_in_range(0..=7)? {
        0 => input.insert(at, chance.arbitrary()?),
        1 => drop(input.drain(at..end)),
        2 if at < input.len() => input[at] ^= 1 << chance.int_in_range(0..=7)?,
        3 => drop(input.splice(at..at, chance.choose(&ODD)?.iter().copied())),
        // A piece many times: depth and length.
        4 => {
            let piece = input[at..end].repeat(chance.int_in_range(2..=300)?);
            drop(input.splice(at..end, piece));
        }
        5 => {
            let other = chance.choose(examples)?;
            let from = chance.int_in_range(0..=other.len())?;
            drop(input.splice(at.., other[from..].iter().copied()));
        }
        6 => {
            let odd = chance.choose(&ODD)?.to_vec();
            drop(input.splice(at..end, odd));
        }
        _ => input.truncate(at),
    }
    Ok(())
}

#[test]
fn every_kind_of_change_comes_about_and_none_falls() {
    let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
    run(&[b"one example", b"and another"], |bytes| {
        seen.borrow_mut().insert(bytes.len());
    });
    let seen = seen.into_inner();
    assert!(seen.contains(&0) && seen.len() > 50 && seen.last() > Some(&500), "{} lengths", seen.len());
}
