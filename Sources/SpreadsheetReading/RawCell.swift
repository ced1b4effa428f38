import Glibc

/// A cell as the elements of a sheet give it.
struct RawCell {
  /// What kind of thing its value is.
  enum Kind { case number, shared, inline, formulaText, truth, error, date, unknown }

  private(set) var kind = Kind.number
  private(set) var style = 0
  var isFormula = false
  var hasValue = false
  var value: [UInt8] = []
  var inline = RichText()

  /// Begins a new cell.
  mutating func begin(_ attributes: XMLAttributes) {
    (isFormula, hasValue) = (false, false)
    value.removeAll(keepingCapacity: true)
    kind = attributes["t"].map(Self.kind) ?? .number
    style = attributes["s"].map { Int(strtol($0, nil, 10)) } ?? 0
  }

  private static func kind(_ name: UnsafePointer<CChar>) -> Kind {
    if name.equals("s") { return .shared }
    if name.equals("n") { return .number }
    if name.equals("str") { return .formulaText }
    if name.equals("inlineStr") { return .inline }
    if name.equals("b") { return .truth }
    if name.equals("e") { return .error }
    return name.equals("d") ? .date : .unknown
  }
}
