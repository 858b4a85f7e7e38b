//! A drawing as SVG: a title and a description for screen readers, text as text, no style sheet, no script, and the same bytes
//! for the same drawing.

use std::fmt::Write;

use super::scene::{Anchor, Item, Scene, Shape, Stroke, Words, corners};

/// The drawing as an SVG file.
pub fn to_svg(scene: &Scene) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", element(scene, "chart"))
}

/// The drawing as an `svg` element. `id` names it within a page that holds several.
pub fn element(scene: &Scene, id: &str) -> String {
    let (width, height) = (length(scene.width), length(scene.height));
    let mut out = String::with_capacity(scene.items.len() * 80 + 1000);
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         font-family=\"Inter, sans-serif\">"
    )
    .ok();
    writeln!(out, "<title id=\"{id}-title\">{}</title>", escape(&scene.title)).ok();
    writeln!(out, "<desc id=\"{id}-desc\">{}</desc>", escape(&scene.desc)).ok();
    for item in &scene.items {
        write_item(&mut out, item);
    }
    out.push_str("</svg>\n");
    out
}

/// Text made safe between tags and in attributes; characters XML 1.0 does not allow are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A length with at most two decimals and no trailing zeros.
fn length(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn write_item(out: &mut String, item: &Item) {
    match item {
        Item::Line { points, stroke } => {
            writeln!(out, "<polyline points=\"{}\" fill=\"none\"{}/>", places(points), stroke_attributes(stroke)).ok();
        }
        Item::Box { frame: [x, y, width, height], color, opacity } => {
            let opacity = opacity_attribute("fill-opacity", *opacity);
            let [x, y, width, height] = [x, y, width, height].map(|value| length(*value));
            let fill = color.hex();
            writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{opacity}/>")
                .ok();
        }
        Item::Area { ring, fill, stroke, .. } => {
            let fill = fill.map_or_else(
                || " fill=\"none\"".to_owned(),
                |(color, opacity)| format!(" fill=\"{}\"{}", color.hex(), opacity_attribute("fill-opacity", opacity)),
            );
            writeln!(out, "<polygon points=\"{}\"{fill}{}/>", places(ring), stroke_attributes(stroke)).ok();
        }
        Item::Mark { at, radius, shape: Shape::Circle, color } => {
            let [x, y, radius] = [at.0, at.1, *radius].map(length);
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\"/>", color.hex()).ok();
        }
        Item::Mark { at, radius, shape, color } => {
            let points = places(&corners(*shape, *at, *radius));
            writeln!(out, "<polygon points=\"{points}\" fill=\"{}\"/>", color.hex()).ok();
        }
        Item::Text(words) => write_text(out, words),
    }
}

fn write_text(out: &mut String, words: &Words) {
    let [x, y, size] = [words.at.0, words.at.1, words.size].map(length);
    let anchor = match words.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if words.strong { " font-weight=\"600\"" } else { "" };
    let (fill, text) = (words.color.hex(), escape(&words.text));
    writeln!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{fill}\">{text}</text>").ok();
}

fn stroke_attributes(stroke: &Stroke) -> String {
    let mut out = format!(" stroke=\"{}\" stroke-width=\"{}\"", stroke.color.hex(), length(stroke.width));
    out += &opacity_attribute("stroke-opacity", stroke.opacity);
    if !stroke.dash.is_empty() {
        let dash: Vec<String> = stroke.dash.iter().map(|dash| length(*dash)).collect();
        out += &format!(" stroke-dasharray=\"{}\"", dash.join(" "));
    }
    out
}

fn opacity_attribute(name: &str, opacity: f32) -> String {
    if opacity >= 1.0 { String::new() } else { format!(" {name}=\"{}\"", length(opacity)) }
}

fn places(points: &[(f32, f32)]) -> String {
    let places: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", length(*x), length(*y))).collect();
    places.join(" ")
}
