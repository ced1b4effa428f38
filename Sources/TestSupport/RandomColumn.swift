import Calendars
import ScorecardPolicy
import SeededRandom

/// A random column of a table: how the policy declares it, and cells for it.
struct RandomColumn {
  let name: String
  let type: ValueType
  let unit: String?
  let allowed: [String]
  private let fileUnit: String?
  private let minimum: String?
  /// What the policy says of blank cells: nothing, `allow`, or a number.
  private let missing: String?
  /// Whether numbers stay within what SQL is trusted with.
  private let isForSQL: Bool

  /// A column of a type; `orders` the rows of a table that every row must have a place in.
  init(
    _ name: String, _ type: ValueType, orders: Bool = false, forSQL: Bool = false,
    _ generator: inout SplitMix64
  ) {
    isForSQL = forSQL
    self.name = name
    self.type = type
    let dice = { (sides: Int, generator: inout SplitMix64) in
      Int.random(in: 0..<sides, using: &generator)
    }
    unit =
      type == .number && dice(2, &generator) == 0
      ? Self.fileUnits.keys.sorted().randomElement(using: &generator) : nil
    fileUnit =
      dice(3, &generator) == 0 && !forSQL
      ? unit.flatMap { Self.fileUnits[$0]?.randomElement(using: &generator) } : nil
    minimum =
      dice(5, &generator) == 0 && fileUnit == nil ? Self.minimums[type]?.allowed : nil
    allowed = type == .text && dice(3, &generator) == 0 ? RandomFormula.texts : []
    switch dice(6, &generator) {
    case _ where orders: missing = nil
    case 0...2: missing = "allow"
    case 3 where type == .number: missing = "\(dice(9, &generator) - 4)"
    default: missing = nil
    }
  }

  /// Units of columns, with the units that files may have instead.
  private static let fileUnits: [String: [String]] = [
    "CNY": ["CNY10k", "CNY100m"], "CNY10k": ["CNY", "CNY100m"], "CNY100m": ["CNY10k"],
    "ratio": ["percent"], "percent": ["ratio"], "year": [], "month": [], "day": [], "hour": [],
    "minute": [], "point": [], "count": [],
  ]

  /// The least value that cells have, and one below it.
  private static let minimums: [ValueType: (allowed: String, below: String)] = [
    .number: ("-4", "-5"), .date: ("2024-10-04", "2024-10-03"), .period: ("2024-01", "2023Q4"),
  ]

  /// The column as the policy declares it.
  var declaration: String {
    var fields = type == .number ? [] : ["type: \(type.rawValue)"]
    fields += unit.map { ["unit: \($0)"] } ?? []
    fields += fileUnit.map { ["file_unit: \($0)"] } ?? []
    fields += minimum.map { ["minimum: \($0)"] } ?? []
    if !allowed.isEmpty {
      fields.append("values: [\(allowed.map { "\"\($0)\"" }.joined(separator: ", "))]")
    }
    fields += missing.map { ["missing: \($0)"] } ?? []
    return "{\(fields.joined(separator: ", "))}"
  }

  /// A cell that the column allows, blank now and then where it may be.
  func cell(_ generator: inout SplitMix64) -> String {
    if missing != nil, Int.random(in: 0..<5, using: &generator) == 0 { return "" }
    switch type {
    case .text: return RandomFormula.texts.randomElement(using: &generator) ?? ""
    case .truth:
      return ["TRUE", "false", "1", "0", "是", "否"].randomElement(using: &generator) ?? ""
    case .number: return number(&generator)
    case .date: return "\(CivilDate(number: Int.random(in: 20_000...20_900, using: &generator)))"
    case .period: return period(&generator)
    }
  }

  private func period(_ generator: inout SplitMix64) -> String {
    let year = Int.random(in: 2024...2026, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    return [
      "\(year)-\(month)", "\(year)年\(month)月", "\(year)Q\((month + 2) / 3)", "\(year)-\(month)",
    ]
    .randomElement(using: &generator) ?? ""
  }

  private func number(_ generator: inout SplitMix64) -> String {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "0"
    case 1: return ["ratio", "percent"].contains(fileUnit ?? unit) ? "12.5%" : "-0"
    case 2...6: return "\(Int.random(in: -4...9, using: &generator))"
    case 7, 8:
      return
        "\(Int.random(in: 0...500, using: &generator)).\(Int.random(in: 0...99, using: &generator))"
    case 9: return isForSQL ? "1234567" : "123456789012345678"
    default:
      let number = "\(Double.random(in: 0...120, using: &generator))"
      return number.contains("e") ? "0.3" : number
    }
  }

  /// A cell that the column does not allow; nil when it allows any.
  var faultyCell: String? {
    if minimum != nil { return Self.minimums[type]?.below }
    return switch type {
    case .number: "12;5"
    case .truth: "yes"
    case .date: "2026-02-30"
    case .period: "2026-13"
    case .text: allowed.isEmpty ? nil : "other"
    }
  }
}
