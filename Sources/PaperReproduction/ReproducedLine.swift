/// One number of the paper's example: as printed, as recomputed, and whether the two agree.
public struct ReproducedLine: Sendable, Equatable {
  /// The part of the example it belongs to.
  public let section: String
  /// What the number is.
  public let quantity: String
  /// The digits in print; nil where the paper prints none.
  public let printed: String?
  /// The recomputed number.
  public let recomputed: Double
  /// Whether the recomputed number, rounded to as many decimals as the print has, is the print; nil
  /// where there is no print.
  public let agrees: Bool?
  /// Where the print is wrong, why; or what else a reader should know.
  public let note: String?

  init(
    _ section: String, _ quantity: String, printed: String? = nil, _ recomputed: Double,
    note: String? = nil
  ) {
    self.section = section
    self.quantity = quantity
    self.printed = printed
    self.recomputed = recomputed
    agrees = printed.map { Self.agrees(recomputed, $0) }
    self.note = note
  }

  /// Whether a number rounds to a printed decimal at the digits of the print.
  static func agrees(_ number: Double, _ printed: String) -> Bool {
    guard let value = Double(printed) else { return false }
    let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return (number * unit).rounded() == (value * unit).rounded()
  }
}
