import Diagnostics

extension CompletedMatrix {
  /// What the author must see when nobody asked for gaps to be filled: which pairs they are; nil when
  /// there was none.
  ///
  /// - Parameters:
  ///   - location: where the judgements begin in their file.
  ///   - subject: what they are called in the message.
  public func finding(
    at location: SourceLocation? = nil, of subject: String = "the judgements"
  ) -> Diagnostic? {
    guard !completed.isEmpty else { return nil }
    let gaps = Completeness(labels: given.labels, compared: Set(given.judgements.keys))
    let next = given.nextComparisons.first.map { "how \($0.row) compares with \($0.column)" }
    return Diagnostic(
      .finding, code: "judgement.completed", at: location,
      "\(gaps.missingPairs) in \(subject): \(gaps.list)",
      notes: gaps.spellingNotes
        + [
          "completed from the others by the method \(method.rawValue), and not a judgement of anyone"
        ],
      suggestion: next.map { "ask \($0), or say by which method to complete" })
  }
}
