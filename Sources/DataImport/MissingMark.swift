/// The marks that people write where there is no value.
public enum MissingMark {
  /// Marks in small letters and plain characters, compared so.
  public static let usual: Set<String> = [
    "-", "--", "---", "—", "——", "–", "/", "\\", "n/a", "na", "#n/a", "null", "none", "nil",
    "无", "無", "空", "缺", "暂无", "不适用", "(空)", "(空白)",
  ]

  /// The length in bytes of the longest of them when its characters are full-width.
  static let longest = 32
}
