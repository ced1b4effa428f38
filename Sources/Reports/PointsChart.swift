import ScoringPlan

/// A waterfall of points: each part begins where the one before it ended. What adds is solid, what
/// takes off is an outline, so that it reads without colour.
struct PointsChart {
  /// A part of the score.
  struct Part {
    let title: String
    let start: Double
    let end: Double
    let printed: String
    /// Numbers that stand before the printed one.
    var others: [String] = []
  }

  private static let width = 1000.0
  private let parts: [Part]
  private let lowest: Double
  private let scale: Double
  private let axis: Double

  /// A chart of parts, with a line where `axis` is; nil when there is nothing to draw to scale.
  init?(_ parts: [Part], axis: Double = 0) {
    let ends: [Double] = parts.flatMap { [$0.start, $0.end] } + [axis]
    guard let lowest = ends.min(), let highest = ends.max(), highest > lowest,
      (highest - lowest).isFinite
    else { return nil }
    (self.parts, self.lowest, self.axis) = (parts, lowest, axis)
    scale = Self.width / (highest - lowest)
  }

  /// The rows of a table: the part, its bar, other numbers, its points.
  var rows: String {
    parts.map { part in
      Markup.row(
        [
          Markup.Cell(part.title), Markup.Cell(markup: bar(part), "bar"),
        ] + (part.others + [part.printed]).map { Markup.Cell($0, "number") })
    }.joined()
  }

  private func bar(_ part: Part) -> String {
    let left = x(min(part.start, part.end))
    let length = abs(part.end - part.start) * scale
    let isLoss = part.end < part.start
    let rect = Markup.element(
      "rect",
      [
        "x": number(left), "y": "1", "width": number(length), "height": "10",
        "fill": isLoss ? "#fff" : "#444", "stroke": "#000",
        "vector-effect": "non-scaling-stroke",
      ])
    // A part of no length is a mark.
    let shape = length == 0 ? line(at: left, width: 4) : rect
    return Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "-5 0 1010 12",
        "preserveAspectRatio": "none", "role": "img", "aria-label": "\(part.title) \(part.printed)",
      ], shape + line(at: x(axis), width: 1))
  }

  private func line(at place: Double, width: Int) -> String {
    let x = number(place)
    return Markup.element(
      "line",
      [
        "x1": x, "y1": "0", "x2": x, "y2": "12", "stroke": "#000", "stroke-width": "\(width)",
        "vector-effect": "non-scaling-stroke",
      ])
  }

  private func x(_ value: Double) -> Double { (value - lowest) * scale }

  private func number(_ number: Double) -> String { DecimalText.text(number, places: 3) }
}
