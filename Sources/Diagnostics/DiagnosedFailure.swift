/// Thrown when an author's input cannot be used: all its diagnostics together, never only the first.
public struct DiagnosedFailure: Error, CustomStringConvertible {
  /// Errors, and the findings met on the way.
  public let diagnostics: [Diagnostic]

  /// A failure with the given diagnostics, put in the order of the file.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.inFileOrder()
  }

  /// Every diagnostic, one after the other.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
