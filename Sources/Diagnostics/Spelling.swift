/// Guesses what an author meant by an unknown name.
public enum Spelling {
  /// Longer names are compared with none: a suggestion is not worth the time.
  private static let longestName = 100

  /// The candidate nearest to `name`, or nil when none is near enough to be worth saying.
  ///
  /// Near is a Damerau-Levenshtein distance (optimal string alignment, letter case ignored) of at
  /// most a third of the longer name, or one, and less than half of it; the first among equals.
  /// O(candidates of about that length * n^2); a name of more than 100 letters is near to nothing.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    var best: (candidate: String, distance: Int)?
    let letters = Array(name.lowercased())
    guard letters.count <= longestName else { return nil }
    for candidate in candidates where candidate != name {
      let others = Array(candidate.lowercased())
      let longer = max(letters.count, others.count)
      let allowed = max(1, longer / 3)
      guard longer - min(letters.count, others.count) <= allowed else { continue }
      let found = distance(letters, others)
      // Of a name of one or two letters nothing is left to recognise after a slip.
      if found <= allowed, found * 2 < longer, found < best?.distance ?? .max {
        best = (candidate, found)
      }
    }
    return best?.candidate
  }

  /// `did you mean "x"?`, or nil when nothing is near.
  public static func didYouMean(
    _ name: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(to: name, among: candidates).map { "did you mean \"\($0)\"?" }
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let change = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        let swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
        if swapped { row[j] = min(row[j], beforeLast[j - 2] + 1) }
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
