#include "CPerron.h"

#include <math.h>
#include <stdlib.h>

// Vectors are never arguments of a function that is called: all of these are made part of their
// callers.
#pragma clang diagnostic ignored "-Wpsabi"
// What is to be fused is written with fused().
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

enum { lanes = 8, most_steps = 12, first_check = 2 };

// The widest interval, relative to its end, that counts as proof.
static const double wide = 1e-13;
// A shift that still moves by more than this, relatively, is far from the eigenvalue.
static const double far = 1e-3;

typedef double vector __attribute__((vector_size(lanes * sizeof(double))));
// All bits of a lane are set where something is true of it.
typedef int64_t mask __attribute__((vector_size(lanes * sizeof(int64_t))));

INLINE vector all(double number) { return (vector){} + number; }
INLINE vector fused(vector a, vector b, vector c) { return __builtin_elementwise_fma(a, b, c); }
INLINE vector chosen(mask where, vector these, vector others) {
  return (vector)(((mask)these & where) | ((mask)others & ~where));
}
INLINE vector larger(vector a, vector b) { return chosen(a > b, a, b); }
INLINE vector smaller(vector a, vector b) { return chosen(a < b, a, b); }
INLINE int anywhere(mask where) {
  int64_t bits = 0;
  for (int lane = 0; lane < lanes; lane++) bits |= where[lane];
  return bits != 0;
}

// What is to be solved.
struct batch {
  size_t count;
  const double *judgements;
  double least, most;
};

// Eight matrices being solved; matrices stand row after row.
struct group {
  vector *matrix;
  // Of shift I - A: L without its diagonal below, U above, reciprocals of its diagonal on the diagonal.
  vector *factors;
  // The eigenvectors so far.
  vector *right, *left;
  // The next ones.
  vector *next_right, *next_left;
  // The eigenvectors of the lanes that are done.
  vector *proved_right, *proved_left;
};

// A linear algebra of lanes

// The factors of shift I - A, without pivoting.
//
// Where the shift is at least the Perron root that is stable (an M-matrix; Berman, A., Plemmons, R. J.
// (1994), doi:10.1137/1.9781611971262). Where it is a little less, all leading parts but the whole
// still are M-matrices, for their Perron roots are smaller: only the last pivot may be small or
// negative, as it is in any inverse iteration.
INLINE void factorise(const int n, struct group g, vector shift) {
  vector *f = g.factors;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) f[i * n + j] = i == j ? shift - 1.0 : -g.matrix[i * n + j];
  for (int p = 0; p < n; p++) {
    vector pivot = f[p * n + p];
    if (p == n - 1) {
      vector least = shift * 0x1p-52;
      pivot = chosen((pivot < least) & (pivot > -least), least, pivot);
    }
    vector reciprocal = 1.0 / pivot;
    f[p * n + p] = reciprocal;
    for (int i = p + 1; i < n; i++) {
      vector factor = f[i * n + p] * reciprocal;
      f[i * n + p] = factor;
      for (int j = p + 1; j < n; j++)
        f[i * n + j] = fused(-factor, f[p * n + j], f[i * n + j]);
    }
  }
}

// Solves (shift I - A) next_right = right.
INLINE void solve_right(const int n, struct group g) {
  const vector *f = g.factors;
  vector *z = g.next_right;
  for (int i = 0; i < n; i++) {
    vector sum = g.right[i];
    for (int j = 0; j < i; j++) sum = fused(-f[i * n + j], z[j], sum);
    z[i] = sum;
  }
  for (int i = n - 1; i >= 0; i--) {
    vector sum = z[i];
    for (int j = i + 1; j < n; j++) sum = fused(-f[i * n + j], z[j], sum);
    z[i] = sum * f[i * n + i];
  }
}

// Solves the same for the transpose and next_left.
INLINE void solve_left(const int n, struct group g) {
  const vector *f = g.factors;
  vector *z = g.next_left;
  for (int i = 0; i < n; i++) {
    vector sum = g.left[i];
    for (int j = 0; j < i; j++) sum = fused(-f[j * n + i], z[j], sum);
    z[i] = sum * f[i * n + i];
  }
  for (int i = n - 1; i >= 0; i--) {
    vector sum = z[i];
    for (int j = i + 1; j < n; j++) sum = fused(-f[j * n + i], z[j], sum);
    z[i] = sum;
  }
}

