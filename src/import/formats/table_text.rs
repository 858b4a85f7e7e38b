//! What tables of text have in common, whatever stands in them.

/// The separator the first line uses most.
pub(super) fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let most = [b',', b';', b'\t'].into_iter().max_by_key(|mark| {
        // On a tie the comma wins: `max_by_key` takes the last of equals.
        (first.bytes().filter(|byte| byte == mark).count(), *mark == b',')
    });
    most.unwrap_or(b',')
}
