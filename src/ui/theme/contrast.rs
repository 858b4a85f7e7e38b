//! What can be read and what can be told apart, measured on both themes.

use super::*;

/// Relative luminance and contrast after WCAG 2.2, success criteria 1.4.3 and 1.4.11.
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color: Color32| {
        let part = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    };
    let (light, dark) = (luminance(a).max(luminance(b)), luminance(a).min(luminance(b)));
    (light + 0.05) / (dark + 0.05)
}

#[test]
fn every_series_stands_out_from_its_card() {
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for color in palette.series {
            let found = contrast(color, palette.card);
            assert!(found >= 3.0, "{name}: {color:?} on the card is {found:.2}");
        }
    }
}

#[test]
fn every_text_can_be_read_and_every_control_be_seen() {
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for ground in [palette.window, palette.card, palette.raised] {
            for ink in [palette.text, palette.quiet, palette.accent, palette.attention, palette.danger] {
                assert!(contrast(ink, ground) >= 4.5, "{name}: {ink:?} on {ground:?} is {:.2}", contrast(ink, ground));
            }
            assert!(contrast(palette.outline, ground) >= 3.0, "{name}: outline on {ground:?}");
        }
        for ground in [palette.accent, palette.danger] {
            assert!(contrast(palette.on_accent, ground) >= 4.5, "{name}: on {ground:?}");
        }
        for ink in [palette.text, palette.accent] {
            assert!(contrast(ink, palette.accent_faint) >= 4.5, "{name}: {ink:?} on faint accent");
        }
        assert!(contrast(palette.text, palette.hover) >= 4.5, "{name}: on hover");
    }
}

#[test]
fn a_scroll_handle_is_seen_at_rest_on_every_ground_of_both_themes() {
    for (name, visuals, palette) in [("light", Visuals::light(), LIGHT), ("dark", Visuals::dark(), DARK)] {
        let style = style(visuals, &palette);
        let scroll = style.spacing.scroll;
        let widgets = &style.visuals.widgets.inactive;
        let ink = if scroll.foreground_color { widgets.fg_stroke.color } else { widgets.bg_fill };
        for opacity in [scroll.dormant_handle_opacity, scroll.active_handle_opacity, scroll.interact_handle_opacity] {
            for ground in [palette.window, palette.card, palette.raised] {
                let shown = ground.blend(ink.gamma_multiply(opacity));
                assert!(contrast(shown, ground) >= 3.0, "{name}: {:.2} on {ground:?}", contrast(shown, ground));
            }
        }
        assert!(scroll.floating_width >= 4.0 && scroll.floating_width <= scroll.allocated_width());
    }
}
