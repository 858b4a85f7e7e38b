//! Tables on paper: rows that stay whole where they can, heads that come again on each page.

use std::collections::VecDeque;

use super::flow::{Flow, Mark, PartId, Role};
use super::sizes::{MARGIN, TOP};
use super::text::SetLine;
use crate::report::document::Table;
use crate::report::scene::palette;

const CELL_GAP: f32 = 8.0;
/// Rows up to which a table is kept on one page where it can.
const SHORT: usize = 8;

impl Flow<'_> {
    /// Puts a table.
    pub(super) fn table(&mut self, table: &Table) {
        let columns = Columns::new(table, self.sheet.column());
        let together = self.kept_together(table);
        self.make_room(together);
        let whole = self.part(Role::Table, None);
        let caption = self.part(Role::Caption, Some(whole));
        for line in self.set.lines(&table.caption, self.sizes.small, false, self.sheet.column()) {
            self.put_line(caption, line, MARGIN, palette::QUIET);
        }
        let head = self.part(Role::TableHead, Some(whole));
        self.row(&table.header, &columns, head, |_| Role::HeadCell, None);
        let body = self.part(Role::TableBody, Some(whole));
        for row in &table.rows {
            self.row(
                row,
                &columns,
                body,
                |place| if place == 0 { Role::RowHead } else { Role::Cell },
                Some(&table.header),
            );
        }
        self.top += 6.0;
    }

    /// Height of what must stand on one page: caption, head and first row, or the whole of a short table.
    pub(super) fn kept_together(&mut self, table: &Table) -> f32 {
        let columns = &Columns::new(table, self.sheet.column());
        let line = self.sizes.small * 1.4;
        let mut height = line + self.row_height(&table.header, columns, true);
        let rows = if table.rows.len() <= SHORT { table.rows.len() } else { 1 };
        let missing = self.set.missing;
        for row in table.rows.iter().take(rows) {
            height += self.row_height(row, columns, false);
            if height > self.sheet.room() / 2.0 && rows > 1 {
                break;
            }
        }
        // Measuring is not printing.
        self.set.missing = missing;
        height.min(self.sheet.room())
    }

    fn row_height(&mut self, cells: &[String], columns: &Columns, strong: bool) -> f32 {
        let mut most = 0.0_f32;
        for (place, cell) in cells.iter().enumerate() {
            let lines = self.set.lines(cell, self.sizes.small, strong || place == 0, columns.width(place));
            most = most.max(lines.iter().map(|line| line.height).sum());
        }
        most + 2.0 * self.sizes.row_pad
    }

    /// One row; a row that does not fit is begun on a new page under the repeated head, and a row taller than a page runs on.
    fn row(
        &mut self,
        cells: &[String],
        columns: &Columns,
        parent: PartId,
        role: impl Fn(usize) -> Role,
        head: Option<&[String]>,
    ) {
        let strong = head.is_none();
        let mut set: Vec<VecDeque<SetLine>> = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            let heavy = strong || place == 0;
            set.push(self.set.lines(cell, self.sizes.small, heavy, columns.width(place)).into());
        }
        let height = |set: &[VecDeque<SetLine>]| {
            set.iter().map(|lines| lines.iter().map(|line| line.height).sum::<f32>()).fold(0.0, f32::max)
        };
        if self.top + height(&set) + 2.0 * self.sizes.row_pad > self.sheet.bottom()
            && (height(&set) < self.sheet.room() - 40.0 || self.top + 60.0 > self.sheet.bottom())
        {
            self.new_page();
            self.repeat_head(head, columns);
        }
        let row = self.part(Role::Row, Some(parent));
        let parts: Vec<PartId> = (0..cells.len()).map(|place| self.part(role(place), Some(row))).collect();
        self.top += self.sizes.row_pad;
        let bottom = self.sheet.bottom();
        loop {
            let start = self.top;
            let mut end = start;
            for (place, lines) in set.iter_mut().enumerate() {
                let mut top = start;
                while let Some(line) = lines.front().filter(|line| top + line.height <= bottom || top <= TOP).cloned() {
                    lines.pop_front();
                    let height = line.height;
                    let mark = Mark::Line { line, x: columns.left(place), top, color: palette::TEXT };
                    self.place(parts.get(place).copied(), mark);
                    top += height;
                }
                end = end.max(top);
            }
            self.top = end;
            if set.iter().all(VecDeque::is_empty) {
                break;
            }
            self.new_page();
            self.repeat_head(head, columns);
        }
        self.top += self.sizes.row_pad;
        let y = self.top;
        self.place(None, Mark::Rule { x: MARGIN, y, width: self.sheet.column() });
    }

    /// The head again on a new page, as decoration: readers have heard it once.
    fn repeat_head(&mut self, head: Option<&[String]>, columns: &Columns) {
        let Some(head) = head else { return };
        let mut end = self.top;
        for (place, cell) in head.iter().enumerate() {
            let mut top = self.top;
            for line in self.set.lines(cell, self.sizes.small, true, columns.width(place)) {
                let height = line.height;
                self.place(None, Mark::Line { line, x: columns.left(place), top, color: palette::QUIET });
                top += height;
            }
            end = end.max(top);
        }
        self.top = end + self.sizes.row_pad;
        let y = self.top;
        self.place(None, Mark::Rule { x: MARGIN, y, width: self.sheet.column() });
        self.top += self.sizes.row_pad;
    }
}

/// Left edges and widths of the columns of a table.
struct Columns(Vec<(f32, f32)>);

impl Columns {
    fn new(table: &Table, whole: f32) -> Self {
        let shares: Vec<f32> =
            (0..table.header.len()).map(|place| table.widths.get(place).copied().unwrap_or(1.0)).collect();
        let all: f32 = shares.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        let mut left = MARGIN;
        let columns = shares.into_iter().map(|share| {
            let width = whole * share / all;
            let column = (left, width - CELL_GAP);
            left += width;
            column
        });
        Self(columns.collect())
    }

    fn left(&self, place: usize) -> f32 {
        self.0.get(place).map_or(MARGIN, |(left, _)| *left)
    }

    fn width(&self, place: usize) -> f32 {
        self.0.get(place).map_or(20.0, |(_, width)| *width).max(20.0)
    }
}
