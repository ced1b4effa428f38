import ArgumentParser

/// A year, half-year, quarter or month, written in one way whatever way it was given in.
struct Period: ExpressibleByArgument {
  /// `2026`, `2026H1`, `2026Q3` or `2026-10`.
  let text: String

  init?(argument: String) {
    if let match = argument.wholeMatch(of: /([0-9]{4})年?/) {
      text = String(match.1)
    } else if let match = argument.wholeMatch(of: /([0-9]{4})年?-?[Hh]([12])/) {
      text = "\(match.1)H\(match.2)"
    } else if let match = argument.wholeMatch(of: /([0-9]{4})年?-?[Qq]([1-4])/) {
      text = "\(match.1)Q\(match.2)"
    } else if let month = Self.month(argument) {
      text = month
    } else {
      return nil
    }
  }

  private static func month(_ argument: String) -> String? {
    let match =
      argument.wholeMatch(of: /([0-9]{4})[-\/]([0-9]{1,2})/) ?? argument.wholeMatch(
        of: /([0-9]{4})([0-9]{2})/)
      ?? argument.wholeMatch(of: /([0-9]{4})年([0-9]{1,2})月/)
    guard let match, let month = Int(match.2), (1...12).contains(month) else { return nil }
    return "\(match.1)-\(month < 10 ? "0" : "")\(month)"
  }
}
