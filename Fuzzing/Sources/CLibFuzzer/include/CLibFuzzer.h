#ifndef STEELYARD_CLIBFUZZER_H
#define STEELYARD_CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer's own entry for programs that have a main of their own
// (https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library").
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*UserCb)(const uint8_t *Data, size_t Size));

#endif
