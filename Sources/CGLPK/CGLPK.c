#include "CGLPK.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

static void come_back(void *place) {
  // The environment is in no known state: all that the library holds for this thread is freed.
  glp_free_env();
  longjmp(*(jmp_buf *)place, 1);
}

// Errors are printed even where all output is off.
static int print_nothing(void *information, const char *text) {
  (void)information;
  (void)text;
  return 1;
}

static int bounds_kind(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void load(glp_prob *problem, const glpk_program *program) {
  // The library wants a row; one that is added stays free.
  glp_add_rows(problem, program->row_count > 0 ? program->row_count : 1);
  glp_add_cols(problem, program->column_count);
  for (int row = 0; row < program->row_count; row++) {
    double lower = program->row_lower[row], upper = program->row_upper[row];
    glp_set_row_bnds(problem, row + 1, bounds_kind(lower, upper), lower, upper);
  }
  for (int column = 0; column < program->column_count; column++) {
    double lower = program->lower[column], upper = program->upper[column];
    if (program->is_integer[column]) glp_set_col_kind(problem, column + 1, GLP_IV);
    glp_set_col_bnds(problem, column + 1, bounds_kind(lower, upper), lower, upper);
    glp_set_obj_coef(problem, column + 1, program->costs[column]);
  }
  // The library counts elements of arrays from 1.
  glp_load_matrix(problem, program->term_count, program->rows - 1, program->columns - 1,
                  program->coefficients - 1);
}

struct limit {
  int32_t nodes;
  double bound;
};

static void stop_at_limit(glp_tree *tree, void *information) {
  struct limit *limit = information;
  int nodes = 0;
  glp_ios_tree_size(tree, NULL, NULL, &nodes);
  if (nodes > limit->nodes) glp_ios_terminate(tree);
  // The last that is told before the search is stopped is the bound of what is left.
  int best = glp_ios_best_node(tree);
  if (best) limit->bound = glp_ios_node_bound(tree, best);
}

static int32_t of_relaxation(glp_prob *problem, int code) {
  if (code == GLP_ENOPFS) return glpk_infeasible;
  if (code == GLP_ENODFS) return glpk_unbounded;
  if (code != 0) return glpk_failed;
  switch (glp_get_status(problem)) {
    case GLP_OPT: return glpk_optimal;
    case GLP_NOFEAS:
    case GLP_INFEAS: return glpk_infeasible;
    case GLP_UNBND: return glpk_unbounded;
    default: return glpk_failed;
  }
}

static int32_t relax(glp_prob *problem) {
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  // Far below what is asked for by default, 1e-7, if it can be had: these programs are small. (The
  // library's own exact method would first round the numbers given, to nine digits.)
  int32_t status = glpk_failed;
  for (double tolerance = 1e-11; status == glpk_failed && tolerance < 1e-6; tolerance *= 100) {
    options.tol_bnd = options.tol_dj = tolerance;
    status = of_relaxation(problem, glp_simplex(problem, &options));
  }
  return status;
}

static int32_t search(glp_prob *problem, const glpk_program *program, double *bound) {
  int32_t status = relax(problem);
  if (status != glpk_optimal) return status;
  struct limit limit = {program->node_limit, glp_get_obj_val(problem)};
  glp_iocp options;
  glp_init_iocp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.br_tech = GLP_BR_DTH;
  options.bt_tech = GLP_BT_BLB;
  options.tol_int = 1e-7;
  options.tol_obj = 1e-9;
  options.cb_func = stop_at_limit;
  options.cb_info = &limit;
  int code = glp_intopt(problem, &options);
  *bound = limit.bound;
  int found = glp_mip_status(problem);
  if (code == GLP_ESTOP)
    return found == GLP_FEAS || found == GLP_OPT ? glpk_stopped : glpk_stopped_without_solution;
  if (code != 0) return glpk_failed;
  if (found == GLP_OPT) {
    *bound = glp_mip_obj_val(problem);
    return glpk_optimal;
  }
  return found == GLP_NOFEAS ? glpk_infeasible : glpk_failed;
}

static int32_t solve(const glpk_program *program, double *values, double *cost, double *bound) {
  glp_term_hook(print_nothing, NULL);
  glp_prob *problem = glp_create_prob();
  load(problem, program);
  int is_mixed = glp_get_num_int(problem) > 0;
  int32_t status = is_mixed ? search(problem, program, bound) : relax(problem);
  if (status == glpk_optimal || status == glpk_stopped) {
    *cost = is_mixed ? glp_mip_obj_val(problem) : glp_get_obj_val(problem);
    if (!is_mixed) *bound = *cost;
    for (int column = 0; column < program->column_count; column++)
      values[column] = is_mixed ? glp_mip_col_val(problem, column + 1)
                                : glp_get_col_prim(problem, column + 1);
  }
  glp_delete_prob(problem);
  return status;
}

int32_t glpk_solve(const glpk_program *program, double *values, double *cost, double *bound) {
  jmp_buf place;
  if (setjmp(place)) return glpk_failed;
  glp_error_hook(come_back, &place);
  int32_t status = solve(program, values, cost, bound);
  glp_error_hook(NULL, NULL);
  return status;
}