INLINE vector product(const int n, const vector *a, const vector *b) {
  vector sum = a[0] * b[0];
  for (int i = 1; i < n; i++) sum = fused(a[i], b[i], sum);
  return sum;
}

// Divides by the sum of the elements.
INLINE void normalise(const int n, const vector *from, vector *to) {
  vector sum = from[0];
  for (int i = 1; i < n; i++) sum += from[i];
  vector reciprocal = 1.0 / sum;
  for (int i = 0; i < n; i++) to[i] = from[i] * reciprocal;
}

// The iteration

// Reads eight matrices, beyond the last one that one again; in which lanes all judgements are allowed.
INLINE mask load(const int n, struct group g, struct batch b, size_t first) {
  const size_t each = (size_t)n * (n - 1) / 2;
  const double *triangle[lanes];
  for (int lane = 0; lane < lanes; lane++) {
    size_t index = first + lane < b.count ? first + lane : b.count - 1;
    triangle[lane] = b.judgements + index * each;
  }
  size_t place = 0;
  mask allowed = (mask){} - 1;
  for (int i = 0; i < n; i++) {
    g.matrix[i * n + i] = all(1);
    for (int j = i + 1; j < n; j++, place++) {
      vector element;
      for (int lane = 0; lane < lanes; lane++) element[lane] = triangle[lane][place];
      allowed &= (element >= b.least) & (element <= b.most);
      g.matrix[i * n + j] = element;
      g.matrix[j * n + i] = 1.0 / element;
    }
  }
  return allowed;
}

// One step of the power method from the reciprocals of the sums of columns and of rows, which are the
// eigenvectors where judgements are consistent. An upper bound of the eigenvalue after Collatz and
// Wielandt is the first shift.
INLINE vector start(const int n, struct group g) {
  vector *columns = g.next_right, *rows = g.next_left;
  vector shift = all(0);
  for (int i = 0; i < n; i++) {
    vector row = g.matrix[i * n], column = g.matrix[i];
    for (int j = 1; j < n; j++) {
      row += g.matrix[i * n + j];
      column += g.matrix[j * n + i];
    }
    columns[i] = 1.0 / column;
    rows[i] = 1.0 / row;
    g.proved_right[i] = column;
  }
  for (int i = 0; i < n; i++) {
    vector right = g.matrix[i * n] * columns[0], left = g.matrix[i] * rows[0];
    for (int j = 1; j < n; j++) {
      right = fused(g.matrix[i * n + j], columns[j], right);
      left = fused(g.matrix[j * n + i], rows[j], left);
    }
    g.right[i] = right;
    g.left[i] = left;
    shift = larger(right * g.proved_right[i], shift);
  }
  return shift;
}

// A step of inverse iteration from both sides; the two-sided Rayleigh quotient, with which the errors
// are cubed in the end (Ostrowski, A. M. (1959), Archive for Rational Mechanics and Analysis 3,
// 325-340, doi:10.1007/BF00284184), is the next shift.
INLINE vector step(const int n, struct group g, vector shift) {
  factorise(n, g, shift);
  solve_right(n, g);
  solve_left(n, g);
  vector next = shift - product(n, g.next_left, g.right) / product(n, g.next_left, g.next_right);
  normalise(n, g.next_right, g.right);
  normalise(n, g.next_left, g.left);
  return next;
}

// The smallest and the largest quotient (A x)_i / x_i, and in which lanes all of x is positive.
INLINE mask bounds(const int n, struct group g, vector *lower, vector *upper) {
  mask positive = (mask){} - 1;
  for (int i = 0; i < n; i++) {
    vector quotient = product(n, g.matrix + i * n, g.right) / g.right[i];
    positive &= g.right[i] > 0.0;
    *lower = i == 0 ? quotient : smaller(quotient, *lower);
    *upper = i == 0 ? quotient : larger(quotient, *upper);
  }
  return positive;
}

