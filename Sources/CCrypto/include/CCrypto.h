// The message digests of OpenSSL's libcrypto (Debian's libssl-dev).

#ifndef CCRYPTO_H
#define CCRYPTO_H

#include <openssl/evp.h>

#endif
