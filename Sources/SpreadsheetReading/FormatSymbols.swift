/// What the first section of a number format shows.
///
/// Source: ISO/IEC 29500-1, 18.8.31 (numFmts).
struct FormatSymbols {
  private(set) var hasPercent = false
  private(set) var hasYear = false
  private(set) var hasMonth = false
  private(set) var hasDay = false
  /// Hours, minutes or seconds.
  private(set) var hasClock = false

  init(_ code: String) {
    var rest = Array(code.lowercased().unicodeScalars)[...]
    var countsM = 0
    while let symbol = rest.popFirst(), symbol != ";" {
      switch symbol {
      case "\"": Self.skip(&rest, past: "\"")
      case "\\", "_", "*", "!": _ = rest.popFirst()
      case "[":
        // [h] counts hours on; all else in brackets is a colour, a condition, a currency or a language.
        let inside = rest.prefix { $0 != "]" }
        if let first = inside.first, "hms".unicodeScalars.contains(first),
          inside.allSatisfy({ $0 == first })
        {
          hasClock = true
        }
        Self.skip(&rest, past: "]")
      case "%", "\u{FF05}": hasPercent = true
      case "g" where Self.skip(&rest, word: "eneral"): break
      // Of the Chinese name of General, G/通用格式, none is a symbol.
      case "g" where Self.skip(&rest, word: "/"): break
      case "a" where Self.skip(&rest, word: "m/pm") || Self.skip(&rest, word: "/p"): hasClock = true
      case "e" where rest.first == "+" || rest.first == "-": break
      case "y", "e", "b", "g": hasYear = true
      case "d": hasDay = true
      case "h", "s": hasClock = true
      case "m": countsM += 1
      default: break
      }
    }
    // Beside hours or seconds m is minutes, unless a year or day stands there too.
    hasMonth = countsM > 0 && (!hasClock || hasYear || hasDay)
  }

  private static func skip(_ rest: inout ArraySlice<UnicodeScalar>, past end: UnicodeScalar) {
    while let symbol = rest.popFirst(), symbol != end {}
  }

  private static func skip(_ rest: inout ArraySlice<UnicodeScalar>, word: String) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest.removeFirst(word.unicodeScalars.count)
    return true
  }
}
