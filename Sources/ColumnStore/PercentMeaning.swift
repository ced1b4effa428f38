/// What `95%` in a number column stands for.
public enum PercentMeaning: Hashable, Sendable {
  /// A percent sign is a fault.
  case none
  /// 0.95: the column counts in ones. The point of the text is moved; nothing is divided.
  case fraction
  /// 95: the column counts in hundredths.
  case percent
}
