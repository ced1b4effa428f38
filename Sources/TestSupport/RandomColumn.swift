import Calendars
import ScorecardPolicy

/// A random column of a table: how the policy declares it, and cells for it.
struct RandomColumn {
  let name: String
  let type: ValueType
  let unit: String?
  private let minimum: Int?
  private let allowed: [String]
  /// What the policy says of blank cells: nothing, `allow`, or a number.
  private let missing: String?

  /// A column of a type.
  init(_ name: String, _ type: ValueType, _ generator: inout SeededGenerator) {
    self.name = name
    self.type = type
    let dice = { (sides: Int, generator: inout SeededGenerator) in
      Int.random(in: 0..<sides, using: &generator)
    }
    unit =
      type == .number && dice(2, &generator) == 0
      ? Self.units.randomElement(using: &generator)?.name : nil
    minimum = type == .number && dice(6, &generator) == 0 ? -4 : nil
    allowed = type == .text && dice(3, &generator) == 0 ? RandomFormula.texts : []
    switch dice(6, &generator) {
    case 0...2: missing = "allow"
    case 3 where type == .number: missing = "\(dice(9, &generator) - 4)"
    default: missing = nil
    }
  }

  private static let units: [(name: String, targets: [String])] = [
    ("CNY10k", ["CNY", "CNY100m"]), ("year", ["month", "year"]), ("ratio", ["percent"]),
    ("percent", ["ratio"]), ("hour", ["minute", "day"]), ("point", ["point"]),
  ]

  /// The units that the column can be converted to.
  var targets: [String] { Self.units.first { $0.name == unit }?.targets ?? [] }

  /// The column as the policy declares it.
  var declaration: String {
    var fields = type == .number ? [] : ["type: \(type.rawValue)"]
    fields += unit.map { ["unit: \($0)"] } ?? []
    fields += minimum.map { ["minimum: \($0)"] } ?? []
    if !allowed.isEmpty {
      fields.append("values: [\(allowed.map { "\"\($0)\"" }.joined(separator: ", "))]")
    }
    fields += missing.map { ["missing: \($0)"] } ?? []
    return "{\(fields.joined(separator: ", "))}"
  }

  /// A cell that the column allows, blank now and then where it may be.
  func cell(_ generator: inout SeededGenerator) -> String {
    if missing != nil, Int.random(in: 0..<5, using: &generator) == 0 { return "" }
    switch type {
    case .text: return RandomFormula.texts.randomElement(using: &generator) ?? ""
    case .truth:
      return ["TRUE", "false", "1", "0", "是", "否"].randomElement(using: &generator) ?? ""
    case .number: return number(&generator)
    case .date: return "\(CivilDate(number: Int.random(in: 20_000...20_900, using: &generator)))"
    case .period:
      let month = 2024 * 12 + Int.random(in: 0..<36, using: &generator)
      return "\(CivilPeriod(number: month * 16 + 1))"
    }
  }

  private func number(_ generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return "0"
    case 1: return unit == "ratio" || unit == "percent" ? "12.5%" : "-0"
    case 2...4: return "\(Int.random(in: -4...9, using: &generator))"
    case 5, 6:
      return
        "\(Int.random(in: 0...500, using: &generator)).\(Int.random(in: 0...99, using: &generator))"
    case 7: return "123456789012345678"
    default:
      let number = "\(Double.random(in: 0...120, using: &generator))"
      return number.contains("e") ? "0.3" : number
    }
  }

  /// A cell that the column does not allow; nil when it allows any.
  var faultyCell: String? {
    switch type {
    case .number: minimum == nil ? "12;5" : "-5"
    case .truth: "yes"
    case .date: "2026-02-30"
    case .period: "2026-13"
    case .text: allowed.isEmpty ? nil : "other"
    }
  }
}
