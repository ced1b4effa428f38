import ColumnStore

/// Whether two texts say the same as cells of one column.
enum CellValue {
  /// Texts are the same when their bytes are; in a column of numbers also when both are plain decimals,
  /// with or without a percent sign, of the same value.
  static func areSame(_ one: String, _ other: String, in column: ColumnSpecification) -> Bool {
    if one.utf8.elementsEqual(other.utf8) { return true }
    guard column.type == .number, let one = decimal(one), let other = decimal(other) else {
      return false
    }
    return one == other
  }

  /// A plain decimal without what does not change its value; nil for other texts.
  private static func decimal(_ text: String) -> String? {
    var rest = text[...]
    let isPercent = rest.last == "%"
    if isPercent { rest = rest.dropLast() }
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, rest.contains(where: { $0 != "." }),
      parts.joined().unicodeScalars.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let isZero = whole.isEmpty && fraction.isEmpty
    return "\(isNegative && !isZero ? "-" : "")\(whole).\(fraction)\(isPercent ? "%" : "")"
  }
}
