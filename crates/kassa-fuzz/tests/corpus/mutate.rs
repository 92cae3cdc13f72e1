//! Inputs that are almost like those of the corpus.

use rand::RngExt;
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;

/// What readers stumble over.
const STRANGE: [&[u8]; 24] = [
    b"\0",
    b"\n",
    b"\r\n",
    b"\"",
    b"\\",
    b"\\ud800",
    b"\\u0000",
    b",",
    b"{",
    b"}",
    b"[[[[[[[[",
    b"null",
    b"-",
    b"+",
    b".0",
    b"1e308",
    b"9223372036854775808",
    b"-9223372036854775808",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\xe2\x82",
    b"\xff",
    b"\xed\xa0\x80",
    b" ",
];

/// One of the corpus with one to four changes.
pub(crate) fn mutated(corpus: &[Vec<u8>], dice: &mut SmallRng) -> Vec<u8> {
    let mut input = corpus.choose(dice).unwrap().clone();
    for _ in 0..dice.random_range(1..=4) {
        change(&mut input, corpus, dice);
    }
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], dice: &mut SmallRng) {
    let at = dice.random_range(0..=input.len());
    let to = dice.random_range(at..=input.len());
    match dice.random_range(0..7) {
        0 => drop(input.drain(at..to)),
        1 => {
            let part = input[at..to].to_vec();
            insert(input, at, &part);
        }
        2 => insert(input, at, STRANGE.choose(dice).unwrap()),
        3 => {
            input.drain(at..to);
            insert(input, at, STRANGE.choose(dice).unwrap());
        }
        4 => {
            let other = corpus.choose(dice).unwrap();
            input.truncate(at);
            input.extend_from_slice(&other[dice.random_range(0..=other.len())..]);
        }
        5 => insert(input, at, &[dice.random()]),
        _ => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << dice.random_range(0..8);
            }
        }
    }
}

fn insert(input: &mut Vec<u8>, at: usize, part: &[u8]) {
    input.splice(at..at, part.iter().copied());
}