// Hands over the lanes that are proved, and NaN for the others.
INLINE void store(const int n, struct group g, size_t first, size_t count, mask proved,
                  vector value, vector lower, vector upper, struct perron_results results) {
  value = smaller(larger(value, lower), upper);
  for (int lane = 0; lane < lanes; lane++) {
    size_t index = first + lane;
    if (index >= count) return;
    results.value[index] = proved[lane] ? value[lane] : NAN;
    results.lower[index] = lower[lane];
    results.upper[index] = upper[lane];
    for (int i = 0; results.right && i < n; i++)
      results.right[index * n + i] = g.proved_right[i][lane];
    for (int i = 0; results.left && i < n; i++)
      results.left[index * n + i] = g.proved_left[i][lane];
  }
}

// Solves eight matrices. A lane that is done keeps its results while the others go on, so that what
// comes out of it does not depend on them.
INLINE void solve_group(const int n, struct group g, struct batch b, size_t first,
                        struct perron_results results) {
  mask allowed = load(n, g, b, first);
  vector shift = start(n, g);
  vector value = all(0), lower = all(0), upper = all(0);
  mask done = ~allowed;
  for (int number = 1; number <= most_steps && anywhere(~done); number++) {
    vector next = step(n, g, shift), moved = next - shift;
    mask near = (moved < far * next) & (moved > -far * next) & ~done;
    shift = next;
    if (number < first_check || !anywhere(near)) continue;
    vector new_lower, new_upper;
    mask proved = bounds(n, g, &new_lower, &new_upper) & near;
    proved &= new_upper - new_lower <= wide * new_upper;
    for (int i = 0; i < n; i++) {
      g.proved_right[i] = chosen(proved, g.right[i], g.proved_right[i]);
      g.proved_left[i] = chosen(proved, g.left[i], g.proved_left[i]);
    }
    value = chosen(proved, shift, value);
    lower = chosen(proved, new_lower, lower);
    upper = chosen(proved, new_upper, upper);
    done |= proved;
  }
  store(n, g, first, b.count, done & allowed, value, lower, upper, results);
}

INLINE void solve_all(const int n, vector *room, struct batch b, struct perron_results results) {
  vector *vectors = room + 2 * n * n;
  struct group g = {room,
                    room + n * n,
                    vectors,
                    vectors + n,
                    vectors + 2 * n,
                    vectors + 3 * n,
                    vectors + 4 * n,
                    vectors + 5 * n};
  for (size_t first = 0; first < b.count; first += lanes) solve_group(n, g, b, first, results);
}

// One function for each size

#define ROOM(n) (2 * (n) * (n) + 6 * (n))

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// With the size known loops are unrolled and small matrices stay in registers.
#define SIZED(n)                                                                            \
  FOR_EACH_PROCESSOR static void solve_##n(struct batch b, struct perron_results results) { \
    vector room[ROOM(n)];                                                                   \
    solve_all(n, room, b, results);                                                         \
  }
SIZED(3)
SIZED(4)
SIZED(5)
SIZED(6)
SIZED(7)
SIZED(8)
SIZED(9)
SIZED(10)
SIZED(11)
SIZED(12)
SIZED(13)
SIZED(14)
SIZED(15)

FOR_EACH_PROCESSOR static void solve_any(int n, vector *room, struct batch b,
                                         struct perron_results results) {
  solve_all(n, room, b, results);
}

static void solve_large(int n, struct batch b, struct perron_results results) {
  vector *room = aligned_alloc(sizeof(vector), sizeof(vector) * ROOM((size_t)n));
  // Without room nothing is proved, and whoever called does it in another way.
  for (size_t index = 0; !room && index < b.count; index++) results.value[index] = NAN;
  if (room) solve_any(n, room, b, results);
  free(room);
}

void perron_solve(int32_t size, size_t count, const double *judgements, double least, double most,
                  struct perron_results results) {
  struct batch b = {count, judgements, least, most};
  switch (size) {
    case 3: return solve_3(b, results);
    case 4: return solve_4(b, results);
    case 5: return solve_5(b, results);
    case 6: return solve_6(b, results);
    case 7: return solve_7(b, results);
    case 8: return solve_8(b, results);
    case 9: return solve_9(b, results);
    case 10: return solve_10(b, results);
    case 11: return solve_11(b, results);
    case 12: return solve_12(b, results);
    case 13: return solve_13(b, results);
    case 14: return solve_14(b, results);
    case 15: return solve_15(b, results);
    default: return solve_large(size, b, results);
  }
}
