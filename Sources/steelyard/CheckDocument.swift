import Diagnostics
import ScorecardPolicy

/// The JSON of `check`.
struct CheckDocument: Encodable {
  let policy: String?
  let version: String?
  let valid: Bool
  let dimensions: [Dimension]?
  let judgements: [Judgements]?
  let diagnostics: [Entry]

  struct Dimension: Encodable {
    let name: String
    let bonus: Bool
    let weight: Double
    let measures: [String: Double]
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
    (policy, version, valid, dimensions, judgements) = (nil, nil, false, nil, nil)
    self.diagnostics = diagnostics.map(Entry.init)
  }

  /// A policy without faults.
  init(_ resolved: ResolvedPolicy, _ findings: [Diagnostic]) {
    policy = resolved.policy.name
    version = resolved.policy.version
    valid = true
    dimensions = zip(resolved.policy.scorecard.dimensions, resolved.measureWeights).map {
      dimension, weights in
      let position = resolved.dimensionWeights.labels.firstIndex(of: dimension.name)
      return Dimension(
        name: dimension.name, bonus: dimension.isBonus,
        weight: position.map { resolved.dimensionWeights.weights[$0] } ?? 1,
        measures: Dictionary(zip(weights.labels, weights.weights)) { first, _ in first })
    }
    judgements = resolved.analyses.map {
      Judgements(path: $0.path, analysis: WeightsDocument($0.analysis))
    }
    diagnostics = findings.map(Entry.init)
  }
}
