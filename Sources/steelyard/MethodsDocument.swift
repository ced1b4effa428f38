import AHP

/// The JSON of `weights --method all`.
struct MethodsDocument: Encodable {
  struct Method: Encodable {
    let analysis: WeightsDocument
    let euclideanDistance: Double
    let violations: Double
  }

  struct Difference: Encodable {
    let methods: [String]
    let largestDifference: Double
    let label: String
    let orderChanges: [[String]]
  }

  let labels: [String]
  let methods: [Method]
  let differences: [Difference]

  init(_ comparison: PriorityComparison) {
    labels = comparison.analyses.first?.labels ?? []
    methods = zip(comparison.analyses, comparison.fits).map { analysis, fit in
      Method(
        analysis: WeightsDocument(analysis), euclideanDistance: fit.euclideanDistance,
        violations: fit.violations)
    }
    differences = comparison.differences.map { difference in
      Difference(
        methods: [difference.method.rawValue, difference.other.rawValue],
        largestDifference: difference.largest, label: difference.label,
        orderChanges: difference.orderChanges.map { [$0.first, $0.second] })
    }
  }
}
