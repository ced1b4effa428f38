import Diagnostics

/// Which pairs of some labels were compared, and what follows from those that were not.
struct Completeness {
  let labels: [String]

  private let graph: ComparisonGraph

  init(labels: [String], compared: Set<ComparedPair>) {
    self.labels = labels
    graph = ComparisonGraph(size: labels.count, compared: compared)
  }

  /// An error when the comparisons do not connect all labels, and when pairs are missing unless gaps are
  /// allowed.
  func diagnostics(
    at location: SourceLocation?, context: String = "", gaps: JudgementGaps = .refused
  ) -> [Diagnostic] {
    guard !graph.isComplete else { return [] }
    guard graph.isConnected else { return [disconnected(at: location, context: context, gaps)] }
    guard gaps == .refused else { return [] }
    return [
      Diagnostic(
        code: "judgement.not-compared", at: location, "\(missingPairs)\(context): \(list)",
        notes: spellingNotes,
        suggestion: "add a judgement for each pair, or have them completed from the others: "
          + "incomplete: \(CompletionMethod.lambdaOptimal.rawValue)")
    ]
  }

  /// How many pairs are not compared, as a sentence's beginning.
  var missingPairs: String {
    graph.missing.count == 1
      ? "1 pair is not compared" : "\(graph.missing.count) pairs are not compared"
  }

  private func disconnected(
    at location: SourceLocation?, context: String, _ gaps: JudgementGaps
  ) -> Diagnostic {
    let groups = graph.groups.map { $0.map { labels[$0] } }
    let names = groups.map { "{\($0.joined(separator: ", "))}" }
    return Diagnostic(
      code: "judgement.disconnected", at: location,
      "the comparisons are not connected\(context): nothing compares "
        + names.joined(separator: " with "),
      notes: spellingNotes,
      suggestion: "compare across the groups, beginning with \(groups[0][0]) against "
        + groups[1][0] + (gaps == .refused ? "; every pair needs a judgement" : ""))
  }

  /// The first pairs that are not compared.
  var list: String {
    let shown = graph.missing.prefix(10).map {
      "\(labels[$0.first]) against \(labels[$0.second])"
    }
    return shown.joined(separator: "; ") + (graph.missing.count > shown.count ? "; ..." : "")
  }

  /// A misspelt label is never compared with the one it was meant to be.
  var spellingNotes: [String] {
    graph.missing.compactMap { pair in
      let (one, other) = (labels[pair.first], labels[pair.second])
      // Any two short names are near each other.
      guard min(one.count, other.count) > 3, Spelling.nearest(to: one, among: [other]) != nil
      else { return nil }
      return "\"\(one)\" and \"\(other)\" look like one label spelt in two ways"
    }.prefix(3).map { $0 }
  }
}
