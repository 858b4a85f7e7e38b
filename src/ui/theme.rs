//! All colours, type sizes and spaces of the window. Nothing else names one.

#![allow(clippy::disallowed_methods, reason = "this is the one file that names colours")]

#[cfg(test)]
mod contrast;

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Rangef, Stroke, Style,
    TextStyle, Theme, Vec2, Visuals,
    style::{ScrollAnimation, ScrollStyle},
};

use crate::report::ink;
use crate::report::scene::palette;
use crate::report::series_style::{SLOTS, SeriesStyle};

/// Type sizes in points.
pub mod size {
    /// Captions, axis labels.
    pub const CAPTION: f32 = 12.0;
    /// Running text, fields.
    pub const BODY: f32 = 13.5;
    /// Card titles.
    pub const TITLE: f32 = 16.0;
    /// The title of a view.
    pub const VIEW: f32 = 20.0;
    /// The one number that matters.
    pub const NUMBER: f32 = 28.0;
}

/// Spaces in points, multiples of four.
pub mod space {
    /// Between things that belong together.
    pub const TIGHT: f32 = 4.0;
    /// Between rows.
    pub const ROW: f32 = 8.0;
    /// Between the rows of a card: cells of 28 points make rows of 34.
    pub const CARD_ROW: f32 = 6.0;
    /// Inside cards.
    pub const INSIDE: f32 = 12.0;
    /// Between cards.
    pub const BETWEEN: f32 = 16.0;
    /// Smallest side of anything that is clicked.
    pub const CELL: f32 = 28.0;
}

/// Corners of cells and cards.
pub const ROUNDING: u8 = 8;
/// Corners of small cells.
pub const ROUNDING_SMALL: u8 = 5;

/// Over what cannot be used while a dialog is open.
pub const BEHIND_DIALOG: Color32 = Color32::from_black_alpha(100);

/// The colours of one theme, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub window: Color32,
    /// Cards and panes.
    pub card: Color32,
    /// Menus, popups.
    pub raised: Color32,
    /// Text.
    pub text: Color32,
    /// Quiet text: captions, units, hints.
    pub quiet: Color32,
    /// Outline of a control nobody answered.
    pub outline: Color32,
    /// Faint line between things.
    pub faint: Color32,
    /// Fill of a control under the pointer.
    pub hover: Color32,
    /// Selection, focus, the primary action.
    pub accent: Color32,
    /// Faint accent, behind something chosen.
    pub accent_faint: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Attention: something needs a look.
    pub attention: Color32,
    /// Danger: emergency, not saved.
    pub danger: Color32,
    /// Series, by the slot of their style.
    pub series: [Color32; SLOTS],
}

/// How strongly a scroll handle at rest is drawn, as a share of the colour of text.
const HANDLE: f32 = 0.6;

#[expect(clippy::disallowed_methods, reason = "this is where colours come from")]
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// An ink as it is on paper.
#[expect(clippy::disallowed_methods, reason = "this is where colours come from")]
const fn of_ink(palette::Color(red, green, blue): palette::Color) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Series on a light card, as on paper.
#[rustfmt::skip]
const ON_LIGHT: [Color32; SLOTS] = [
    of_ink(palette::SERIES[0]), of_ink(palette::SERIES[1]), of_ink(palette::SERIES[2]),
    of_ink(palette::SERIES[3]), of_ink(palette::SERIES[4]), of_ink(palette::SERIES[5]),
];
/// The same on a dark one.
#[rustfmt::skip]
const ON_DARK: [Color32; SLOTS] = [
    of_ink(ink::DARK_SERIES[0]), of_ink(ink::DARK_SERIES[1]), of_ink(ink::DARK_SERIES[2]),
    of_ink(ink::DARK_SERIES[3]), of_ink(ink::DARK_SERIES[4]), of_ink(ink::DARK_SERIES[5]),
];

/// The light theme.
pub const LIGHT: Palette = Palette {
    window: rgb(0xF7_F5_F1),
    card: rgb(0xFF_FF_FF),
    raised: rgb(0xFF_FF_FF),
    text: rgb(0x23_26_2A),
    quiet: rgb(0x5F_66_6D),
    outline: rgb(0x86_8A_8E),
    faint: rgb(0xE6_E2_DB),
    hover: rgb(0xEE_EB_E5),
    accent: rgb(0x1F_7A_6B),
    accent_faint: rgb(0xE4_F2_EF),
    on_accent: rgb(0xFF_FF_FF),
    attention: rgb(0x9A_5B_00),
    danger: rgb(0xB3_26_1E),
    series: ON_LIGHT,
};

/// The dark theme.
pub const DARK: Palette = Palette {
    window: rgb(0x16_18_1A),
    card: of_ink(ink::DARK_PAPER),
    raised: rgb(0x26_2A_2E),
    text: of_ink(ink::DARK_TEXT),
    quiet: of_ink(ink::DARK_QUIET),
    outline: of_ink(ink::DARK_AXIS),
    faint: of_ink(ink::DARK_GRID),
    hover: rgb(0x2C_31_35),
    accent: rgb(0x5C_C2_AE),
    accent_faint: rgb(0x22_3E_39),
    on_accent: rgb(0x10_1A_18),
    attention: of_ink(ink::DARK_ATTENTION),
    danger: rgb(0xF2_93_8C),
    series: ON_DARK,
};

