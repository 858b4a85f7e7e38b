//! From sRGB to CIELAB (IEC 61966-2-1; CIE 15, D65, 2 degrees).

/// The white of D65.
const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];

/// A colour in CIELAB: `a` rises with red against green.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names of the standard")]
pub struct Lab {
    pub l: f64,
    pub a: f64,
    pub b: f64,
}

/// A channel of sRGB as a share of light, 0 to 1.
pub fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// The colour of shares of light, red, green, blue.
pub fn lab([red, green, blue]: [f64; 3]) -> Lab {
    let xyz = [
        0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue,
        0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue,
        0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue,
    ];
    let [x, y, z] = xyz;
    let [white_x, white_y, white_z] = WHITE;
    let (x, y, z) = (bent(x / white_x), bent(y / white_y), bent(z / white_z));
    Lab { l: 116.0 * y - 16.0, a: 500.0 * (x - y), b: 200.0 * (y - z) }
}

/// The cube root, straight near black.
fn bent(share: f64) -> f64 {
    let knee = 6.0_f64 / 29.0;
    if share > knee.powi(3) { share.cbrt() } else { share / (3.0 * knee * knee) + 4.0 / 29.0 }
}
