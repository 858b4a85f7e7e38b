//! One page of the report as it will be printed, and the way to the others.

use eframe::egui::{self, ColorImage, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo, vec2};

use crate::ui::theme::space;
use crate::ui::widgets::quiet_ui;
use crate::workspace::Wake;
use crate::workspace::jobs::report_preview::ReportPreview;

/// Width of a page on the screen, in points.
const WIDTHS: (f32, f32) = (240.0, 640.0);

/// Which page is shown, and its picture on the screen.
#[derive(Default)]
pub(super) struct ShownPage {
    page: usize,
    texture: Option<(u64, TextureHandle)>,
}

impl ShownPage {
    pub fn ui(&mut self, ui: &mut Ui, preview: &mut ReportPreview, wake: &Wake) {
        let width = ui.available_width().clamp(WIDTHS.0, WIDTHS.1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width in pixels")]
        let pixels = (width * ui.ctx().pixels_per_point()).round() as u32;
        let count = preview.page_count();
        self.page = self.page.min(count.saturating_sub(1));
        self.pager_ui(ui, count);
        // Another page that was chosen just now is asked for at once.
        preview.refresh(self.page, pixels, wake);
        if let Some(done) = preview.progress() {
            ui.add(egui::ProgressBar::new(done).desired_width(width));
            if ui.button("Stop").clicked() {
                preview.stop();
            }
        }
        let Some((number, picture)) = preview.picture() else {
            quiet_ui(ui, "The pages are being put together.");
            return;
        };
        if self.texture.as_ref().is_none_or(|(shown, _)| *shown != number) {
            let size = [picture.width as usize, picture.height as usize];
            let image = ColorImage::from_rgba_unmultiplied(size, &picture.pixels);
            self.texture = Some((number, ui.ctx().load_texture("report page", image, TextureOptions::LINEAR)));
        }
        let Some((_, texture)) = &self.texture else { return };
        let size = vec2(width, width * picture.height as f32 / picture.width.max(1) as f32);
        let (room, response) = ui.allocate_exact_size(size, Sense::hover());
        let whole = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        ui.painter().image(texture.id(), room, whole, egui::Color32::WHITE);
        let words = format!("Page {} of {count}: {}", self.page + 1, preview.headings(self.page).join(", "));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &words));
    }

    fn pager_ui(&mut self, ui: &mut Ui, count: usize) {
        if count == 0 {
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::ROW;
            if ui.add_enabled(self.page > 0, egui::Button::new("Page before")).clicked() {
                self.page -= 1;
            }
            ui.label(format!("Page {} of {count}", self.page + 1));
            if ui.add_enabled(self.page + 1 < count, egui::Button::new("Page after")).clicked() {
                self.page += 1;
            }
        });
    }
}
