#ifndef INCLUSION_ATLAS_CCRYPTO_SHIM_H
#define INCLUSION_ATLAS_CCRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
