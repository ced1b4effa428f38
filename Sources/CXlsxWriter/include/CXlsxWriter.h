// The workbooks of libxlsxwriter (Debian's libxlsxwriter-dev).

#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <xlsxwriter.h>

// A file in memory, without a name, that vanishes when it is closed; -1 with errno where there is none.
// The C library declares `memfd_create` only for those who define _GNU_SOURCE, as Swift does not.
int xlsx_memory_file(void);

// Appends a row that is XML already to a worksheet of a workbook in constant memory, in the place where
// the library keeps finished rows; 0 when the temporary file takes no more. Rows and columns count from
// 0. Never mix with the library's functions that write cells.
//
// The library itself would write numbers with 16 digits, 90.4 as 90.40000000000001, and would not look
// whether there was room for them.
int xlsx_append_row(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t last_column, const char *xml,
                    size_t size);

// Shows cells of a row as one, the first of them; more than 65,535 times in a sheet they stay apart. The
// library's own function would write the cells too.
void xlsx_merge_cells(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t first_column,
                      lxw_col_t last_column);

// Brings the rows of a worksheet to its temporary file; 0 when it takes no more.
int xlsx_flush_rows(lxw_worksheet *worksheet);

#endif
