import ColumnStore
import ScoringPlan

/// What a stage over the population found for a subject, as a field says it.
enum GivenResult {
  case number(Double)
  case text
  case missing
  case fault(UInt8)

  /// Reads a field: `\N` is missing, and of numbers so is nothing; `!` and a state is a fault; the text
  /// goes to `bytes`. nil for anything else.
  init?(_ field: UnsafeBufferPointer<UInt8>, isText: Bool, _ bytes: inout [UInt8]) {
    if field.count == 2, field[0] == UInt8(ascii: "\\"), field[1] == UInt8(ascii: "N") {
      self = .missing
    } else if isText {
      bytes.removeAll(keepingCapacity: true)
      guard SafeText.append(field, to: &bytes) else { return nil }
      self = .text
    } else if field.isEmpty {
      self = .missing
    } else if field[0] == UInt8(ascii: "!") {
      guard field.count == 2, let kind = FaultKind(rawValue: field[1] &- UInt8(ascii: "0")) else {
        return nil
      }
      self = .fault(kind.rawValue)
    } else {
      guard let number = PlainDecimal.number(field) ?? Self.scientific(field) else { return nil }
      self = .number(number)
    }
  }

  /// A number with an exponent, as engines write large and small ones.
  private static func scientific(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let number = Double(String(decoding: field, as: UTF8.self)), number.isFinite else {
      return nil
    }
    return number
  }
}
