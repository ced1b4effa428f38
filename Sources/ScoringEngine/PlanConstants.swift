import ScorecardPolicy
import ScoringPlan

/// A plan's parameter vector and texts in the form that blocks of rows use.
struct PlanConstants: Sendable {
  /// A curve.
  struct Points: Sendable {
    let kind: CurveKind
    let x: [Double]
    let y: [Double]
  }

  /// A lookup by text code; `isKey` ends after the largest code of a key.
  struct CodedLookup: Sendable {
    let isKey: [Bool]
    let values: [Double]
  }

  let parameters: ParameterVector
  let curves: [Points]
  let lookups: [CodedLookup]
  let texts: TextCodes

  init(_ plan: Plan, _ parameters: ParameterVector, _ texts: TextCodes) {
    self.parameters = parameters
    self.texts = texts
    curves = plan.curves.map { curve in
      Points(
        kind: curve.kind, x: curve.points.map { parameters[$0.x] },
        y: curve.points.map { parameters[$0.y] })
    }
    lookups = plan.lookups.map { lookup in
      let codes = lookup.keys.map { Int(texts.code(of: $0)) }
      var isKey = [Bool](repeating: false, count: (codes.max() ?? -1) + 1)
      var values = [Double](repeating: 0, count: isKey.count)
      for (code, slot) in zip(codes, lookup.values) {
        isKey[code] = true
        values[code] = parameters[slot]
      }
      return CodedLookup(isKey: isKey, values: values)
    }
  }
}
