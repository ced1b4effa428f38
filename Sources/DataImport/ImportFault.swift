import Diagnostics

/// Something that is wrong with a file, or with a file and the map together: nothing can be imported.
public struct ImportFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and where, as a sentence without a full stop.
  public var message: String
  /// Further facts, a line each.
  public var notes: [String]
  /// What to do.
  public var suggestion: String?

  /// A fault.
  public init(_ message: String, notes: [String] = [], suggestion: String? = nil) {
    (self.message, self.notes, self.suggestion) = (message, notes, suggestion)
  }

  /// The message and below it the notes and what to do.
  public var description: String {
    let lines = [message] + notes.map { "  note: \($0)" }
    return (lines + (suggestion.map { ["  try: \($0)"] } ?? [])).joined(separator: "\n")
  }
}
