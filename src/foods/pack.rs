//! Reads the packed food table, `assets/foods/foods.bin`, which is made from the csv files beside it by the test
//! `foods_pack` (run with `GUTSKIN_REPACK_FOODS=1` to write it anew).
//!
//! Layout, all numbers little-endian, a *word* being one length byte and that many bytes of UTF-8:
//! `GUTFOOD1`; groups, measures (a 16-bit count, then words); plants (count; word, kind, quarter points); foods (count; see
//! `read_food`); synonyms (count; term, meaning). Nutrients are whole steps of 16 bits, 65535 = unknown.

use super::food::{Food, FoodSource, PlantId, PlantShare};
use super::nutrient::Nutrient;
use super::plants::{Plant, PlantKind};
use super::portion::{Portion, PortionBasis};
use super::tags::{Fodmap, Level, NovaBasis, Prebiotic, Presence, Tags};
use crate::model::food_line::FoodId;

/// The first bytes of a packed table.
pub const MAGIC: &[u8; 8] = b"GUTFOOD1";

/// A packed table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the food table is damaged at byte {at}: {what}")]
pub struct PackError {
    /// Byte where reading stopped.
    pub at: usize,
    /// What was expected there.
    pub what: &'static str,
}

/// What a packed table holds.
#[derive(Debug, Clone, Default)]
pub struct Unpacked {
    /// Foods in the order of their numbers.
    pub foods: Vec<Food>,
    /// Plants.
    pub plants: Vec<Plant>,
    /// Search words and what they stand for.
    pub synonyms: Vec<(&'static str, &'static str)>,
}

struct Reader {
    bytes: &'static [u8],
    at: usize,
}

impl Reader {
    fn fail<T>(&self, what: &'static str) -> Result<T, PackError> {
        Err(PackError { at: self.at, what })
    }

    fn take(&mut self, length: usize) -> Result<&'static [u8], PackError> {
        let Some(piece) = self.at.checked_add(length).and_then(|end| self.bytes.get(self.at..end)) else {
            return self.fail("more bytes");
        };
        self.at += length;
        Ok(piece)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        let piece = self.take(N)?;
        piece.try_into().or_else(|_| self.fail("more bytes"))
    }

    fn u8(&mut self) -> Result<u8, PackError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    fn u16(&mut self) -> Result<u16, PackError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    fn u32(&mut self) -> Result<u32, PackError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn word(&mut self) -> Result<&'static str, PackError> {
        let length = usize::from(self.u8()?);
        let piece = self.take(length)?;
        std::str::from_utf8(piece).or_else(|_| self.fail("UTF-8"))
    }

    /// A counted list.
    fn list<T>(
        &mut self,
        count: usize,
        mut item: impl FnMut(&mut Self) -> Result<T, PackError>,
    ) -> Result<Vec<T>, PackError> {
        (0..count).map(|_| item(self)).collect()
    }

    fn words(&mut self) -> Result<Vec<&'static str>, PackError> {
        let count = usize::from(self.u16()?);
        self.list(count, Self::word)
    }
}

/// Reads a packed table.
///
/// # Errors
/// [`PackError`] if the bytes are not what [`self`] describes.
pub fn unpack(bytes: &'static [u8]) -> Result<Unpacked, PackError> {
    let mut reader = Reader { bytes, at: 0 };
    if reader.take(MAGIC.len())? != MAGIC {
        return reader.fail("a food table of this version");
    }
    let groups = reader.words()?;
    let measures = reader.words()?;
    let plant_count = usize::from(reader.u16()?);
    let plants = reader.list(plant_count, read_plant)?;
    let food_count = usize::from(reader.u16()?);
    let foods = reader.list(food_count, |reader| read_food(reader, &groups, &measures, plant_count))?;
    let synonym_count = usize::from(reader.u16()?);
    let synonyms = reader.list(synonym_count, |reader| Ok((reader.word()?, reader.word()?)))?;
    if reader.at != bytes.len() {
        return reader.fail("the end");
    }
    if !foods.is_sorted_by(|a, b| a.id < b.id) {
        return reader.fail("foods in rising order of their numbers");
    }
    Ok(Unpacked { foods, plants, synonyms })
}

fn read_plant(reader: &mut Reader) -> Result<Plant, PackError> {
    let key = reader.word()?;
    let Some(&(kind, _)) = PlantKind::ALL.get(usize::from(reader.u8()?)) else {
        return reader.fail("a kind of plant");
    };
    Ok(Plant { key, kind, points: f64::from(reader.u8()?) / 4.0 })
}