impl Palette {
    /// The palette of what is being drawn now.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::of_visuals(ui.visuals())
    }

    /// The palette of some visuals.
    pub fn of_visuals(visuals: &Visuals) -> &'static Self {
        if visuals.dark_mode { &DARK } else { &LIGHT }
    }

    /// The colour of a series.
    pub fn series(&self, style: SeriesStyle) -> Color32 {
        self.series[style.slot % SLOTS]
    }
}

/// The colour of the theme for one of a figure: paper, words and series have theirs in each theme.
pub fn ink_color(color: palette::Color, palette: &Palette) -> Color32 {
    match color {
        palette::PAPER => palette.card,
        palette::TEXT => palette.text,
        palette::QUIET => palette.quiet,
        palette::GRID => palette.faint,
        palette::AXIS => palette.outline,
        palette::ATTENTION => palette.attention,
        // A series, full or half way to paper.
        series => {
            let full = palette::SERIES.iter().zip(palette.series).map(|(paper, color)| (*paper, color));
            let paler = full.clone().map(|(paper, color)| (paper.paler(), palette.card.lerp_to_gamma(color, 0.5)));
            full.chain(paler).find(|(paper, _)| *paper == series).map_or(of_ink(series), |(_, color)| color)
        }
    }
}

/// A colour at a share of its strength, for spans and bands.
pub fn faded(color: Color32, strength: f32) -> Color32 {
    color.gamma_multiply(strength)
}

/// The family of headings and of what is pressed.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// A font of a size, regular.
pub fn font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// A font of a size, semibold.
pub fn strong_font(size: f32) -> FontId {
    FontId::new(size, semibold())
}

/// Installs fonts and both themes. To be called once for every context.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let regular = FontData::from_static(include_bytes!("../../assets/fonts/Inter-Regular.otf"));
    let strong = FontData::from_static(include_bytes!("../../assets/fonts/Inter-SemiBold.otf"));
    fonts.font_data.insert("inter".to_owned(), Arc::new(regular));
    fonts.font_data.insert("inter-semibold".to_owned(), Arc::new(strong));
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |name: &str| std::iter::once(name.to_owned()).chain(fallback.iter().cloned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, family("inter"));
    fonts.families.insert(semibold(), family("inter-semibold"));
    ctx.set_fonts(fonts);
    // Where the system names no theme.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(Visuals::light(), &LIGHT));
    ctx.set_style_of(Theme::Dark, style(Visuals::dark(), &DARK));
}

fn style(visuals: Visuals, palette: &Palette) -> Style {
    let mut style = Style { visuals, ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font(size::CAPTION)),
        (TextStyle::Body, font(size::BODY)),
        (TextStyle::Monospace, FontId::new(size::BODY, FontFamily::Monospace)),
        (TextStyle::Button, font(size::BODY)),
        (TextStyle::Heading, strong_font(size::TITLE)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(space::ROW);
    spacing.button_padding = Vec2::new(10.0, 5.0);
    spacing.interact_size = Vec2::new(space::CELL, space::CELL);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.scroll = scroll_style();
    spacing.tooltip_width = 320.0;
    style.scroll_animation = ScrollAnimation { points_per_second: 8_000.0, duration: Rangef::new(0.0, 0.12) };
    paint(&mut style.visuals, palette);
    style
}

/// Handles that can be seen wherever something is left to scroll to, and a way to take hold of them.
fn scroll_style() -> ScrollStyle {
    ScrollStyle {
        floating_width: 5.0,
        floating_allocated_width: 8.0,
        handle_min_length: 24.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: HANDLE,
        active_handle_opacity: HANDLE,
        interact_handle_opacity: 0.8,
        ..ScrollStyle::thin()
    }
}

fn paint(visuals: &mut Visuals, palette: &Palette) {
    visuals.override_text_color = None;
    visuals.panel_fill = palette.window;
    visuals.window_fill = palette.raised;
    visuals.window_stroke = Stroke::new(1.0, palette.faint);
    visuals.window_corner_radius = CornerRadius::same(ROUNDING);
    visuals.menu_corner_radius = CornerRadius::same(ROUNDING);
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(palette.card);
    visuals.faint_bg_color = palette.hover;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.attention;
    visuals.error_fg_color = palette.danger;
    visuals.weak_text_color = Some(palette.quiet);
    visuals.selection.bg_fill = palette.accent_faint;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    let radius = CornerRadius::same(ROUNDING_SMALL);
    let widgets = &mut visuals.widgets;
    for (widget, fill, stroke) in [
        (&mut widgets.noninteractive, palette.card, palette.faint),
        (&mut widgets.inactive, palette.card, palette.outline),
        (&mut widgets.hovered, palette.hover, palette.accent),
        (&mut widgets.active, palette.accent_faint, palette.accent),
        (&mut widgets.open, palette.hover, palette.accent),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, stroke);
        widget.fg_stroke = Stroke::new(1.0, palette.text);
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
}
