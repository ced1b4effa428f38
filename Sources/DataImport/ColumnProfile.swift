/// What a column holds, from reading all of its cells once in bounded memory: what a single cell
/// does not tell.
public struct ColumnProfile: Sendable {
  /// What the column is to become.
  public let form: ColumnForm
  /// How many cells there are.
  public private(set) var cellCount = 0

  /// The profile of no cells.
  public init(_ form: ColumnForm) { self.form = form }

  /// Takes the next cell, from the first of the column to the last. `line` is its line in the file.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>, line: Int) { cellCount += 1 }

  /// Takes the cells of a profile of the same column that come after all of these.
  public mutating func merge(_ next: ColumnProfile) { cellCount += next.cellCount }

  /// What has to be decided before the column can be imported; empty where the map has decided all.
  public func questions() -> [ColumnQuestion] { [] }
}
