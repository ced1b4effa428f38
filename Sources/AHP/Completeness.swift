import Diagnostics

/// Which pairs of some labels were compared, and what follows from those that were not.
struct Completeness {
  let labels: [String]
  let compared: Set<Pair>

  /// An error when pairs are missing: that they are, or that the comparisons do not even connect.
  func diagnostics(at location: SourceLocation?, context: String = "") -> [Diagnostic] {
    let missing = PairwiseComparisonMatrix.pairs(labels.count).filter { !compared.contains($0) }
    guard !missing.isEmpty else { return [] }
    let groups = connectedGroups()
    let notes = spellingNotes(missing)
    if groups.count > 1 {
      return [disconnected(groups, at: location, context: context, notes: notes)]
    }
    let count = missing.count == 1 ? "1 pair is" : "\(missing.count) pairs are"
    return [
      Diagnostic(
        code: "judgement.not-compared", at: location,
        "\(count) not compared\(context): \(list(missing))",
        notes: notes + ["completing a matrix from the other judgements is not offered yet"],
        suggestion: "add a judgement for each pair")
    ]
  }

  private func disconnected(
    _ groups: [[String]], at location: SourceLocation?, context: String, notes: [String]
  ) -> Diagnostic {
    let names = groups.map { "{\($0.joined(separator: ", "))}" }
    return Diagnostic(
      code: "judgement.disconnected", at: location,
      "the comparisons are not connected\(context): nothing compares "
        + names.joined(separator: " with "),
      notes: notes,
      suggestion: "compare across the groups, beginning with \(groups[0][0]) against "
        + "\(groups[1][0]); every pair needs a judgement")
  }

  private func list(_ pairs: [Pair]) -> String {
    let shown = pairs.prefix(10).map { "\(labels[$0.first]) against \(labels[$0.second])" }
    return shown.joined(separator: "; ") + (pairs.count > shown.count ? "; ..." : "")
  }

  /// A misspelt label is never compared with the one it was meant to be.
  private func spellingNotes(_ missing: [Pair]) -> [String] {
    missing.compactMap { pair in
      let (one, other) = (labels[pair.first], labels[pair.second])
      // Any two short names are near each other.
      guard min(one.count, other.count) > 3, Spelling.nearest(to: one, among: [other]) != nil
      else { return nil }
      return "\"\(one)\" and \"\(other)\" look like one label spelt in two ways"
    }.prefix(3).map { $0 }
  }

  /// The labels that chains of comparisons connect, each group and the groups in the labels' order.
  private func connectedGroups() -> [[String]] {
    var group = Array(labels.indices)
    for pair in compared {
      let (one, other) = (group[pair.first], group[pair.second])
      for index in group.indices where group[index] == max(one, other) {
        group[index] = min(one, other)
      }
    }
    return Set(group).sorted().map { number in
      labels.indices.filter { group[$0] == number }.map { labels[$0] }
    }
  }
}
