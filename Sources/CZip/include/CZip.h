// The ZIP archives of libzip (Debian's libzip-dev).

#ifndef CZIP_H
#define CZIP_H

#include <zip.h>

#endif
