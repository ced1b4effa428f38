// Weighted sums of many people, as the whole numbers by which they are compared, with ranks and places.
//
// Functions are compiled for several generations of processors, and the one that fits is chosen when the
// program starts. Nothing is fused or reordered: the additions are those of the plan, in its order, so the
// bits are the same on all of them.
//
// A distance is how many units of the last published decimal somebody lies below a value that nobody
// exceeds: the smaller, the better.

#ifndef CDRAWNRANKS_H
#define CDRAWNRANKS_H

#include <stddef.h>
#include <stdint.h>

// What is done to a total, one step after another.
enum drawn_step { drawn_deduct = 0, drawn_cap = 1 };

// How totals come of columns, each with one number for each person.
struct drawn_sums {
  // What is added up.
  size_t parts;
  // For each part its column, or NULL where it is itself a weighted sum.
  const double *const *columns;
  // For each part how many terms it is the sum of.
  const size_t *term_counts;
  // The columns of all terms, part after part.
  const double *const *terms;
  // What follows.
  size_t steps;
  const int32_t *kinds;
  const double *const *amounts;
  // How many units of the last decimal make one.
  double scale;
  // Whether a total, or what the steps make of it, may be below 0.
  int32_t may_be_negative;
};

// The distances of the people from `from` to before `to`: of the totals and of what the steps make of
// them, either NULL where it is not wanted. `weights` are those of the parts, then those of all terms.
// Every distance must lie between 0 and 65534, and every total times scale within 31 bits. Whole vectors
// are read and written: seven numbers behind the last, of no meaning, must be there.
void drawn_distances(const struct drawn_sums *sums, size_t from, size_t to, const double *weights,
                     int32_t best_total, int32_t best_final, uint16_t *totals, uint16_t *finals);

// Adds to `counts` how many people have each distance.
void drawn_count(size_t count, const uint16_t *distances, uint32_t *counts);

// Turns the counts of distances into ranks: 1 and the number of people with smaller ones.
void drawn_ranks(size_t size, uint32_t *counts);

// Adds the ranks of some draws, 64 at most, to the sums, and keeps the smallest and the largest.
void drawn_tally(size_t draws, size_t count, const uint16_t *const *distances,
                 const uint32_t *const *ranks, int64_t *sums, uint32_t *best, uint32_t *worst);

// The rank of each person by a table.
void drawn_look_up(size_t count, const uint16_t *distances, const uint32_t *ranks, uint32_t *own);

// Adds the ranks of one draw.
void drawn_add(size_t count, const uint32_t *ranks, int64_t *sums, uint32_t *best, uint32_t *worst);

// The distances of some people.
void drawn_gather(size_t count, const uint16_t *distances, const uint32_t *members, uint16_t *own);

// The rank of each person in its group; groups stand one after another, from `starts[g]` to before
// `starts[g + 1]`. `counts` holds `size` zeros, and does so afterwards; distances are below `size`.
void drawn_group_ranks(size_t groups, const uint32_t *starts, const uint16_t *distances, size_t size,
                       uint32_t *counts, uint32_t *ranks);

// The place of each person in its group, from 0: equals in the order in which they stand.
void drawn_group_places(size_t groups, const uint32_t *starts, const uint16_t *distances, size_t size,
                        uint32_t *counts, uint32_t *places);

// Marks with a bit who is first, and keeps the ranks, unless `kept` is NULL; both for subjects in their
// order, of whom `subjects` says who stands where.
void drawn_record(size_t count, const uint32_t *ranks, const uint32_t *subjects, uint64_t bit,
                  uint64_t *first, uint32_t *kept);

// The label of each person by its place in its group. Band b of group g ends at ends[g * bands + b], the
// last where the group does.
void drawn_bands(size_t groups, const uint32_t *starts, const uint32_t *places, size_t bands,
                 const uint32_t *ends, const uint8_t *band_labels, uint8_t *labels);

// Adds 1 for the label of each person; each has `label_count` counts.
void drawn_count_labels(size_t count, const uint8_t *labels, size_t label_count, uint32_t *counts);

// Marks with a bit who has the label that is given, and who has label 0; for subjects in their order.
void drawn_mark_labels(size_t count, const uint8_t *labels, const uint32_t *subjects,
                       const uint8_t *given, uint64_t bit, uint64_t *kept, uint64_t *top);

#endif
