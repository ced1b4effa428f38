import Foundation

/// Whether the tests that take minutes are asked for, by `STEELYARD_LONG` in the environment.
public enum LongTests {
  /// Whether they are.
  public static let areAskedFor = ProcessInfo.processInfo.environment["STEELYARD_LONG"] != nil

  /// How often something is tried: so often every day, or so often in the long tests.
  public static func rounds<Count>(_ everyday: Count, long: Count) -> Count {
    areAskedFor ? long : everyday
  }
}
