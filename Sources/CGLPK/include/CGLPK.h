// Linear and mixed-integer programs by GLPK (Debian's libglpk-dev), one call for each.
//
// GLPK ends the process when an argument is wrong or memory is short. Here its error hook brings the
// call back instead, with the status glpk_failed. Each thread has an environment of its own.

#ifndef CGLPK_H
#define CGLPK_H

#include <stdint.h>

// The program: the least of sum(costs * x) where every row lies within its bounds, and every x too.
typedef struct {
  int32_t row_count;
  int32_t column_count;
  int32_t term_count;
  // Rows and columns of the coefficients, from 1; no pair twice.
  const int32_t *rows;
  const int32_t *columns;
  const double *coefficients;
  // Bounds; infinite where there is none.
  const double *row_lower;
  const double *row_upper;
  const double *lower;
  const double *upper;
  const double *costs;
  // Not 0 for columns that must be whole numbers.
  const uint8_t *is_integer;
  // The most nodes of the search for whole numbers.
  int32_t node_limit;
} glpk_program;

enum {
  glpk_optimal = 0,
  glpk_infeasible = 1,
  glpk_unbounded = 2,
  // The limit on nodes was reached; values holds the best found, if any.
  glpk_stopped = 3,
  glpk_stopped_without_solution = 4,
  glpk_failed = 5,
};

// Solves a program. Writes the values of the columns, the costs that they come to, and the least that
// any solution can cost.
int32_t glpk_solve(const glpk_program *program, double *values, double *cost, double *bound);

#endif