/// Number (32 bits), name, group, source, nutrients, density, plant (65535 = none), tags, prior, plants, measures, aliases.
fn read_food(
    reader: &mut Reader,
    groups: &[&'static str],
    measures: &[&'static str],
    plants: usize,
) -> Result<Food, PackError> {
    let id = FoodId(reader.u32()?);
    let name = reader.word()?;
    let Some(group) = groups.get(usize::from(reader.u8()?)).copied() else { return reader.fail("a food group") };
    let Some(&(source, _)) = FoodSource::ALL.get(usize::from(reader.u8()?)) else { return reader.fail("a source") };
    let mut steps = [0; Nutrient::COUNT];
    for step in &mut steps {
        *step = reader.u16()?;
    }
    let density_steps = reader.u16()?;
    let plant = match reader.u16()? {
        u16::MAX => None,
        plant if usize::from(plant) < plants => Some(PlantId(plant)),
        _ => return reader.fail("a plant"),
    };
    let tags = read_tags(reader)?;
    let prior = reader.u8()?;
    let shares = usize::from(reader.u8()?);
    let shares = reader.list(shares, |reader| {
        let plant = reader.u16()?;
        let percent = f32::from(reader.u16()?) / 10.0;
        if usize::from(plant) < plants {
            Ok(PlantShare { plant: PlantId(plant), percent })
        } else {
            reader.fail("a plant")
        }
    })?;
    let portions = usize::from(reader.u8()?);
    let portions = reader.list(portions, |reader| read_portion(reader, measures))?;
    let aliases = usize::from(reader.u8()?);
    let aliases = reader.list(aliases, Reader::word)?;
    Ok(Food {
        id,
        name,
        group,
        source,
        plant,
        plants: shares.into(),
        tags,
        prior,
        portions: portions.into(),
        aliases: aliases.into(),
        steps,
        density_steps,
    })
}

/// Measure (16 bits), tenths of a gram (16 bits), basis, with 128 added for the default.
fn read_portion(reader: &mut Reader, measures: &[&'static str]) -> Result<Portion, PackError> {
    let Some(measure) = measures.get(usize::from(reader.u16()?)).copied() else { return reader.fail("a measure") };
    let grams = f64::from(reader.u16()?) / 10.0;
    let basis = reader.u8()?;
    let Some(&(kind, _)) = PortionBasis::ALL.get(usize::from(basis & 0x7f)) else { return reader.fail("a basis") };
    Ok(Portion { measure, grams, is_default: basis & 0x80 != 0, basis: kind })
}

/// 32 bits of single tags, from the lowest: fermented 1, live cultures 2, prebiotics 5, NOVA 3, its basis 2, dairy 2, gluten 2,
/// FODMAP level 2, histamine 2, spicy 1, glycaemic class 2; then 16 bits, two a FODMAP group.
fn read_tags(reader: &mut Reader) -> Result<Tags, PackError> {
    let mut bits = reader.u32()?;
    let mut next = |width: u32| {
        let field = bits & ((1 << width) - 1);
        bits >>= width;
        field
    };
    let presence = |field: u32| match field {
        0 => Presence::No,
        1 => Presence::Maybe,
        _ => Presence::Yes,
    };
    let level = |field: u32| match field {
        0 => None,
        1 => Some(Level::Low),
        2 => Some(Level::Moderate),
        _ => Some(Level::High),
    };
    let fermented = next(1) == 1;
    let live_cultures = presence(next(2));
    let kinds = next(5);
    let prebiotic = Prebiotic::ALL.into_iter().enumerate().filter(|(bit, _)| kinds >> bit & 1 == 1);
    let prebiotic = prebiotic.map(|(_, kind)| kind).collect();
    let nova = u8::try_from(next(3)).ok().filter(|class| (1..=4).contains(class));
    let nova_basis = match next(2) {
        0 => NovaBasis::GroupRule,
        1 => NovaBasis::KeywordRule,
        _ => NovaBasis::Manual,
    };
    let dairy = presence(next(2));
    let gluten = presence(next(2));
    let fodmap_level = level(next(2));
    let histamine = level(next(2));
    let spicy = next(1) == 1;
    let gi_class = level(next(2));
    let groups = reader.u16()?;
    let fodmap = Fodmap::ALL.into_iter().enumerate();
    let fodmap = fodmap.filter_map(|(at, group)| Some((group, level(u32::from(groups >> (2 * at) & 3))?))).collect();
    Ok(Tags {
        fermented,
        live_cultures,
        prebiotic,
        nova,
        nova_basis,
        dairy,
        gluten,
        fodmap_level,
        fodmap,
        histamine,
        spicy,
        gi_class,
    })
}
