import ScorecardPolicy
import ScoringPlan

/// Small policies as text, compiled.
enum SmallPolicy {
  /// The plan of a policy.
  static func plan(_ yaml: String) throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy))
  }

  /// Two weighted dimensions and a bonus over a subject and a detail table, with parameters, a
  /// curve, a step function, a lookup and rankings.
  static let yaml = """
    policy: small
    version: "7"
    title: {en: Small, zh: 小}
    decimals: 3
    parameters:
      decay: {value: 0.05, unit: 1/year, minimum: 0, maximum: 1}
      base: 80
    tables:
      staff:
        key: id
        columns:
          branch: text
          role: text
          plan: {unit: CNY10k}
          bad: {unit: ratio}
          review: {unit: point, missing: allow}
          visits: {missing: 4}
      business:
        key: owner
        unique: [owner, kind]
        unknown_keys: ignore
        columns:
          kind: {type: text, values: [old, new]}
          years: {unit: year, minimum: 0, header: 年数}
          income: {unit: CNY10k}
        formulas:
          kept: MAX(0.8, 1 - decay * years)
          value: kept * income
    curves:
      bad_points: [[0, 100], [0.02, 80], [0.04, 0]]
    steps:
      extra: [[0, 0], [10, 2.5]]
    lookups:
      role_points: {junior: 60, senior: 90}
    formulas:
      value: SUM(business.value)
      share: 100 * value / plan
    scorecard:
      weights: {money: 0.7, work: 0.3}
      dimensions:
        money:
          measures:
            share: {score: share, floor: 0, cap: 150}
        work:
          title: Work
          weights: {bad: 0.5, review: 0.25, role: 0.25}
          measures:
            bad: {score: "CURVE(bad_points, bad)"}
            review: {score: review, missing: exclude}
            role: {score: "LOOKUP(role_points, role, base)"}
        extra:
          bonus: true
          measures:
            visits: {score: "STEP(extra, visits)"}
            lines: {score: COUNT(business.value) - COUNT(business.value), missing: 0}
    rankings:
      in_branch: {by: final, within: branch}
      overall: {by: final}
      by_plan: {by: plan}
    """
}
