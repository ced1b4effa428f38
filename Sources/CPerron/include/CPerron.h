// Principal eigenvectors of many small positive reciprocal matrices of one size at once.
//
// Eight matrices stand side by side in vectors, one matrix in each lane, so that what is done to one
// element is done to eight. Functions are compiled for several generations of processors, and the
// one that fits is chosen when the program starts. Every multiplication with addition that may be
// fused is written as one, and no other is: the bits are the same on all of them.

#ifndef CPERRON_H
#define CPERRON_H

#include <stddef.h>
#include <stdint.h>

// Where the results go; right and left may be NULL.
struct perron_results {
  // The right eigenvectors, one matrix after another, each with elements that sum to 1.
  double *right;
  // The left ones.
  double *left;
  // The principal eigenvalue of each matrix, between its bounds; NaN where there is no result: none was
  // found that the bounds prove to a relative 1e-13.
  double *value;
  // The smallest and the largest quotient (A x)_i / x_i of each matrix, as computed.
  double *lower;
  double *upper;
};

// Solves count matrices of size rows, at least 3.
//
// judgements holds the elements above the diagonal row by row, one matrix after another; those below
// are their reciprocals. A matrix with a judgement that is not from least to most has no result. What
// comes out for a matrix does not depend on those beside it.
void perron_solve(int32_t size, size_t count, const double *judgements, double least, double most,
                  struct perron_results results);

#endif
