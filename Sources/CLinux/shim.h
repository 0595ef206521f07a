#ifndef INCLUSION_ATLAS_CLINUX_SHIM_H
#define INCLUSION_ATLAS_CLINUX_SHIM_H

/* Flushes the file system that a descriptor lies on. The C library has it, but hides
   it from Swift behind _GNU_SOURCE. */
int syncfs(int descriptor);

#endif
