#include "CLAPACK.h"

// The longest name of a LAPACK routine is far shorter.
enum { longest_name = 32 };

static _Thread_local int32_t illegal_argument;
static _Thread_local char illegal_routine[longest_name + 1];

void xerbla_(const char *routine, const int32_t *argument, size_t routine_length) {
  size_t length = routine_length < longest_name ? routine_length : longest_name;
  // Fortran pads names with blanks.
  while (length > 0 && routine[length - 1] == ' ') length--;
  for (size_t index = 0; index < length; index++) illegal_routine[index] = routine[index];
  illegal_routine[length] = '\0';
  illegal_argument = *argument;
}

void clapack_clear_illegal_argument(void) {
  illegal_routine[0] = '\0';
  illegal_argument = 0;
}

int32_t clapack_illegal_argument(void) { return illegal_argument; }

const char *clapack_illegal_argument_routine(void) { return illegal_routine; }
