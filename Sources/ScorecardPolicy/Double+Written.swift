extension Double {
  /// The number as a policy would write it: `100`, not `100.0`.
  public var asWritten: String { Int64(exactly: self).map { "\($0)" } ?? "\(self)" }
}
