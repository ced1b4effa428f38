/// Guesses what an author meant by an unknown name.
public enum Spelling {
  /// The candidate nearest to `name`, or nil when none is near enough to be worth saying.
  ///
  /// Near is a Damerau-Levenshtein distance (optimal string alignment, letter case ignored) of at
  /// most a third of the longer name and at least one; the first among equals. O(candidates * n^2).
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    var best: (candidate: String, distance: Int)?
    let letters = Array(name.lowercased())
    for candidate in candidates where candidate != name {
      let others = Array(candidate.lowercased())
      let allowed = max(1, max(letters.count, others.count) / 3)
      guard abs(letters.count - others.count) <= allowed else { continue }
      let found = distance(letters, others)
      if found <= allowed, found < best?.distance ?? .max { best = (candidate, found) }
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
