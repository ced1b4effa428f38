#include "CDrawnRanks.h"

#include <string.h>

// Nothing is to be fused.
#pragma STDC FP_CONTRACT OFF
// Vectors are never arguments of a function that is called.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

// So many people that their numbers stay in the nearest cache; so many in a group that comparing each
// with each is no longer quick.
enum { block = 512, most_compared = 256, lanes = 32, most_draws = 64 };

typedef uint16_t vector __attribute__((vector_size(lanes * sizeof(uint16_t)), aligned(2)));

// What stands side by side in a vector of doubles.
enum { width = 8 };

typedef double numbers __attribute__((vector_size(width * sizeof(double))));
typedef int32_t wholes __attribute__((vector_size(width * sizeof(int32_t))));
typedef uint16_t shorts __attribute__((vector_size(width * sizeof(uint16_t))));
typedef uint32_t many __attribute__((vector_size(2 * width * sizeof(uint32_t))));

INLINE numbers load(const double *from) {
  numbers loaded;
  memcpy(&loaded, from, sizeof loaded);
  return loaded;
}

// Distances

// floor(score * scale + 0.5), as distances from the best.
INLINE void put_distances(numbers scores, double scale, int32_t best, const int may_be_negative,
                          uint16_t *distances) {
  numbers scaled = scores * scale + 0.5;
  wholes whole = __builtin_convertvector(scaled, wholes);
  if (may_be_negative) {
    // What was cut off must be rounded down too: all bits are set, which is -1, where it was rounded up.
    whole += __builtin_convertvector(__builtin_convertvector(whole, numbers) > scaled, wholes);
  }
  shorts short_of = __builtin_convertvector(best - whole, shorts);
  memcpy(distances, &short_of, sizeof short_of);
}

enum { most_parts = 32 };

// The weighted sum of some columns, in order, of people in whole vectors.
INLINE void sum_of(const size_t terms, size_t count, const double *const *columns,
                   const double *weights, double *sum) {
  // Of their own, so that what is written cannot change them.
  const double *column[most_parts];
  double weight[most_parts];
  for (size_t term = 0; term < terms; term++) {
    column[term] = columns[term];
    weight[term] = weights[term];
  }
  for (size_t i = 0; i < count; i += width) {
    numbers all = weight[0] * load(column[0] + i);
    for (size_t term = 1; term < terms; term++) all += weight[term] * load(column[term] + i);
    memcpy(sum + i, &all, sizeof all);
  }
}

// The same, written out for the usual numbers of terms.
INLINE void weighted_sum(size_t terms, size_t count, const double *const *columns,
                         const double *weights, double *sum) {
  switch (terms) {
    case 1: sum_of(1, count, columns, weights, sum); return;
    case 2: sum_of(2, count, columns, weights, sum); return;
    case 3: sum_of(3, count, columns, weights, sum); return;
    case 4: sum_of(4, count, columns, weights, sum); return;
    case 5: sum_of(5, count, columns, weights, sum); return;
    case 6: sum_of(6, count, columns, weights, sum); return;
    case 7: sum_of(7, count, columns, weights, sum); return;
    case 8: sum_of(8, count, columns, weights, sum); return;
  }
  sum_of(terms, count, columns, weights, sum);
}

INLINE void distances_of(size_t count, const double *scores, double scale, int32_t best,
                         int may_be_negative, uint16_t *distances) {
  if (may_be_negative)
    for (size_t i = 0; i < count; i += width)
      put_distances(load(scores + i), scale, best, 1, distances + i);
  else
    for (size_t i = 0; i < count; i += width)
      put_distances(load(scores + i), scale, best, 0, distances + i);
}

