// Scripts and styles of pages, which PageScripts.S puts into the program.
#ifndef STEELYARD_PAGE_SCRIPTS_H
#define STEELYARD_PAGE_SCRIPTS_H

#include <stddef.h>

/// A text in UTF-8 that lives as long as the program.
typedef struct {
  const char *start;
  size_t length;
} page_script;

#define PAGE_SCRIPT(name)                                                         \
  extern const char page_script_##name##_start[], page_script_##name##_end[];     \
  static inline page_script page_script_##name(void) {                            \
    page_script script = {                                                        \
        page_script_##name##_start,                                               \
        (size_t)(page_script_##name##_end - page_script_##name##_start)};         \
    return script;                                                                \
  }

PAGE_SCRIPT(d3)
PAGE_SCRIPT(base)
PAGE_SCRIPT(chart_texts)
PAGE_SCRIPT(heat_map)
PAGE_SCRIPT(weight_bands)
PAGE_SCRIPT(sensitivity)
PAGE_SCRIPT(slopes)
PAGE_SCRIPT(distributions)
PAGE_SCRIPT(payroll)
PAGE_SCRIPT(fragile)
PAGE_SCRIPT(groups)
PAGE_SCRIPT(studio_panels_texts)
PAGE_SCRIPT(studio_panels_frame)
PAGE_SCRIPT(studio_panels_effects)
PAGE_SCRIPT(studio_panels_later)
PAGE_SCRIPT(studio_panels_incentives)
PAGE_SCRIPT(studio_board)
PAGE_SCRIPT(studio_board_style)
PAGE_SCRIPT(report)
PAGE_SCRIPT(report_style)
PAGE_SCRIPT(studio_texts)
PAGE_SCRIPT(studio_elements)
PAGE_SCRIPT(studio_scale)
PAGE_SCRIPT(studio_draft)
PAGE_SCRIPT(studio_state)
PAGE_SCRIPT(studio_requests)
PAGE_SCRIPT(studio_matrix)
PAGE_SCRIPT(studio_slider)
PAGE_SCRIPT(studio_weights)
PAGE_SCRIPT(studio_weighing)
PAGE_SCRIPT(studio_numbers)
PAGE_SCRIPT(studio_curves)
PAGE_SCRIPT(studio_header)
PAGE_SCRIPT(studio_save)
PAGE_SCRIPT(studio_person)
PAGE_SCRIPT(studio_page)
PAGE_SCRIPT(studio_style)

#undef PAGE_SCRIPT

#endif
