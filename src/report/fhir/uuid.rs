//! Ids that say where a resource comes from: the same thing of the same diary has the same one in every export.

/// Makes the ids of one diary.
pub(super) struct Ids {
    seed: blake3::Hash,
}

impl Ids {
    pub(super) fn new(identity: &str) -> Self {
        Self { seed: blake3::hash(format!("gutskin fhir {identity}").as_bytes()) }
    }

    /// The id of what these words name, as a UUID of version 8 (RFC 9562: bytes of the maker's own choice).
    pub(super) fn of(&self, name: &[&str]) -> String {
        let mut hasher = blake3::Hasher::new_keyed(self.seed.as_bytes());
        for part in name {
            hasher.update(part.as_bytes());
            // Ends the part, so that no two names run into each other.
            hasher.update(&[0]);
        }
        let hex = hasher.finalize().to_hex();
        let digits = hex.as_str();
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        let variant = match part(16, 17) {
            "0" | "1" | "2" | "3" => "8",
            "4" | "5" | "6" | "7" => "9",
            "8" | "9" | "a" | "b" => "a",
            _ => "b",
        };
        format!("{}-{}-8{}-{variant}{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
    }
}
