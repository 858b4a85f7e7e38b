//! The structure a reader hears: parts become tags, and their marks the leaves.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use super::flow::{Part, PartId, Role};

/// The tag tree of all parts. Parts come in reading order, and a part never comes before the one it is inside of.
pub(super) fn tree(parts: &[Part], mut marks: Vec<Vec<Identifier>>) -> TagTree {
    let mut children: Vec<Vec<PartId>> = vec![Vec::new(); parts.len()];
    let mut roots = Vec::new();
    for (id, part) in parts.iter().enumerate() {
        match part.parent.and_then(|parent| children.get_mut(parent)) {
            Some(siblings) => siblings.push(id),
            None => roots.push(id),
        }
    }
    let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
    for root in roots {
        if let Some(group) = group(root, parts, &children, &mut marks) {
            tree.push(group);
        }
    }
    tree
}

/// The tag of a part with all inside it. Tables are nested five deep at most, so this does not run away.
fn group(id: PartId, parts: &[Part], children: &[Vec<PartId>], marks: &mut [Vec<Identifier>]) -> Option<TagGroup> {
    let mut group = TagGroup::new(kind(&parts.get(id)?.role));
    for mark in marks.get_mut(id).map(std::mem::take).unwrap_or_default() {
        group.push(mark);
    }
    for child in children.get(id).into_iter().flatten() {
        if let Some(inner) = self::group(*child, parts, children, marks) {
            group.push(inner);
        }
    }
    Some(group)
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, text) => {
            Tag::Hn(NonZeroU16::new((*level).into()).unwrap_or(NonZeroU16::MIN), Some(text.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::ListItem => Tag::LI.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
    }
}