FOR_EACH_PROCESSOR
void drawn_distances(const struct drawn_sums *sums, size_t from, size_t to, const double *weights,
                     int32_t best_total, int32_t best_final, uint16_t *totals, uint16_t *finals) {
  double nested[most_parts][block], scores[block];
  const double *columns[most_parts];
  for (size_t start = from; start < to; start += block) {
    size_t rest = to - start < block ? to - start : block;
    // Columns and distances have room for a whole vector more.
    size_t count = (rest + width - 1) / width * width;
    const double *const *terms = sums->terms;
    const double *own = weights + sums->parts;
    for (size_t part = 0; part < sums->parts; part++) {
      size_t length = sums->term_counts[part];
      if (sums->columns[part]) {
        columns[part] = sums->columns[part] + start;
      } else {
        const double *shifted[most_parts];
        for (size_t term = 0; term < length; term++) shifted[term] = terms[term] + start;
        weighted_sum(length, count, shifted, own, nested[part]);
        columns[part] = nested[part];
      }
      terms += length;
      own += length;
    }
    weighted_sum(sums->parts, count, columns, weights, scores);
    if (totals)
      distances_of(count, scores, sums->scale, best_total, sums->may_be_negative, totals + start);
    for (size_t step = 0; step < sums->steps; step++) {
      const double *amounts = sums->amounts[step] + start;
      if (sums->kinds[step] == drawn_deduct)
        for (size_t i = 0; i < count; i++) scores[i] -= amounts[i];
      else
        for (size_t i = 0; i < count; i++)
          scores[i] = amounts[i] < scores[i] ? amounts[i] : scores[i];
    }
    if (finals)
      distances_of(count, scores, sums->scale, best_final, sums->may_be_negative, finals + start);
  }
}

FOR_EACH_PROCESSOR
void drawn_gather(size_t count, const uint16_t *distances, const uint32_t *members, uint16_t *own) {
  for (size_t i = 0; i < count; i++) own[i] = distances[members[i]];
}

// Ranks among all

void drawn_count(size_t count, const uint16_t *distances, uint32_t *counts) {
  for (size_t i = 0; i < count; i++) counts[distances[i]]++;
}

void drawn_ranks(size_t size, uint32_t *counts) {
  uint32_t rank = 1;
  for (size_t distance = 0; distance < size; distance++) {
    uint32_t own = counts[distance];
    counts[distance] = rank;
    rank += own;
  }
}

// Four distances are read at once, and each rank by itself: gathering, which compilers choose on processors
// that have it, takes longer. Processors for which Swift compiles have the lowest byte first.
__attribute__((noinline))
void drawn_look_up(size_t count, const uint16_t *distances, const uint32_t *ranks,
                   uint32_t *restrict own) {
  size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    uint64_t four;
    memcpy(&four, distances + i, sizeof four);
    own[i] = ranks[four & 0xFFFF];
    own[i + 1] = ranks[four >> 16 & 0xFFFF];
    own[i + 2] = ranks[four >> 32 & 0xFFFF];
    own[i + 3] = ranks[four >> 48];
  }
  for (; i < count; i++) own[i] = ranks[distances[i]];
}

FOR_EACH_PROCESSOR
void drawn_add(size_t count, const uint32_t *ranks, int64_t *sums, uint32_t *best, uint32_t *worst) {
  for (size_t i = 0; i < count; i++) {
    uint32_t rank = ranks[i];
    sums[i] += rank;
    best[i] = rank < best[i] ? rank : best[i];
    worst[i] = rank > worst[i] ? rank : worst[i];
  }
}

FOR_EACH_PROCESSOR
void drawn_tally(size_t draws, size_t count, const uint16_t *const *distances,
                 const uint32_t *const *ranks, int64_t *sums, uint32_t *best, uint32_t *worst) {
  // The ranks of a few people in all draws stay in the nearest cache; sums of 32 bits hold 64 draws of 67
  // million people.
  enum { people = 256 };
  uint32_t rank[most_draws][people];
  for (size_t start = 0; start < count; start += people) {
    size_t own = count - start < people ? count - start : people;
    for (size_t draw = 0; draw < draws; draw++)
      drawn_look_up(own, distances[draw] + start, ranks[draw], rank[draw]);
    size_t whole = own / (2 * width) * (2 * width);
    for (size_t i = 0; i < whole; i += 2 * width) {
      many sum = {}, low, high;
      memcpy(&low, best + start + i, sizeof low);
      memcpy(&high, worst + start + i, sizeof high);
      for (size_t draw = 0; draw < draws; draw++) {
        many next;
        memcpy(&next, rank[draw] + i, sizeof next);
        sum += next;
        low = __builtin_elementwise_min(low, next);
        high = __builtin_elementwise_max(high, next);
      }
      for (size_t lane = 0; lane < 2 * width; lane++) sums[start + i + lane] += sum[lane];
      memcpy(best + start + i, &low, sizeof low);
      memcpy(worst + start + i, &high, sizeof high);
    }
    for (size_t draw = 0; draw < draws; draw++)
      drawn_add(own - whole, rank[draw] + whole, sums + start + whole, best + start + whole,
                worst + start + whole);
  }
}


// Groups

