// The XML parser of expat (Debian's libexpat1-dev).

#ifndef CEXPAT_H
#define CEXPAT_H

#include <expat.h>

#endif
