//! Words in the structure of a PDF: what a screen reader says of its figures, read back from the bytes.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The alternative text of every figure, in the order of the file.
pub fn alternative_texts(pdf: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(pdf) {
        let mut rest = part.as_slice();
        while let Some(at) = find(rest, b"/Alt") {
            rest = &rest[at + 4..];
            found.extend(string(rest));
        }
    }
    found
}

/// The bytes outside of streams, and those of every stream that is deflated.
fn parts(pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = vec![pdf.to_vec()];
    let mut rest = pdf;
    while let Some(at) = find(rest, b"stream\n").or_else(|| find(rest, b"stream\r\n")) {
        rest = &rest[at + 7..];
        let mut inflated = Vec::new();
        if ZlibDecoder::new(rest.trim_ascii_start()).read_to_end(&mut inflated).is_ok() {
            parts.push(inflated);
        }
    }
    parts
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

/// A string of a PDF (ISO 32000-1, 7.3.4): in brackets with escapes, or in hexadecimal; UTF-16 behind its mark.
fn string(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.trim_ascii_start();
    let raw = match bytes.first()? {
        b'(' => literal(&bytes[1..]),
        b'<' => hexadecimal(&bytes[1..]),
        _ => return None,
    };
    let Some(wide) = raw.strip_prefix(&[0xfe, 0xff]) else {
        return Some(raw.iter().map(|byte| char::from(*byte)).collect());
    };
    let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16(&units).unwrap())
}

fn literal(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut depth, mut place) = (Vec::new(), 0, 0);
    while let Some(byte) = bytes.get(place) {
        place += 1;
        match byte {
            b')' if depth == 0 => break,
            b'\\' => {
                let escaped = bytes[place];
                place += 1;
                match escaped {
                    b'n' => out.push(b'\n'),
                    b'r' => out.push(b'\r'),
                    b't' => out.push(b'\t'),
                    b'0'..=b'7' => {
                        let digits = &bytes[place - 1..place + 2];
                        let octal = digits.iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                        out.push(u8::try_from(octal).unwrap());
                        place += 2;
                    }
                    other => out.push(other),
                }
            }
            other => {
                depth += i32::from(*other == b'(') - i32::from(*other == b')');
                out.push(*other);
            }
        }
    }
    out
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        bytes.iter().take_while(|byte| **byte != b'>').filter(|byte| !byte.is_ascii_whitespace()).copied().collect();
    let pairs = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
    pairs.collect()
}
