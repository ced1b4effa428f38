/// Judgements that other programs have turned into decimals, as fractions again.
enum PlainNumber {
  /// `1/3` for `0.3333333333333333`, and any other number as it stands.
  ///
  /// Below 1 what is within 1e-12 of the reciprocal of a whole number up to 99 is taken for that: so it
  /// is a double that was written, and not what a person typed.
  static func judgement(_ text: String) -> String {
    guard let number = Double(text), number > 0, number < 1 else { return trimmed(text) }
    let reciprocal = 1 / number
    let whole = reciprocal.rounded()
    guard whole <= 99, abs(reciprocal - whole) <= 1e-12 * whole else { return trimmed(text) }
    return "1/\(Int(whole))"
  }

  /// The judgement of two cells across a diagonal that were printed with some decimals: the one of at
  /// least 1 counts, and the other is its reciprocal.
  static func judgement(_ upper: String, _ lower: String) -> String {
    guard let one = Double(upper), let other = Double(lower), one < 1, other > 1 else {
      return trimmed(upper)
    }
    return "1/\(trimmed(lower))"
  }

  /// `3` for `3.000000`.
  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.lowercased().contains("e") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
