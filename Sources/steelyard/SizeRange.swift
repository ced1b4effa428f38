import ArgumentParser

/// Sizes of matrices on the command line: `5` or `3...15`.
struct SizeRange: ExpressibleByArgument {
  /// Larger ones are no longer compared in pairs by anybody.
  private static let allowed = 1...100

  let sizes: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "...", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard 1...2 ~= parts.count, numbers.count == parts.count, let first = numbers.first,
      let last = numbers.last, first <= last, Self.allowed ~= first, Self.allowed ~= last
    else { return nil }
    sizes = first...last
  }
}
