// The workbooks of libxlsxwriter (Debian's libxlsxwriter-dev).

#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <xlsxwriter.h>

// A file in memory, without a name, that vanishes when it is closed; -1 with errno where there is none.
// The C library declares `memfd_create` only for those who define _GNU_SOURCE, as Swift does not.
int xlsx_memory_file(void);

// Tells the library that the rows after one with a height of its own have the usual height again, which
// it forgets when it keeps one row in memory.
void xlsx_forget_row_height(lxw_worksheet *worksheet);

// Whether a row of the worksheet could not be written to the library's temporary file; the library does
// not look. Only before the workbook is closed.
int xlsx_has_lost_rows(lxw_worksheet *worksheet);

#endif
