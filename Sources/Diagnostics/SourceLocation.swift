/// A place in a text file: line and column count from 1, the column in characters.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file as the user named it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place some characters further on the same line.
  public func advanced(by characters: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + characters)
  }

  /// `file:line:column`, as editors and compilers write it.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders by file, then by line, then by column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
