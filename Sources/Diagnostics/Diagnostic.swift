/// One fault or finding in something an author wrote (a policy, a formula, a judgement file):
/// what is wrong, where, why, and what to do.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How much a diagnostic weighs.
  public enum Severity: String, Hashable, Sendable {
    /// The input cannot be used as it stands.
    case error
    /// The input can be used, but its author must see this.
    case finding
  }

  /// Whether the input can still be used.
  public let severity: Severity
  /// A stable name for programs, such as `formula.unknown-name`.
  public let code: String
  /// Where in the file, when one place can be named.
  public let location: SourceLocation?
  /// Where in the policy, such as `scorecard.dimensions.customer.measures.deposit.score`.
  public let path: String?
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// Why, or further facts, a line each.
  public let notes: [String]
  /// What to do about it.
  public let suggestion: String?

  /// A diagnostic; `message` is one sentence without a full stop.
  public init(
    _ severity: Severity = .error, code: String, at location: SourceLocation? = nil,
    path: String? = nil, _ message: String, notes: [String] = [], suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.path = path
    self.message = message
    self.notes = notes
    self.suggestion = suggestion
  }

  /// The diagnostic as people read it: a first line like a compiler's, then indented lines.
  public var description: String {
    var lines: [String] = []
    let place = location.map { "\($0): " } ?? ""
    lines.append("\(place)\(severity.rawValue): \(message) [\(code)]")
    if let path { lines.append("  in \(path)") }
    lines += notes.map { "  note: \($0)" }
    if let suggestion { lines.append("  try: \(suggestion)") }
    return lines.joined(separator: "\n")
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of the file, so that a reader can go through it from the top.
  ///
  /// Diagnostics without a place come last; equals keep their order.
  public func inFileOrder() -> [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let one?, let other?): (one, left.offset) < (other, right.offset)
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left.offset < right.offset
      }
    }.map(\.element)
  }
}
