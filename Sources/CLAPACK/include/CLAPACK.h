// Prototypes of the LAPACK routines used, since Debian's liblapack-dev brings no C header.
//
// Fortran passes everything by reference. Integers are 32 bits wide (the LP64 interface of
// Debian's reference LAPACK and of OpenBLAS), matrices are stored column after column, and gfortran
// passes the length of every character argument, hidden, after all other arguments.

#ifndef CLAPACK_H
#define CLAPACK_H

#include <stddef.h>
#include <stdint.h>

// Eigenvalues (wr + i wi) and, where asked for, left (vl) and right (vr) eigenvectors of a general
// n x n matrix, which is overwritten. https://www.netlib.org/lapack/explore-html (dgeev)
void dgeev_(const char *jobvl, const char *jobvr, const int32_t *n, double *a, const int32_t *lda,
            double *wr, double *wi, double *vl, const int32_t *ldvl, double *vr,
            const int32_t *ldvr, double *work, const int32_t *lwork, int32_t *info,
            size_t jobvl_length, size_t jobvr_length);

// The least-squares solution of least length of a x = b for an m x n matrix a, which may be rank
// deficient, by a QR factorisation with column exchanges. a holds the factorisation afterwards, b
// (of ldb >= max(m, n) rows) the solutions, jpvt where each column came from; columns whose jpvt is
// not 0 on entry are taken first and in their order. https://www.netlib.org/lapack/explore-html
// (dgelsy)
void dgelsy_(const int32_t *m, const int32_t *n, const int32_t *nrhs, double *a, const int32_t *lda,
             double *b, const int32_t *ldb, int32_t *jpvt, const double *rcond, int32_t *rank,
             double *work, const int32_t *lwork, int32_t *info);

// The singular values (s, the largest first) and vectors of an m x n matrix, which is overwritten: left
// vectors as the columns of u, right vectors as the rows of vt.
// https://www.netlib.org/lapack/explore-html (dgesvd)
void dgesvd_(const char *jobu, const char *jobvt, const int32_t *m, const int32_t *n, double *a,
             const int32_t *lda, double *s, double *u, const int32_t *ldu, double *vt,
             const int32_t *ldvt, double *work, const int32_t *lwork, int32_t *info,
             size_t jobu_length, size_t jobvt_length);

// What LAPACK and BLAS call when an argument is illegal. The reference version stops the whole
// process, with exit status 0; this one records the routine and the argument for the calling thread.
void xerbla_(const char *routine, const int32_t *argument, size_t routine_length);

// Forgets what xerbla_ recorded for this thread.
void clapack_clear_illegal_argument(void);

// The number, from 1, of the argument that was found illegal on this thread since the last clear; 0
// when there was none.
int32_t clapack_illegal_argument(void);

// The routine that found it, in capitals; empty when there was none. Valid until the next call of
// xerbla_ or clapack_clear_illegal_argument on this thread.
const char *clapack_illegal_argument_routine(void);

#endif
