// The workbooks of libxlsxwriter (Debian's libxlsxwriter-dev).

#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <xlsxwriter.h>

#endif
