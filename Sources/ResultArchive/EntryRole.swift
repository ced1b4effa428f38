/// What a file is to the entry that it belongs to.
public enum EntryRole: Hashable, Sendable {
  /// The result.
  case result
  /// The manifest of the result.
  case manifest
  /// The rows that were not scored.
  case rejects
  /// The corrections that were laid over the data.
  case corrections
  /// A file of the policy; the policy's own file comes first.
  case policy
  /// A file of the table of that name.
  case input(table: String)
  /// The list of the statements, as `sha256sum` writes it.
  case statements
  /// How the result differs from that of the entry that it corrects, cell by cell.
  case differences
}

extension EntryRole: CustomStringConvertible {
  private static let inputPrefix = "input:"

  /// As it stands in an entry's record.
  public var description: String {
    switch self {
    case .result: "result"
    case .manifest: "manifest"
    case .rejects: "rejects"
    case .corrections: "corrections"
    case .policy: "policy"
    case .input(let table): Self.inputPrefix + table
    case .statements: "statements"
    case .differences: "differences"
    }
  }

  /// Reads what an entry's record says; nil when it says something else.
  init?(_ text: some StringProtocol) {
    if text.hasPrefix(Self.inputPrefix), text != Self.inputPrefix {
      self = .input(table: String(text.dropFirst(Self.inputPrefix.count)))
      return
    }
    let others: [EntryRole] = [
      .result, .manifest, .rejects, .corrections, .policy, .statements, .differences,
    ]
    guard let role = others.first(where: { $0.description == text }) else { return nil }
    self = role
  }

  /// Whether the file stands among those that lie to each other as they did when the result was made.
  var isOfTheJob: Bool { self != .statements && self != .differences }
}
