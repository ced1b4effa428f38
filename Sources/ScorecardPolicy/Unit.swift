/// What a number counts: a product of powers of named units, such as `CNY10k` or `point/year`.
///
/// The unit with no factors is that of a plain number.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// Exponents by name, none of them zero.
  public let exponents: [NamedUnit: Int]

  /// A unit from its factors; zero exponents are left out.
  public init(_ exponents: [NamedUnit: Int] = [:]) {
    self.exponents = exponents.filter { $0.value != 0 }
  }

  /// The unit of one named unit to the first power.
  public init(_ name: NamedUnit) { self.init([name: 1]) }

  /// A number without a unit.
  public static let none = Unit()

  /// Reads `CNY10k`, `point/year`, `count*month/year`, and Chinese names such as `万元`.
  ///
  /// - Returns: nil when a factor is no known unit.
  public init?(_ text: String) {
    var exponents: [NamedUnit: Int] = [:]
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for factor in part.split(separator: "*", omittingEmptySubsequences: false) {
        let name = factor.filter { !$0.isWhitespace }
        if index == 0, name == "1" { continue }
        guard let unit = NamedUnit(spelled: name) else { return nil }
        exponents[unit, default: 0] += index == 0 ? 1 : -1
      }
    }
    self.init(exponents)
  }

  /// The product of two units.
  public static func * (left: Unit, right: Unit) -> Unit {
    Unit(left.exponents.merging(right.exponents, uniquingKeysWith: +))
  }

  /// The quotient of two units.
  public static func / (left: Unit, right: Unit) -> Unit {
    left * Unit(right.exponents.mapValues { -$0 })
  }

  /// Whether the unit only says that a number is plain: points, ratios, percents and counts.
  public var isPlain: Bool { exponents.keys.allSatisfy(\.isPlain) }

  /// Whether money is among its factors.
  var isMoney: Bool { exponents.keys.contains { $0.kind == .money } }

  /// The unit without points, ratios, percents and counts: what must agree when values are added.
  var withoutPlainFactors: Unit { Unit(exponents.filter { !$0.key.isPlain }) }

  /// Whether values of the two units may be added and compared: both are plain, or they are equal
  /// but for plain factors.
  func agrees(with other: Unit) -> Bool {
    withoutPlainFactors == other.withoutPlainFactors
  }

  /// The unit as people name it: a share of an amount is an amount, and so is an amount for each of
  /// a number of things.
  var simplified: Unit {
    var rest = exponents
    rest[.ratio] = nil
    if rest.isEmpty { return exponents.isEmpty ? self : Unit(.ratio) }
    let isAmount = rest.contains { $0.key != .count && $0.value > 0 }
    if isAmount, rest[.count] ?? 0 > 0 { rest[.count] = nil }
    return Unit(rest)
  }

  /// How far the powers of a unit may grow.
  static let highestPower = 16

  /// Whether no factor's power is beyond `highestPower`.
  var isWithinPowers: Bool { exponents.values.allSatisfy { abs($0) <= Self.highestPower } }

  /// The unit multiplied by itself so many times; both powers must be within `highestPower`.
  func power(_ exponent: Int) -> Unit { Unit(exponents.mapValues { $0 * exponent }) }

  /// The unit whose square this is, but for plain factors; nil when there is none or it is plain.
  var squareRoot: Unit? {
    for unit in [self, withoutPlainFactors]
    where unit != .none && unit.exponents.values.allSatisfy({ $0.isMultiple(of: 2) }) {
      return Unit(unit.exponents.mapValues { $0 / 2 })
    }
    return nil
  }

  /// How many times `target`'s magnitude this unit's is, as a fraction of two exact numbers; nil
  /// when the two measure different kinds of things, or when the numbers would not be exact.
  public func conversion(to target: Unit) -> (numerator: Double, denominator: Double)? {
    guard dimensions == target.dimensions else { return nil }
    var result = (numerator: 1.0, denominator: 1.0)
    for (name, exponent) in (self / target).exponents {
      for _ in 0..<abs(exponent) {
        if exponent > 0 {
          result.numerator *= name.magnitude
        } else {
          result.denominator *= name.magnitude
        }
      }
    }
    // Beyond this whole numbers are no longer exact.
    guard max(result.numerator, result.denominator) < 0x1p53 else { return nil }
    let common = Self.greatestCommonDivisor(result.numerator, result.denominator)
    return (result.numerator / common, result.denominator / common)
  }

  /// The conversion to `target`, or but for plain factors when there is none: a share of an amount
  /// is an amount, where percents count as hundredths.
  func factor(to target: Unit) -> (numerator: Double, denominator: Double)? {
    if let factor = conversion(to: target) { return factor }
    guard !target.isPlain else { return nil }
    var plain = (self / withoutPlainFactors).exponents
    plain[.ratio, default: 0] += plain.removeValue(forKey: .percent) ?? 0
    return conversion(to: target.withoutPlainFactors * Unit(plain))
  }

  /// `CNY10k`, `point/year`; a plain number is `1`.
  public var description: String {
    let above = factors { $0 > 0 }
    let below = factors { $0 < 0 }
    let numerator = above.isEmpty ? "1" : above.joined(separator: "*")
    return ([numerator] + below).joined(separator: "/")
  }

  private func factors(where holds: (Int) -> Bool) -> [String] {
    exponents.filter { holds($0.value) }.sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { Array(repeating: $0.key.rawValue, count: abs($0.value)) }
  }

  private var dimensions: [NamedUnit.Kind: Int] {
    var result: [NamedUnit.Kind: Int] = [:]
    for (name, exponent) in exponents { result[name.kind, default: 0] += exponent }
    return result.filter { $0.value != 0 }
  }

  private static func greatestCommonDivisor(_ left: Double, _ right: Double) -> Double {
    right == 0 ? left : greatestCommonDivisor(right, left.truncatingRemainder(dividingBy: right))
  }
}
