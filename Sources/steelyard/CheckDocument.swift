import Diagnostics
import ScorecardPolicy

/// The JSON of `check`.
struct CheckDocument: Encodable {
  let policy: String?
  let version: String?
  let valid: Bool
  let weightsBy: WeightsBy?
  let dimensions: [Dimension]?
  let gates: [String]?
  let rankings: [String]?
  let grades: [String]?
  let results: [String]?
  let judgements: [Judgements]?
  let diagnostics: [Entry]

  struct Dimension: Encodable {
    let name: String
    let bonus: Bool
    /// Absent where it differs by a column's texts.
    let weight: Double?
    let measures: [String: Double]
    let weightsBy: WeightsBy?
  }

  /// Weights that differ by the texts of a column: by text, then by what is weighed.
  struct WeightsBy: Encodable {
    let column: String
    let weights: [String: [String: Double]]

    init?(_ resolved: ResolvedWeights) {
      guard let column = resolved.column else { return nil }
      self.column = column
      weights = Dictionary(
        resolved.choices.map { ($0.value, CheckDocument.byLabel($0.weights)) }
      ) { first, _ in first }
    }
  }

  struct Judgements: Encodable {
    let path: String
    let analysis: WeightsDocument
  }

  struct Entry: Encodable {
    let severity: String
    let code: String
    let file: String?
    let line: Int?
    let column: Int?
    let path: String?
    let message: String
    let notes: [String]
    let suggestion: String?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      code = diagnostic.code
      file = diagnostic.location?.file
      line = diagnostic.location?.line
      column = diagnostic.location?.column
      path = diagnostic.path
      message = diagnostic.message
      notes = diagnostic.notes
      suggestion = diagnostic.suggestion
    }
  }

  /// A policy at fault.
  init(_ diagnostics: [Diagnostic]) {
    (policy, version, valid) = (nil, nil, false)
    (weightsBy, dimensions, judgements) = (nil, nil, nil)
    (gates, rankings, grades, results) = (nil, nil, nil, nil)
    self.diagnostics = diagnostics.map(Entry.init)
  }

  /// A policy without faults.
  init(_ resolved: ResolvedPolicy, _ findings: [Diagnostic]) {
    policy = resolved.policy.name
    version = resolved.policy.version
    valid = true
    weightsBy = WeightsBy(resolved.dimensionWeights)
    let weightOf = Self.byLabel(resolved.dimensionWeights)
    dimensions = zip(resolved.policy.scorecard.dimensions, resolved.measureWeights).map {
      dimension, weights in
      Dimension(
        name: dimension.name, bonus: dimension.isBonus,
        weight: dimension.isBonus ? 1 : weightOf[dimension.name],
        measures: Self.byLabel(weights), weightsBy: WeightsBy(weights))
    }
    gates = resolved.policy.gates.map(\.name)
    rankings = resolved.policy.rankings.map(\.name)
    grades = resolved.policy.grades.map(\.name)
    results = resolved.policy.resultOrder
    judgements = resolved.analyses.map {
      Judgements(path: $0.path, analysis: WeightsDocument($0.analysis))
    }
    diagnostics = findings.map(Entry.init)
  }

  private static func byLabel(_ weights: ResolvedWeights) -> [String: Double] {
    Dictionary(zip(weights.labels, weights.weights)) { first, _ in first }
  }
}
