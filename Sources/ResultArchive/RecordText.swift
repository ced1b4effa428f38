/// What texts may stand in an entry's record, where each has a line, or the rest of one, to itself.
enum RecordText {
  /// Why a text cannot stand in a record; nil when it can.
  static func fault(of text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    if (" " + text).first != " " { return "it begins with a mark that joins the character before" }
    if text.first == " " || text.last == " " { return "it begins or ends with a space" }
    let isSpecial = text.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || ["\u{2028}", "\u{2029}"].contains(scalar)
    }
    return isSpecial ? "it has a line end, a tab or another control character in it" : nil
  }

  /// Whether a path leads from a folder to a file in it, by names that can stand in a record and in a
  /// list of `sha256sum`, which writes a backslash in another way.
  static func isInnerPath(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    // A mark that joins a slash would hide it from whoever takes the path apart.
    let slashes = path.utf8.count { $0 == UInt8(ascii: "/") }
    return fault(of: path) == nil && !path.contains("\\") && names.count == slashes + 1
      && names.allSatisfy { !["", ".", ".."].contains($0) }
  }
}
