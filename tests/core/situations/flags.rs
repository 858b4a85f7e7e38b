//! Flags of the situations of the safety page, section 5.

use super::someone::Someone;

#[test]
fn the_base_person_has_no_flag() {
    assert_eq!(Someone::base().short(), Vec::<String>::new());
}
