//! The recovery code: 128 random bits that open a diary when its passphrase is forgotten, written so that a person can copy them
//! from paper.

use std::fmt;

use super::age_file::Secret;

/// Crockford's alphabet: no I, L, O and U, which are taken for others (<https://www.crockford.com/base32.html>).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random bits.
const BITS: u32 = 128;
/// Bits that tell a slip of the pen from a wrong code, so that all is a whole number of groups.
const CHECK_BITS: u32 = 12;
/// Letters in all, five bits each.
const LETTERS: usize = ((BITS + CHECK_BITS) / 5) as usize;
/// Letters between two dashes.
const GROUP: usize = 4;

/// A recovery code.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; LETTERS]);

/// Why something typed is no recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// Too few or too many letters.
    #[error("a recovery code has 28 letters and digits")]
    Length,
    /// A letter that no code has, or one letter that was taken for another.
    #[error("a letter is not as it was shown; look at each group again")]
    Letter,
}

impl RecoveryCode {
    /// A code that nobody has had before.
    ///
    /// # Errors
    /// If the system has no random numbers.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; (BITS / 8) as usize];
        getrandom::fill(&mut bytes)?;
        Ok(Self::from_bits(u128::from_be_bytes(bytes)))
    }

    fn from_bits(bits: u128) -> Self {
        let mut letters = [0; LETTERS];
        let check = check_of(bits);
        for (place, letter) in (0_u32..).zip(&mut letters) {
            // From the highest bits on; the bits of the check come last.
            let after = BITS + CHECK_BITS - 5 * (place + 1);
            let five = if after >= CHECK_BITS {
                bits >> (after - CHECK_BITS)
            } else {
                (bits << (CHECK_BITS - after)) | u128::from(check >> after)
            };
            *letter = letter_of(five);
        }
        Self(letters)
    }

    /// Reads what somebody typed: dashes, blanks and small letters are as good.
    ///
    /// # Errors
    /// [`RecoveryCodeError`].
    pub fn read(typed: &str) -> Result<Self, RecoveryCodeError> {
        let meant: Vec<u8> = typed.bytes().filter(|byte| !b"- \t\r\n".contains(byte)).map(meant).collect();
        let letters: [u8; LETTERS] = meant.try_into().map_err(|_| RecoveryCodeError::Length)?;
        let mut bits: u128 = 0;
        let mut tail: u16 = 0;
        for (place, letter) in (0_u32..).zip(letters) {
            let known = ALPHABET.iter().position(|known| *known == letter).ok_or(RecoveryCodeError::Letter)?;
            let five = u8::try_from(known).map_err(|_| RecoveryCodeError::Letter)?;
            let after = BITS + CHECK_BITS - 5 * (place + 1);
            if after >= CHECK_BITS {
                bits |= u128::from(five) << (after - CHECK_BITS);
            } else {
                bits |= u128::from(five) >> (CHECK_BITS - after);
                tail |= u16::from(five) << after;
            }
        }
        let is_whole = tail & ((1 << CHECK_BITS) - 1) == check_of(bits);
        if is_whole { Ok(Self(letters)) } else { Err(RecoveryCodeError::Letter) }
    }

    /// The code as the secret that seals the key: just as it is shown, so that other programs take it as well.
    pub fn secret(&self) -> Secret {
        Secret::from(self.to_string())
    }
}

/// The letter of the lowest five bits.
fn letter_of(bits: u128) -> u8 {
    let five = usize::try_from(bits & 31).unwrap_or_default();
    ALPHABET.get(five).copied().unwrap_or(b'0')
}

/// The letter somebody means.
fn meant(typed: u8) -> u8 {
    match typed.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    }
}

/// The first bits of a checksum.
fn check_of(bits: u128) -> u16 {
    let [first, second, ..] = *blake3::hash(&bits.to_be_bytes()).as_bytes();
    u16::from_be_bytes([first, second]) >> (16 - CHECK_BITS)
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, group) in self.0.chunks(GROUP).enumerate() {
            if place > 0 {
                f.write_str("-")?;
            }
            f.write_str(&String::from_utf8_lossy(group))?;
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_seven_groups_of_four_and_reads_back_however_it_is_typed() {
        let code = RecoveryCode::generate().unwrap();
        let shown = code.to_string();
        assert_eq!(shown.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
        assert_eq!(RecoveryCode::read(&shown), Ok(code.clone()));
        assert_eq!(RecoveryCode::read(&shown.to_lowercase().replace('-', " ")), Ok(code.clone()));
        assert_eq!(RecoveryCode::read(&shown.replace('0', "o").replace('1', "l")), Ok(code));
    }

    #[test]
    fn all_bits_stand_in_the_letters() {
        assert!(RecoveryCode::from_bits(0).to_string().starts_with("0000-0000-0000-0000-0000-0000-0"));
        assert!(RecoveryCode::from_bits(u128::MAX).to_string().starts_with("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z"));
        // 5 x 25 = 125, so that the lowest three bits open the 26th letter: 1 is 001, then two bits of the check.
        let [one, two] = [1, 2].map(RecoveryCode::from_bits);
        assert_ne!(one, two);
        assert_eq!(RecoveryCode::read(&one.to_string()), Ok(one));
    }

    #[test]
    fn a_code_that_was_worked_out_elsewhere_is_the_same_here() {
        // Worked out in Python, from the alphabet and BLAKE3 alone.
        let code = RecoveryCode::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        assert_eq!(code.to_string(), "04HM-ASW9-NF6Y-Y093-8NKR-KAYD-XZBS");
    }

    #[test]
    fn a_slip_of_the_pen_is_told_before_any_work_is_done() {
        let shown = RecoveryCode::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef).to_string();
        assert_eq!(RecoveryCode::read(&shown[..shown.len() - 1]), Err(RecoveryCodeError::Length));
        let mut told = 0;
        let letters: Vec<usize> = (0..shown.len()).filter(|at| shown.as_bytes()[*at] != b'-').collect();
        for at in &letters {
            let mut wrong = shown.clone().into_bytes();
            wrong[*at] = if wrong[*at] == b'7' { b'8' } else { b'7' };
            told += usize::from(RecoveryCode::read(&String::from_utf8(wrong).unwrap()).is_err());
        }
        assert_eq!(told, letters.len(), "each of the 28 letters");
        assert!(RecoveryCode::read(&shown.replace('0', "U")).is_err());
    }
}
