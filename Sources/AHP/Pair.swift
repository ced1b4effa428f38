/// Two different rows of a matrix, the upper one first; both count from 0.
struct Pair: Hashable {
  let first: Int
  let second: Int

  /// The pair of two different rows, in either order.
  init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }
}
