//! Memory's first content, shared out.

use std::ops::Range;

/// So many zeros are cheaper left out: memory is zero where nothing is written.
const GAP: usize = 10;

/// A piece of memory: its address, and what is in it.
pub(super) type Piece = (u32, Vec<u8>);

/// What is at these places, and what is everywhere else. The first is exact: it is written into memory
/// that is in use.
pub(super) fn carved(data: &[Piece], places: &[Range<u32>]) -> (Vec<Piece>, Vec<Piece>) {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for (address, bytes) in data {
        let mut others = bytes.clone();
        for place in places {
            let Some(within) = within(*address, bytes.len(), place) else {
                continue;
            };
            if let Some(mine) = others.get_mut(within.clone()) {
                inside.push((place.start.max(*address), mine.to_vec()));
                mine.fill(0);
            }
        }
        outside.extend(without_gaps(*address, &others));
    }
    (inside, outside)
}

/// Where in so many bytes at an address a place is, if it is.
fn within(address: u32, length: usize, place: &Range<u32>) -> Option<Range<usize>> {
    let offset = |at: u32| usize::try_from(at.saturating_sub(address)).unwrap_or(length);
    let within = offset(place.start)..offset(place.end).min(length);
    (!within.is_empty()).then_some(within)
}

/// The pieces between long rows of zeros.
fn without_gaps(address: u32, bytes: &[u8]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut zeros = usize::MAX;
    for (at, byte) in (address..).zip(bytes.iter().copied()) {
        if byte == 0 {
            zeros = zeros.saturating_add(1);
            continue;
        }
        match pieces.last_mut() {
            Some((_, piece)) if zeros < GAP => {
                piece.resize(piece.len() + zeros, 0);
                piece.push(byte);
            }
            Some(_) | None => pieces.push((at, vec![byte])),
        }
        zeros = 0;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_in_one_of_the_two_at_its_address() {
        let mut bytes: Vec<u8> = (1..=30).collect();
        bytes[12..25].fill(0);
        let (inside, outside) = carved(&[(100, bytes)], &[90..95, 104..106, 128..200]);
        assert_eq!(inside, [(104, vec![5, 6]), (128, vec![29, 30])]);
        let first = [1, 2, 3, 4, 0, 0, 7, 8, 9, 10, 11, 12].to_vec();
        assert_eq!(outside, [(100, first), (125, vec![26, 27, 28])]);
    }

    #[test]
    fn what_lies_between_two_places_is_not_written_over() {
        let (inside, _) = carved(&[(0, vec![1, 2, 3])], &[0..1, 2..3]);
        assert_eq!(inside, [(0, vec![1]), (2, vec![3])]);
    }

    #[test]
    fn what_is_zero_is_not_written() {
        assert_eq!(carved(&[(8, vec![0; 40])], &[]), (vec![], vec![]));
    }
}
