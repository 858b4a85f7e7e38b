//! The words of the made-up diary.

/// Notes on ordinary days.
pub(super) const NOTES: &[&str] = &[
    "Face felt hot after the meeting.",
    "Calm day. Hardly thought about my skin.",
    "New pillowcases.",
    "Forgot the sunscreen on the way home.",
    "Cheeks tight after the shower, better by noon.",
    "Slept badly, neighbours had a party.",
    "Long walk by the river, windy.",
    "Felt full all afternoon.",
    "Somebody said I looked well. Nice.",
    "Heating is on again, the air is very dry.",
    "Wore the scarf the whole day, chin itches.",
    "Worked through lunch.",
];

/// What happened once: days before the end of the sample, and the words.
pub(super) const EVENTS: &[(i32, &str)] = &[
    (377, "Started the new job"),
    (310, "Dermatologist: rosacea, asked me to keep a diary"),
    (271, "Sinus infection, fever"),
    (226, "Long flight"),
    (214, "Flight back"),
    (163, "Moved house"),
    (102, "Cousin's wedding"),
    (58, "Power cut, slept at a friend's"),
    (21, "Two-day seminar away"),
];

/// The one warning sign of the sample: days before the end, key, and the words beside it.
pub(super) const WARNING: (i32, &str, &str) =
    (187, "warn_red_eye", "Left eye red and sore. Eye clinic the same evening: drops, better after four days.");
