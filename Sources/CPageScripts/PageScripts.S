// The files in scripts/ as they are, inside the program. The compiler has nothing to parse, and a build
// takes no longer for them. What __has_include looks for counts as read, so that a change of a file is
// noticed; a file that is missing is missed by the linker.
.macro embed name, file
  .global page_script_\name\()_start
  .global page_script_\name\()_end
page_script_\name\()_start:
  .incbin "\file"
page_script_\name\()_end:
.endm

  .section .rodata
#if __has_include("d3.min.js")
  embed d3, "d3.min.js"
#endif
#if __has_include("base.js")
  embed base, "base.js"
#endif
#if __has_include("chart-texts.js")
  embed chart_texts, "chart-texts.js"
#endif
#if __has_include("heat-map.js")
  embed heat_map, "heat-map.js"
#endif
#if __has_include("weight-bands.js")
  embed weight_bands, "weight-bands.js"
#endif
#if __has_include("sensitivity.js")
  embed sensitivity, "sensitivity.js"
#endif
#if __has_include("slopes.js")
  embed slopes, "slopes.js"
#endif
#if __has_include("distributions.js")
  embed distributions, "distributions.js"
#endif
#if __has_include("payroll.js")
  embed payroll, "payroll.js"
#endif
#if __has_include("fragile.js")
  embed fragile, "fragile.js"
#endif
#if __has_include("groups.js")
  embed groups, "groups.js"
#endif
#if __has_include("studio-panels-texts.js")
  embed studio_panels_texts, "studio-panels-texts.js"
#endif
#if __has_include("studio-panels-frame.js")
  embed studio_panels_frame, "studio-panels-frame.js"
#endif
#if __has_include("studio-panels-effects.js")
  embed studio_panels_effects, "studio-panels-effects.js"
#endif
#if __has_include("studio-panels-later.js")
  embed studio_panels_later, "studio-panels-later.js"
#endif
#if __has_include("studio-panels-incentives.js")
  embed studio_panels_incentives, "studio-panels-incentives.js"
#endif
#if __has_include("studio-board.js")
  embed studio_board, "studio-board.js"
#endif
#if __has_include("studio-board.css")
  embed studio_board_style, "studio-board.css"
#endif
#if __has_include("report.js")
  embed report, "report.js"
#endif
#if __has_include("report.css")
  embed report_style, "report.css"
#endif
#if __has_include("studio-texts.js")
  embed studio_texts, "studio-texts.js"
#endif
#if __has_include("studio-elements.js")
  embed studio_elements, "studio-elements.js"
#endif
#if __has_include("studio-scale.js")
  embed studio_scale, "studio-scale.js"
#endif
#if __has_include("studio-draft.js")
  embed studio_draft, "studio-draft.js"
#endif
#if __has_include("studio-state.js")
  embed studio_state, "studio-state.js"
#endif
#if __has_include("studio-requests.js")
  embed studio_requests, "studio-requests.js"
#endif
#if __has_include("studio-matrix.js")
  embed studio_matrix, "studio-matrix.js"
#endif
#if __has_include("studio-slider.js")
  embed studio_slider, "studio-slider.js"
#endif
#if __has_include("studio-weights.js")
  embed studio_weights, "studio-weights.js"
#endif
#if __has_include("studio-weighing.js")
  embed studio_weighing, "studio-weighing.js"
#endif
#if __has_include("studio-numbers.js")
  embed studio_numbers, "studio-numbers.js"
#endif
#if __has_include("studio-curves.js")
  embed studio_curves, "studio-curves.js"
#endif
#if __has_include("studio-header.js")
  embed studio_header, "studio-header.js"
#endif
#if __has_include("studio-save.js")
  embed studio_save, "studio-save.js"
#endif
#if __has_include("studio-person.js")
  embed studio_person, "studio-person.js"
#endif
#if __has_include("studio.js")
  embed studio_page, "studio.js"
#endif
#if __has_include("studio.css")
  embed studio_style, "studio.css"
#endif

  .section .note.GNU-stack, "", %progbits
