//! What the core promises, without a window: one binary, one module a noun.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_macros, missing_docs)]

#[path = "core/advice_spec.rs"]
mod advice_spec;
#[path = "core/attempt_spec.rs"]
mod attempt_spec;
#[path = "core/axis_figure.rs"]
mod axis_figure;
#[path = "core/axis_spec.rs"]
mod axis_spec;
#[path = "core/before_after_spec.rs"]
mod before_after_spec;
#[path = "core/body_systems.rs"]
mod body_systems;
#[path = "core/careless_safety.rs"]
mod careless_safety;
#[path = "core/case.rs"]
mod case;
#[path = "core/chart_kinds_spec.rs"]
mod chart_kinds_spec;
#[path = "core/cli_advice.rs"]
mod cli_advice;
#[path = "core/cli_codes.rs"]
mod cli_codes;
#[path = "core/cli_damaged.rs"]
mod cli_damaged;
#[path = "core/cli_export.rs"]
mod cli_export;
#[path = "core/cli_foods.rs"]
mod cli_foods;
#[path = "core/cli_insights.rs"]
mod cli_insights;
#[path = "core/cli_log.rs"]
mod cli_log;
#[path = "core/cli_reading.rs"]
mod cli_reading;
#[path = "core/cli_sealed.rs"]
mod cli_sealed;
#[path = "core/cli_trial.rs"]
mod cli_trial;
#[path = "core/cli_unheard.rs"]
mod cli_unheard;
#[path = "core/command_line.rs"]
mod command_line;
#[path = "core/commands.rs"]
mod commands;
#[path = "core/copies_spec.rs"]
mod copies_spec;
#[path = "core/course_days.rs"]
mod course_days;
#[path = "core/damaged_diaries.rs"]
mod damaged_diaries;
#[path = "core/day_table_golden.rs"]
mod day_table_golden;
#[path = "core/day_table_spec.rs"]
mod day_table_spec;
#[path = "core/day_table_update_spec.rs"]
mod day_table_update_spec;
#[allow(dead_code, reason = "the table is printed elsewhere")]
#[path = "support/demo.rs"]
mod demo;
#[path = "core/demo_effects.rs"]
mod demo_effects;
#[path = "core/doctor_mark_spec.rs"]
mod doctor_mark_spec;
#[path = "core/edit_laws.rs"]
mod edit_laws;
#[path = "core/effect_words_spec.rs"]
mod effect_words_spec;
#[path = "core/engine_vectors.rs"]
mod engine_vectors;
#[path = "core/error_rates.rs"]
mod error_rates;
#[path = "core/evidence_browse.rs"]
mod evidence_browse;
#[path = "core/evidence_cards.rs"]
mod evidence_cards;
#[path = "core/evidence_words.rs"]
mod evidence_words;
#[path = "core/export_import.rs"]
mod export_import;
#[path = "core/extreme_numbers.rs"]
mod extreme_numbers;
#[path = "core/failing_disk.rs"]
mod failing_disk;
#[path = "core/far_dates.rs"]
mod far_dates;
#[path = "core/far_days_spec.rs"]
mod far_days_spec;
#[path = "core/fhir_spec.rs"]
mod fhir_spec;
#[path = "core/files_to_read.rs"]
mod files_to_read;
#[path = "core/folder.rs"]
mod folder;
#[path = "core/food_lines.rs"]
mod food_lines;
#[path = "core/food_truth.rs"]
mod food_truth;
#[path = "core/food_week.rs"]
mod food_week;
#[path = "core/foods_browse.rs"]
mod foods_browse;
#[path = "core/foods_pack.rs"]
mod foods_pack;
#[path = "core/foods_search.rs"]
mod foods_search;
#[path = "core/foods_totals.rs"]
mod foods_totals;
#[path = "core/front_page_spec.rs"]
mod front_page_spec;
#[path = "core/fuzz_corpus.rs"]
mod fuzz_corpus;
#[path = "core/golden_contents.rs"]
mod golden_contents;
#[path = "core/golden_diaries.rs"]
mod golden_diaries;
#[path = "core/golden_since_6.rs"]
mod golden_since_6;
#[path = "core/grade_words_spec.rs"]
mod grade_words_spec;
#[path = "core/hostile_files.rs"]
mod hostile_files;
#[path = "core/index_laws_spec.rs"]
mod index_laws_spec;
#[path = "core/index_nutrients_spec.rs"]
mod index_nutrients_spec;
#[path = "core/index_spec.rs"]
mod index_spec;
#[path = "core/insight_figures.rs"]
mod insight_figures;
#[path = "core/insights_spec.rs"]
mod insights_spec;
#[path = "core/known_diaries_spec.rs"]
mod known_diaries_spec;
#[path = "core/layers.rs"]
mod layers;
#[path = "core/leave_out.rs"]
mod leave_out;
#[path = "core/logging_habit_spec.rs"]
mod logging_habit_spec;
#[path = "core/long_table_spec.rs"]
mod long_table_spec;
#[path = "core/lost_diary_spec.rs"]
mod lost_diary_spec;
#[path = "core/lower_bounds.rs"]
mod lower_bounds;
#[path = "core/machines.rs"]
mod machines;
#[path = "support/pictures.rs"]
mod made_pictures;
#[path = "core/no_network.rs"]
mod no_network;
#[path = "core/notices_spec.rs"]
mod notices_spec;
#[path = "core/nutrient_cover_spec.rs"]
mod nutrient_cover_spec;
#[path = "support/other_methods/mod.rs"]
mod other_methods;
#[path = "core/other_methods_vectors.rs"]
mod other_methods_vectors;
#[path = "core/pantry_files.rs"]
mod pantry_files;
#[path = "core/pantry_spec.rs"]
mod pantry_spec;
#[path = "core/patients.rs"]
mod patients;
#[path = "support/pdf_words.rs"]
mod pdf_words;
#[path = "core/period_change_spec.rs"]
mod period_change_spec;
#[path = "core/photo_columns_spec.rs"]
mod photo_columns_spec;
#[path = "core/photo_door.rs"]
mod photo_door;
#[path = "core/photo_files_spec.rs"]
mod photo_files_spec;
#[path = "core/photo_metadata.rs"]
mod photo_metadata;
#[path = "core/photo_rating_spec.rs"]
mod photo_rating_spec;
#[path = "core/photo_spec.rs"]
mod photo_spec;
#[path = "core/power_cuts.rs"]
mod power_cuts;
#[path = "core/questionnaires_spec.rs"]
mod questionnaires_spec;
#[path = "support/recipes.rs"]
mod recipes;
#[path = "core/red_flags_spec.rs"]
mod red_flags_spec;
#[path = "core/report_bad_input.rs"]
mod report_bad_input;
#[path = "core/report_chart.rs"]
mod report_chart;
#[path = "core/report_document.rs"]
mod report_document;
#[path = "core/report_golden.rs"]
mod report_golden;
#[path = "core/report_pages.rs"]
mod report_pages;
#[path = "core/report_patients_spec.rs"]
mod report_patients_spec;
#[path = "core/report_photos_spec.rs"]
mod report_photos_spec;
#[path = "core/restore_spec.rs"]
mod restore_spec;
#[path = "core/round_trip.rs"]
mod round_trip;
#[path = "core/safety_data.rs"]
mod safety_data;
#[path = "core/safety_medicines_spec.rs"]
mod safety_medicines_spec;
#[path = "core/safety_thresholds_spec.rs"]
mod safety_thresholds_spec;
#[path = "core/sample_diary.rs"]
mod sample_diary;
#[path = "core/sealed_elsewhere.rs"]
mod sealed_elsewhere;
#[path = "core/sealed_spec.rs"]
mod sealed_spec;
#[path = "core/second_folder_spec.rs"]
mod second_folder_spec;
#[path = "core/seed_table.rs"]
mod seed_table;
#[path = "core/series_styles.rs"]
mod series_styles;
#[path = "core/shown_text.rs"]
mod shown_text;
#[path = "support/simulator.rs"]
mod simulator;
#[path = "core/situations/mod.rs"]
mod situations;
#[path = "core/skin_heat_map_spec.rs"]
mod skin_heat_map_spec;
#[path = "core/skin_places_spec.rs"]
mod skin_places_spec;
#[path = "core/skin_scores_spec.rs"]
mod skin_scores_spec;
#[path = "core/step_names.rs"]
mod step_names;
#[path = "core/storage_damage.rs"]
mod storage_damage;
#[path = "core/storage_faults.rs"]
mod storage_faults;
#[path = "core/storage_gone.rs"]
mod storage_gone;
#[path = "core/storage_identity.rs"]
mod storage_identity;
#[path = "core/storage_interruption.rs"]
mod storage_interruption;
#[path = "core/storage_opening.rs"]
mod storage_opening;
#[path = "core/storage_repair.rs"]
mod storage_repair;
#[path = "core/storage_rights.rs"]
mod storage_rights;
#[path = "core/storage_thinning.rs"]
mod storage_thinning;
#[path = "core/suspects_spec.rs"]
mod suspects_spec;
#[path = "core/today_spec.rs"]
mod today_spec;
#[path = "core/trial_eligible_spec.rs"]
mod trial_eligible_spec;
#[path = "core/trial_looks_spec.rs"]
mod trial_looks_spec;
#[path = "core/trial_out_spec.rs"]
mod trial_out_spec;
#[path = "core/trial_record_spec.rs"]
mod trial_record_spec;
#[path = "core/trial_side_start_spec.rs"]
mod trial_side_start_spec;
#[path = "core/trial_side_test_spec.rs"]
mod trial_side_test_spec;
#[path = "core/trial_sides_spec.rs"]
mod trial_sides_spec;
#[path = "core/trial_size_spec.rs"]
mod trial_size_spec;
#[path = "core/trial_spec.rs"]
mod trial_spec;
#[path = "core/trial_unseen_spec.rs"]
mod trial_unseen_spec;
#[path = "core/trial_vectors.rs"]
mod trial_vectors;
#[path = "support/trials.rs"]
mod trials;
#[path = "core/two_processes.rs"]
mod two_processes;
#[path = "core/undo_kept_spec.rs"]
mod undo_kept_spec;
#[path = "core/whole_diary_spec.rs"]
mod whole_diary_spec;
#[path = "core/workspace_spec.rs"]
mod workspace_spec;
