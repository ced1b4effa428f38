import Calendars
import ScorecardPolicy
import ScoringPlan

/// Words and values in the language of a report.
public struct Wording: Sendable {
  /// The language.
  public let language: Title.Language

  /// The wording of a language.
  public init(_ language: Title.Language) { self.language = language }

  /// A phrase with what it is about put in.
  public func callAsFunction(_ phrase: Phrase, _ arguments: String...) -> String {
    phrase.text(in: language, arguments)
  }

  /// A phrase as a heading.
  public func heading(_ phrase: Phrase) -> String {
    let text = self(phrase)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A title in the language, else in the other; the name where there is none.
  public func title(_ title: Title?, _ name: String) -> String {
    title?.text(in: language) ?? name
  }

  /// How many people.
  func people(_ count: Int) -> String {
    switch language {
    case .english: count == 1 ? "1 person" : "\(count) people"
    case .chinese: "\(count) 人"
    }
  }

  /// A group, those without one (an empty text), or all (nil), with how many people they are.
  func group(_ group: String?, people count: Int) -> String {
    let name = group.map { $0.isEmpty ? self(.withoutGroup) : $0 } ?? self(.everyone)
    return self(.groupOf, name, people(count))
  }

  /// The policy, its version and since when it holds.
  public func policy(_ plan: Plan) -> String {
    let since = plan.effectiveFrom.map { [self(.inForceFrom, $0)] } ?? []
    return list([self(.policyVersion, plan.policy, plan.version)] + since)
  }

  /// An amount of fen with its unit.
  func money(_ fen: Int64, _ unit: Unit?) -> String {
    let name = unit.map(self.unit) ?? ""
    return PayReport.text(fen) + (name.isEmpty ? "" : " \(name)")
  }

  /// A heading with the unit of what stands below it.
  func withUnit(_ heading: String, _ unit: Unit?) -> String {
    let name = unit.map(self.unit) ?? ""
    if name.isEmpty { return heading }
    return language == .english ? "\(heading) (\(name))" : "\(heading)（\(name)）"
  }

  /// Items one after the other.
  public func list(_ items: [String]) -> String { items.joined(separator: self(.listSeparator)) }

  /// A value as people read it, with its unit.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - type: what it is; a date or period is told from a number only by this.
  ///   - unit: the unit of a number.
  ///   - places: how many decimals a number is shown with at most.
  public func value(
    _ value: Value, _ type: ValueType? = nil, _ unit: Unit? = nil, places: Int
  ) -> String {
    switch value {
    case .number(let number):
      switch type {
      case .date: CivilDate(number: Int(number)).description
      case .period: CivilPeriod(number: Int(number)).description
      default: DecimalText.text(number, places: places) + (unit.map(suffix) ?? "")
      }
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .text(let text): text
    case .missing: self(.missing)
    case .fault(let fault): fault.kind.reason
    }
  }

  // MARK: Units

  private func suffix(_ unit: Unit) -> String {
    let name = self.unit(unit)
    return name.isEmpty || name == "%" ? name : " \(name)"
  }

  /// A unit's name; in Chinese nothing for what is only counted or a ratio.
  public func unit(_ unit: Unit) -> String {
    if language == .english { return unit.description }
    if unit.isPlain, unit.exponents.count <= 1, unit.exponents.values.allSatisfy({ $0 == 1 }) {
      return unit.exponents.keys.first.map(Self.chinese) ?? ""
    }
    let (above, below) = (chineseFactors(of: unit, sign: 1), chineseFactors(of: unit, sign: -1))
    return ([above.isEmpty ? "1" : above.joined(separator: "·")] + below).joined(separator: "/")
  }

  private func chineseFactors(of unit: Unit, sign: Int) -> [String] {
    let factors = unit.exponents.filter { $0.value.signum() == sign }
    let names = factors.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { name, power in
      Array(repeating: name == .ratio ? "比率" : Self.chinese(name), count: abs(power))
    }
    return names.filter { !$0.isEmpty }
  }

  private static func chinese(_ unit: NamedUnit) -> String {
    switch unit {
    case .yuan: "元"
    case .tenThousandYuan: "万元"
    case .hundredMillionYuan: "亿元"
    case .ratio: ""
    case .percent: "%"
    case .point: "分"
    case .year: "年"
    case .month: "个月"
    case .day: "天"
    case .hour: "小时"
    case .minute: "分钟"
    case .count: ""
    case .person: "人"
    }
  }
}
