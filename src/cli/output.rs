//! What is said: on standard output what was asked for, on standard error everything else. Nobody listening is no reason to
//! stop.

use std::io::Write;

use super::exit::Failure;

/// Writes to standard output; a reader that stops early is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::output(&error)),
        _ => Ok(()),
    }
}

/// Writes a line to standard output for a reader that waits for it; without one there is nobody to go on for.
pub(super) fn print_line(line: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| Failure::output(&error))
}

/// Writes a line to standard error. That nobody reads it is no reason to stop.
pub fn tell(line: &str) {
    writeln!(std::io::stderr().lock(), "{line}").ok();
}
