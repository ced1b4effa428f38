import ScoringPlan

/// The parts of a score as they are printed, so that every printed sum is right.
///
/// Dimensions add up to the total, and each dimension's measures to the dimension, by largest
/// remainder. A gate's change is the difference of the printed values before and after it, so that
/// total and changes lead to the final value.
public struct PrintedScore: Sendable {
  /// The total.
  public let total: String
  /// The value after the gates.
  public let final: String
  /// What each dimension adds to the total.
  public let dimensions: [String]
  /// What each measure of each dimension adds to the total; nil where it is left out.
  public let measures: [[String?]]
  /// What each measure of each dimension adds to the dimension's score; nil where it is left out.
  public let shares: [[String?]]
  /// For each gate how it changes the running value, and the value after it.
  public let gates: [(change: String, after: String)]

  /// The parts of an explanation.
  init(_ explanation: Explanation, decimals: Int) {
    let printer = Printer(decimals: decimals)
    total = printer.text(explanation.total)
    final = printer.text(explanation.final)
    let points = explanation.dimensions.map(\.points)
    let units = PrintedParts.round(points, whole: explanation.total, decimals: decimals)?.parts
    dimensions = units.map { $0.map(printer.text) } ?? points.map(printer.text)
    measures = explanation.dimensions.enumerated().map { index, dimension in
      printer.parts(
        of: dimension, times: dimension.weight,
        units: units?[index] ?? ScoreKey.key(of: dimension.points, decimals: decimals))
    }
    shares = explanation.dimensions.map { dimension in
      printer.parts(
        of: dimension, times: 1, units: ScoreKey.key(of: dimension.score, decimals: decimals))
    }
    gates = explanation.gates.map { gate in
      (printer.change(from: gate.before, to: gate.after), printer.text(gate.after))
    }
  }
}

private struct Printer {
  let decimals: Int

  func text(_ number: Double) -> String { PrintedParts.text(number, decimals: decimals) }

  func text(_ units: Int64) -> String { PrintedParts.text(units, decimals: decimals) }

  func change(from before: Double, to after: Double) -> String {
    guard let first = ScoreKey.key(of: before, decimals: decimals),
      let second = ScoreKey.key(of: after, decimals: decimals),
      case (let change, false) = second.subtractingReportingOverflow(first)
    else { return text(after - before) }
    return text(change)
  }

  /// What the measures of a dimension add, each nil where it is left out.
  func parts(
    of dimension: ExplainedDimension, times factor: Double, units: Int64?
  ) -> [String?] {
    let products = dimension.measures.map { measure in
      measure.score.flatMap { score in measure.weight.map { factor * $0 * score } }
    }
    let parts = products.compactMap(\.self)
    let rounded = units.flatMap { PrintedParts.round(parts, units: $0, decimals: decimals) }
    var texts = (rounded.map { $0.map(text) } ?? parts.map(text))[...]
    return products.map { $0 == nil ? nil : texts.popFirst() }
  }
}
