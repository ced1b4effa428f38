/// Two different rows of a matrix, the upper one first; both count from 0.
public struct ComparedPair: Hashable, Sendable {
  /// The upper row.
  public let first: Int
  /// The lower row.
  public let second: Int

  /// The pair of two different rows, in either order.
  public init(_ one: Int, _ other: Int) {
    precondition(one != other, "a row is not compared with itself")
    first = min(one, other)
    second = max(one, other)
  }

  /// Every pair of `size` rows, in reading order.
  public static func all(size: Int) -> [ComparedPair] {
    (0..<size).flatMap { first in
      (first + 1..<max(size, first + 1)).map { ComparedPair(first, $0) }
    }
  }
}
