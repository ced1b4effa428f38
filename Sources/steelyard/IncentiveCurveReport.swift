import ColumnStore
import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// What `analyze incentives --id --column` says: what each number would give one person.
struct IncentiveCurveReport {
  private let curve: IncentiveCurve
  private let plan: Plan
  private let key: String
  private let row: Int

  init(_ curve: IncentiveCurve, _ scored: ScoredPopulation, key: String, row: Int) {
    (self.curve, plan, self.key, self.row) = (curve, scored.plan, key, row)
  }

  private var pays: Bool { plan.payroll != nil }

  /// For people: where grade or pay changes, and the number as it is.
  var text: String {
    var table = TextTable(
      [(curve.column.name, .right), ("final", .right)]
        + curve.grades.map { ($0, .left) } + (pays ? [("pay", .right)] : []) + [("", .left)])
    for point in shown {
      table.add(
        [
          PlainDecimal.text(point.value),
          point.final.map { PrintedParts.text($0, decimals: plan.decimals) } ?? "none",
        ] + point.grades.map { $0.isEmpty ? "-" : $0 }
          + (pays ? [point.pay.map(CompareNumbers.money) ?? "-"] : [])
          + [point.isOwn ? "as it is" : ""])
    }
    let place = curve.column.table == 0 ? "" : ", row \(row) of the person"
    return "\(key), \(curve.column.name)\(place): all else as it is\n\n\(table.text())"
  }

  /// The ends, the number as it is, and what stands on either side of a change of grade.
  private var shown: [IncentiveCurve.Point] {
    let points = curve.points
    return points.indices.filter { place in
      let isEnd = place == 0 || place == points.count - 1
      let neighbours = [place - 1, place + 1].filter(points.indices.contains)
      return isEnd || points[place].isOwn
        || neighbours.contains {
          points[$0].grades != points[place].grades
            || (points[$0].final == nil) != (points[place].final == nil)
        }
    }.map { points[$0] }
  }

  /// One row for each number.
  var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(["value", "final"] + curve.grades + (pays ? ["pay"] : []) + ["own"])
    for point in curve.points {
      writer.append(point.value)
      for number in [point.final] {
        if let number { writer.append(number) } else { writer.appendEmpty() }
      }
      for grade in point.grades { writer.append(grade) }
      if pays {
        if let pay = point.pay { writer.append(pay) } else { writer.appendEmpty() }
      }
      writer.append(point.isOwn ? "TRUE" : "FALSE")
      writer.endRow()
    }
    return writer.bytes
  }

  /// The JSON.
  var document: IncentiveCurveDocument {
    IncentiveCurveDocument(
      key: key, column: curve.column.name, row: curve.column.table == 0 ? nil : row,
      unit: curve.column.unit?.description,
      points: curve.points.map { point in
        IncentiveCurveDocument.Point(
          value: point.value, final: point.final,
          grades: Dictionary(uniqueKeysWithValues: zip(curve.grades, point.grades)),
          pay: point.pay, own: point.isOwn)
      })
  }
}
