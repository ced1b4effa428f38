// PostgreSQL's client library (Debian's libpq-dev).

#ifndef CLIBPQ_H
#define CLIBPQ_H

#include <postgresql/libpq-fe.h>

#endif
