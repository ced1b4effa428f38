import AHP
import ScorecardPolicy

/// A small policy to be revised.
enum RevisedPolicy {
  /// Its text, with weights of two or three dimensions as they are written.
  static func yaml(
    weights: String = "{judgements: [[one, two, 3]]}", dimensions: Int = 2
  ) -> String {
    """
    # A small policy.
    policy: revised
    parameters:
      rate: {value: 5%, maximum: 1}  # a share
      pay: 1500元
      large: {value: 30万元, unit: CNY10k}
      quoted: "0.5"
    tables: {staff: {key: id, columns: {a: number, b: number, role: {type: text, values: [x, y.z]}}}}
    curves: {line: [[0, 0], [1, 100]]}
    scorecard:
      # What weighs how much.
      weights: \(weights)
      dimensions:
        one: {title: {en: First, zh: 第一}, measures: {a: {score: a}}}
        two: {measures: {b: {score: b}}}
    \(dimensions == 3 ? "    three: {measures: {c: {score: a}}}\n" : "")\
    gates:
      veto: {when: 'AND(a < 1, b > 3)', cap: 50}

    """
  }
}

extension PolicyRevision {
  /// One judgement, replaced.
  static func judging(
    _ row: String, _ column: String, _ text: String, at path: String = "scorecard.weights"
  ) throws -> PolicyRevision {
    PolicyRevision(judgements: [
      TunedJudgement(weights: path, row: row, column: column, judgement: try Judgement(text))
    ])
  }
}