// Counts for each of a few people those before it: with a smaller distance, and, where places are
// wanted, equals that stand before it.
INLINE void compare_all(size_t count, const uint16_t *distances, const int places, uint32_t *before) {
  vector own[most_compared / lanes], found[most_compared / lanes], number[most_compared / lanes];
  size_t vectors = (count + lanes - 1) / lanes;
  memset(own, 0, vectors * sizeof(vector));
  memset(found, 0, vectors * sizeof(vector));
  memcpy(own, distances, count * sizeof(uint16_t));
  if (places)
    for (size_t v = 0; v < vectors; v++)
      for (size_t lane = 0; lane < lanes; lane++) number[v][lane] = (uint16_t)(v * lanes + lane);
  for (size_t other = 0; other < count; other++) {
    vector distance = (vector){} + distances[other], position = (vector){} + (uint16_t)other;
    for (size_t v = 0; v < vectors; v++) {
      // All bits are set, which is -1, where the other is before.
      vector is_before = (vector)(distance < own[v]);
      if (places) is_before |= (vector)(distance == own[v]) & (vector)(position < number[v]);
      found[v] -= is_before;
    }
  }
  for (size_t i = 0; i < count; i++) before[i] = found[i / lanes][i % lanes];
}

// The same by counting, for many.
INLINE void count_all(size_t count, const uint16_t *distances, size_t size, uint32_t *counts,
                      const int places, uint32_t *before) {
  for (size_t i = 0; i < count; i++) counts[distances[i]]++;
  uint32_t sum = 0;
  for (size_t distance = 0; distance < size; distance++) {
    uint32_t own = counts[distance];
    counts[distance] = sum;
    sum += own;
  }
  for (size_t i = 0; i < count; i++) {
    before[i] = counts[distances[i]];
    if (places) counts[distances[i]]++;
  }
  memset(counts, 0, size * sizeof *counts);
}

FOR_EACH_PROCESSOR
void drawn_group_ranks(size_t groups, const uint32_t *starts, const uint16_t *distances, size_t size,
                       uint32_t *counts, uint32_t *ranks) {
  for (size_t group = 0; group < groups; group++) {
    size_t first = starts[group], count = starts[group + 1] - first;
    if (count <= most_compared)
      compare_all(count, distances + first, 0, ranks + first);
    else
      count_all(count, distances + first, size, counts, 0, ranks + first);
  }
  size_t all = starts[groups];
  for (size_t i = 0; i < all; i++) ranks[i]++;
}

FOR_EACH_PROCESSOR
void drawn_group_places(size_t groups, const uint32_t *starts, const uint16_t *distances, size_t size,
                        uint32_t *counts, uint32_t *places) {
  for (size_t group = 0; group < groups; group++) {
    size_t first = starts[group], count = starts[group + 1] - first;
    if (count <= most_compared)
      compare_all(count, distances + first, 1, places + first);
    else
      count_all(count, distances + first, size, counts, 1, places + first);
  }
}

// What is kept of one draw

void drawn_record(size_t count, const uint32_t *ranks, const uint32_t *subjects, uint64_t bit,
                  uint64_t *first, uint32_t *kept) {
  for (size_t i = 0; i < count; i++)
    if (ranks[i] == 1) first[subjects[i]] |= bit;
  if (kept)
    for (size_t i = 0; i < count; i++) kept[subjects[i]] = ranks[i];
}

void drawn_bands(size_t groups, const uint32_t *starts, const uint32_t *places, size_t bands,
                 const uint32_t *ends, const uint8_t *band_labels, uint8_t *labels) {
  for (size_t group = 0; group < groups; group++) {
    const uint32_t *end = ends + group * bands;
    for (size_t i = starts[group]; i < starts[group + 1]; i++) {
      size_t band = 0;
      while (band + 1 < bands && places[i] >= end[band]) band++;
      labels[i] = band_labels[band];
    }
  }
}

void drawn_count_labels(size_t count, const uint8_t *labels, size_t label_count, uint32_t *counts) {
  for (size_t i = 0; i < count; i++) counts[i * label_count + labels[i]]++;
}

void drawn_mark_labels(size_t count, const uint8_t *labels, const uint32_t *subjects,
                       const uint8_t *given, uint64_t bit, uint64_t *kept, uint64_t *top) {
  for (size_t i = 0; i < count; i++) {
    uint32_t subject = subjects[i];
    if (labels[i] == given[subject]) kept[subject] |= bit;
    if (labels[i] == 0) top[subject] |= bit;
  }
}
