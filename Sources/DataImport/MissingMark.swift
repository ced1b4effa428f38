/// The marks that people write where there is no value.
public enum MissingMark {
  /// Marks in small letters and plain characters, compared so. Beside these, any row of up to four
  /// dashes is one.
  public static let usual: Set<String> = [
    "/", "n/a", "n.a.", "na", "null", "(null)", "无", "無", "暂无", "不适用", "(空)", "(空白)",
  ]

  /// Further ones in columns of anything but texts, in which they may be words.
  public static let usualOutsideTexts: Set<String> = ["none", "nil", "nan", "空", "缺"]

  /// Whether a text, in plain characters and without spaces round it, is a usual mark.
  static func isUsual(_ text: String, in kind: ColumnKind) -> Bool {
    if isDashes(text) { return true }
    let small = text.lowercased()
    return usual.contains(small) || kind != .text && usualOutsideTexts.contains(small)
  }

  private static func isDashes(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return (1...4).contains(scalars.count) && scalars.allSatisfy(SignCharacters.isDash)
  }
}
