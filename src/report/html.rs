//! The report as one HTML file: charts inside, no script, nothing fetched, light or dark as the system asks, and fit to print.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::document::{Block, DaysBehind, ReportDoc, Table};
use super::error::{Progress, ReportError, step};
use super::figure;
use super::ink::dark_pairs;
use super::photo_row::{PhotoRow, PrintedPhoto};
use super::scene::Scene;
use super::svg::{element, escape};

const STYLE: &str = "\
:root{color-scheme:light dark;--paper:#fff;--text:#23262a;--quiet:#5f666d;--line:#d8d5cf;--head:#f7f5f1}
@media (prefers-color-scheme:dark){:root{--paper:#1e2124;--text:#e8e6e1;--quiet:#a2a9b0;--line:#3a3f45;--head:#262a2e}}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 16px;max-width:960px;background:var(--paper);color:var(--text);font:16px/1.5 Inter,system-ui,sans-serif}
h1{font-size:28px;line-height:1.2;margin:0}h2{font-size:20px;margin:32px 0 8px}h3{font-size:16px;margin:20px 0 4px}
p,ul{margin:8px 0;max-width:75ch}.quiet{color:var(--quiet)}
figure{margin:12px 0}.page{border:0;border-top:1px solid var(--line);margin:32px 0}figure svg{width:100%;height:auto;border-radius:8px}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--quiet);padding:4px 0}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{background:var(--head);padding-left:4px}tbody th{font-weight:600;padding-left:4px}
th,td{white-space:pre-line}
@media print{:root{--paper:#fff;--text:#000;--quiet:#444;--line:#bbb;--head:#fff}body{max-width:none;padding:0;font-size:9pt;line-height:1.35}
h1{font-size:16pt}h2{font-size:11.5pt;margin:10pt 0 3pt;break-after:avoid}h3{font-size:10pt;margin:6pt 0 2pt;break-after:avoid}
p,ul{margin:3pt 0;max-width:none}ul{padding-left:14pt}table{font-size:8.5pt}th,td{padding:2pt 6pt 2pt 0}figure{margin:6pt 0}figcaption{display:none}
.page{break-after:page;border:0;margin:0}figure,tr{break-inside:avoid}thead{display:table-header-group}a{text-decoration:none}}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:3px}:target{outline:2px solid var(--quiet);outline-offset:4px}
";

/// Only where there are photos.
const PHOTO_STYLE: &str = "\
.photos{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start;break-inside:avoid}
.photos figure{flex:0 1 calc(50% - 6px);min-width:240px;margin:8px 0}.photos.one figure{flex-basis:62%}.photos img{display:block;width:100%;height:auto;border-radius:8px}
.photos figcaption{font-size:14px;padding-top:4px}
@media print{.photos figcaption{display:block;font-size:8.5pt}.photos figure{min-width:0}}
";

/// The report as one file.
///
/// # Errors
/// [`ReportError::Cancelled`].
pub fn to_html(document: &ReportDoc, progress: Progress<'_>) -> Result<String, ReportError> {
    let title = escape(&document.title);
    let mut out = String::new();
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>").ok();
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>").ok();
    // Nothing is ever loaded, whatever a note says; photos stand in the page itself.
    let has_photos = document.blocks.iter().any(|block| matches!(block, Block::Photos(_)));
    let (photo_source, photo_style) = if has_photos { ("; img-src data:", PHOTO_STYLE) } else { ("", "") };
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'{photo_source}");
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>").ok();
    let page = format!("@page{{size:{};margin:16mm}}", document.paper.label());
    let (subtitle, dark) = (escape(&document.subtitle), dark_figures());
    writeln!(out, "<title>{title}, {subtitle}</title>\n<style>\n{STYLE}{photo_style}{dark}{page}\n</style>").ok();
    writeln!(out, "</head>\n<body>\n<main>\n<header>\n<h1>{title}</h1>").ok();
    writeln!(out, "<p class=\"quiet\">{subtitle}</p>\n</header>").ok();
    let mut figures = 0;
    for (done, block) in document.blocks.iter().enumerate() {
        step(progress, done as f32 / document.blocks.len() as f32)?;
        write_block(&mut out, block, &mut figures);
    }
    write_behind(&mut out, &document.behind);
    out.push_str("</main>\n</body>\n</html>\n");
    step(progress, 1.0)?;
    Ok(out)
}

