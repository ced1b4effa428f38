#define _GNU_SOURCE
#include "CXlsxWriter.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

int xlsx_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }

int xlsx_append_row(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t last_column, const char *xml,
                    size_t size) {
  if (row < worksheet->dim_rowmin) worksheet->dim_rowmin = row;
  if (row > worksheet->dim_rowmax) worksheet->dim_rowmax = row;
  worksheet->dim_colmin = 0;
  if (last_column > worksheet->dim_colmax) worksheet->dim_colmax = last_column;
  return fwrite(xml, 1, size, worksheet->optimize_tmpfile) == size;
}

void xlsx_merge_cells(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t first_column,
                      lxw_col_t last_column) {
  if (worksheet->merged_range_count == UINT16_MAX) return;
  lxw_merged_range *merged = calloc(1, sizeof(lxw_merged_range));
  if (!merged) return;
  merged->first_row = merged->last_row = row;
  merged->first_col = first_column;
  merged->last_col = last_column;
  STAILQ_INSERT_TAIL(worksheet->merged_ranges, merged, list_pointers);
  worksheet->merged_range_count++;
}

int xlsx_flush_rows(lxw_worksheet *worksheet) {
  FILE *rows = worksheet->optimize_tmpfile;
  return fflush(rows) == 0 && !ferror(rows);
}
