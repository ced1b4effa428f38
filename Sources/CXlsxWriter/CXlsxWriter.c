#define _GNU_SOURCE
#include "CXlsxWriter.h"

#include <stdio.h>
#include <sys/mman.h>

int xlsx_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }

void xlsx_forget_row_height(lxw_worksheet *worksheet) {
  if (worksheet->optimize_row) worksheet->optimize_row->height_changed = LXW_FALSE;
}

int xlsx_has_lost_rows(lxw_worksheet *worksheet) {
  FILE *rows = worksheet->optimize_tmpfile;
  return rows && (fflush(rows) != 0 || ferror(rows));
}