/// Figures on a dark screen in the colours that a dark picture has; paper keeps its own.
fn dark_figures() -> String {
    let rules = dark_pairs().into_iter().map(|(paper, dark)| {
        let (paper, dark) = (paper.hex(), dark.hex());
        format!("svg [fill=\"{paper}\"]{{fill:{dark}}}svg [stroke=\"{paper}\"]{{stroke:{dark}}}\n")
    });
    format!("@media screen and (prefers-color-scheme:dark){{\n{}}}\n", rules.collect::<String>())
}

fn write_block(out: &mut String, block: &Block, figures: &mut usize) {
    match block {
        Block::Heading { level, text } => {
            let level = (*level).clamp(2, 3);
            writeln!(out, "<h{level}>{}</h{level}>", escape(text)).ok();
        }
        Block::Paragraph(text) => {
            writeln!(out, "<p>{}</p>", escape(text)).ok();
        }
        Block::Aside(text) => {
            writeln!(out, "<p class=\"quiet\">{}</p>", escape(text)).ok();
        }
        Block::List(points) => {
            out.push_str("<ul>\n");
            for point in points {
                writeln!(out, "<li>{}</li>", escape(point)).ok();
            }
            out.push_str("</ul>\n");
        }
        Block::Table(table) => write_table(out, table),
        Block::Figure(chart) => write_figure(out, &figure::draw(chart), figures),
        Block::Drawing(scene) => write_figure(out, scene, figures),
        Block::Photos(row) => write_photos(out, row),
        Block::NewPage => out.push_str("<hr class=\"page\"/>\n"),
    }
}

fn write_figure(out: &mut String, scene: &Scene, figures: &mut usize) {
    *figures += 1;
    let svg = element(scene, &format!("figure-{figures}"));
    // The picture itself says these words to a screen reader; here they are for eyes.
    writeln!(
        out,
        "<figure>\n{svg}<figcaption class=\"quiet\" aria-hidden=\"true\">{}</figcaption>\n</figure>",
        escape(&scene.desc)
    )
    .ok();
}

/// Photos side by side, their files within the page.
fn write_photos(out: &mut String, row: &PhotoRow) {
    let class = if row.across > 1 { "photos" } else { "photos one" };
    writeln!(out, "<div class=\"{class}\">").ok();
    for PrintedPhoto { picture, alt, caption } in &row.photos {
        let (width, height) = picture.size();
        let data = STANDARD.encode(picture.jpeg().as_slice());
        let alt = escape(alt);
        writeln!(
            out,
            "<figure>\n<img src=\"data:image/jpeg;base64,{data}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\"/>"
        )
        .ok();
        writeln!(out, "<figcaption>{}</figcaption>\n</figure>", escape(caption)).ok();
    }
    out.push_str("</div>\n");
}

fn write_table(out: &mut String, table: &Table) {
    writeln!(out, "<div class=\"table\">\n<table>\n<caption>{}</caption>\n<thead>\n<tr>", escape(&table.caption)).ok();
    for head in &table.header {
        if head.is_empty() {
            out.push_str("<td></td>");
        } else {
            write!(out, "<th scope=\"col\">{}</th>", escape(head)).ok();
        }
    }
    out.push_str("\n</tr>\n</thead>\n<tbody>\n");
    for (number, row) in table.rows.iter().enumerate() {
        out.push_str("<tr>");
        let behind = table.behind.get(number).filter(|key| !key.is_empty());
        for (place, cell) in row.iter().enumerate() {
            if place == 0 {
                write!(out, "<th scope=\"row\">{}</th>", escape(cell)).ok();
            } else if let Some(key) = behind {
                write!(out, "<td><a href=\"#days-{}\">{}</a></td>", escape(key), escape(cell)).ok();
            } else {
                write!(out, "<td>{}</td>", escape(cell)).ok();
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// The days that numbers lead to, an answer each.
fn write_behind(out: &mut String, behind: &[DaysBehind]) {
    if behind.is_empty() {
        return;
    }
    out.push_str("<h2>The days behind the numbers</h2>\n");
    for of in behind {
        writeln!(out, "<h3 id=\"days-{}\">{}</h3>", escape(&of.key), escape(&of.title)).ok();
        let days: Vec<String> = of.days.iter().map(|(day, answer)| format!("{} {answer}", day.short())).collect();
        writeln!(out, "<p>{}</p>", escape(&days.join(" · "))).ok();
    }
}
