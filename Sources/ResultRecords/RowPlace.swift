/// A row as corrections name it: its line, and its file where several make a table.
struct RowPlace {
  /// The file as the user named it, or its last component.
  let file: String?
  let line: Int

  /// Reads `LINE` or `FILE:LINE`; nil for every other text.
  init?(_ text: String) {
    let colon = text.lastIndex(of: ":")
    let digits = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard digits.allSatisfy({ ("0"..."9").contains($0) }), let line = Int(digits), line > 0 else {
      return nil
    }
    file = colon.map { String(text[..<$0]) }
    self.line = line
  }

  /// Whether a file of that name may be meant.
  func mayStand(in name: String) -> Bool {
    guard let file else { return true }
    return file == name || file == FilePath.name(of: name)
  }
}
