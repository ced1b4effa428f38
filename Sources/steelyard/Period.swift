import ArgumentParser
import Calendars

/// A year, half-year, quarter or month, written in one way whatever way it was given in.
struct Period: ExpressibleByArgument {
  /// `2026`, `2026H1`, `2026Q3` or `2026-10`.
  let text: String

  init?(argument: String) {
    guard let period = CivilPeriod(argument) else { return nil }
    text = period.description
  }
}
