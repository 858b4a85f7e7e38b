//! A photo on a page that is looked at before it is printed: brought to the size at which it is seen, and laid in its place.

use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};

use crate::photos::{PaperPicture, decode_kept, shrink_to};

/// Draws a photo with its upper left corner at the origin of `at`, as large as `size`. One that cannot be read leaves its place empty.
pub(super) fn draw(page: &mut Pixmap, picture: &PaperPicture, (width, height): (f32, f32), at: Transform) {
    let Some(pixels) = pixels(picture, width.max(height) * at.sx) else { return };
    let (across, down) = (width / pixels.width() as f32, height / pixels.height() as f32);
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    page.draw_pixmap(0, 0, pixels.as_ref(), &paint, at.pre_scale(across, down), None);
}

/// Its pixels, hardly more than are seen: `side` is the longer side on the screen.
fn pixels(picture: &PaperPicture, side: f32) -> Option<Pixmap> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a side in pixels")]
    let side = side.ceil().clamp(1.0, 4096.0) as u32;
    let small = shrink_to(&decode_kept(picture.jpeg()).ok()?, side);
    let mut pixmap = Pixmap::new(small.width(), small.height())?;
    for (to, from) in pixmap.data_mut().chunks_exact_mut(4).zip(small.pixels()) {
        let [red, green, blue] = from.0;
        to.copy_from_slice(&[red, green, blue, u8::MAX]);
    }
    Some(pixmap)
}
