/// Names for the sheets of one workbook, whatever texts they come from.
struct SheetNames {
  private static let longest = 31
  private var used: Set<String> = []

  /// A name like a text: what sheets may not be called becomes `_`, what is longer than 31 units of
  /// UTF-16 is cut, and a number is added where another sheet has that name already, case apart.
  mutating func name(like text: String) -> String {
    let base = Self.allowed(text)
    var name = base
    var number = 1
    while !used.insert(name.lowercased()).inserted {
      number += 1
      let end = "-\(number)"
      name = Self.prefix(of: base, Self.longest - end.utf16.count) + end
    }
    return name
  }

  private static func allowed(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl || "[]:*?/\\'\u{FFFE}\u{FFFF}".unicodeScalars.contains(scalar) ? "_" : scalar
    }
    let name = prefix(of: String(String.UnicodeScalarView(scalars)), longest)
    // Excel keeps a sheet of this name for itself.
    if name.isEmpty || name.lowercased() == "history" { return name + "_" }
    return name
  }

  private static func prefix(of text: String, _ count: Int) -> String {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += UTF16.width(scalar)
      return units <= count
    }
    return String(kept)
  }
}
