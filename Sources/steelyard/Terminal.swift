import Diagnostics
import Glibc

/// Standard output and standard error.
enum Terminal {
  /// Prints what was asked for.
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints a piece of what was asked for, as it is.
  static func write(_ piece: [UInt8]) { write(piece, to: STDOUT_FILENO) }

  /// Prints a message or summary.
  ///
  /// Messages quote files: what would steer the terminal is shown as a mark instead.
  static func note(_ text: String) { write(harmless(text) + "\n", to: STDERR_FILENO) }

  /// A text with a mark instead of everything that would steer the terminal, but for line ends.
  static func harmless(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl && scalar != "\n" ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Prints the first of many messages, and how many more there are.
  static func note(firstOf messages: [some CustomStringConvertible]) {
    let most = 20
    for message in messages.prefix(most) { note(message.description) }
    if messages.count > most { note("... and \(messages.count - most) more") }
  }

  /// Prints what went wrong.
  static func error(_ text: String) { note("error: \(text)") }

  /// Prints diagnostics, and how many there are when there are several errors.
  static func complain(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { note(diagnostic.description) }
    let errors = diagnostics.count { $0.severity == .error }
    if errors > 1 { note("\(errors) errors") }
  }

  /// Whether standard error is a terminal that someone may be watching.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Prints text without a line end to standard error.
  static func overwriteLine(_ text: String) { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      // Nobody reads any more, as when the output is piped into `head`.
      if written < 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
