/// The rows of one key in one file.
public struct FoundRows: Sendable {
  /// How many lines are kept.
  private static let mostLines = 8

  /// How many there are.
  public private(set) var count = 0
  /// The lines of the first few.
  public private(set) var lines: [Int] = []
  /// The first, and those on lines that were asked for.
  public private(set) var rows: [FoundRow] = []

  /// Takes the next row on that line; `read` gives its cells if they are wanted.
  mutating func take(_ line: Int, isWanted: Bool, read: () -> FoundRow) {
    if count == 0 || isWanted { rows.append(read()) }
    if lines.count < Self.mostLines { lines.append(line) }
    count += 1
  }
}
