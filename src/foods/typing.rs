//! How far apart two words are in slips of the hand: a letter too many, too few, another one, or two swapped.

/// The longest word compared, in bytes.
const LONGEST: usize = 32;

/// More slips than these are not told apart: the words have nothing to do with each other.
const MOST_SLIPS: usize = 2;

/// Which letters a word has, one bit each; a quick way to see that two words are far apart.
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| {
        let bit = match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + (byte - b'0') / 2,
            _ => 31,
        };
        bits | 1 << bit
    })
}

/// Slips between two words, and between the first and the beginning of the second that lies nearest (optimal string
/// alignment, doi:10.1145/363958.363994); `None` for words too long to compare,
/// or further apart than anybody asks.
pub fn slips(typed: &str, word: &str) -> Option<(usize, usize)> {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len() >= LONGEST || word.len() >= LONGEST {
        return None;
    }
    let mut rows = [[0_usize; LONGEST]; 3];
    for (at, cell) in rows[1].iter_mut().enumerate() {
        *cell = at;
    }
    for (i, a) in typed.iter().enumerate() {
        // Slips only add up, and nobody asks after more than these.
        if i > 1 && rows[..2].iter().all(|row| row.iter().take(word.len() + 1).all(|slips| *slips > MOST_SLIPS)) {
            return None;
        }
        rows[2][0] = i + 1;
        for (j, b) in word.iter().enumerate() {
            let change = rows[1].get(j)? + usize::from(a != b);
            let mut least = change.min(rows[1].get(j + 1)? + 1).min(rows[2].get(j)? + 1);
            if i > 0 && j > 0 && typed.get(i - 1) == Some(b) && word.get(j - 1) == Some(a) {
                least = least.min(rows[0].get(j - 1)? + 1);
            }
            *rows[2].get_mut(j + 1)? = least;
        }
        rows.rotate_left(1);
    }
    let last = rows[1].get(..=word.len())?;
    Some((*last.last()?, *last.iter().min()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_a_hand_makes_them() {
        for (typed, word, expected) in [
            ("apple", "apple", (0, 0)),
            ("aple", "apple", (1, 1)),
            ("appel", "apple", (1, 1)),
            ("brocolli", "broccoli", (2, 2)),
            ("yogert", "yogurt", (1, 1)),
            ("choc", "chocolate", (5, 0)),
            ("", "ab", (2, 0)),
        ] {
            assert_eq!(slips(typed, word), Some(expected), "{typed}");
        }
        assert_eq!(slips(&"a".repeat(40), "b"), None);
    }

    #[test]
    fn a_word_with_other_letters_is_seen_at_once() {
        assert_eq!((letters("kale") ^ letters("leek")).count_ones(), 1);
        assert_eq!(letters("oats"), letters("stoaa"));
    }
}
