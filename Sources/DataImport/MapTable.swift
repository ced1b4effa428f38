import Diagnostics

/// One table to be written: which rows and columns, of which source.
public struct MapTable: Sendable {
  /// Its name; the file is called after it.
  public var name: String
  /// Where the map declares it.
  public var location: SourceLocation?
  /// The source of its rows.
  public var source: String
  /// The column that no two rows may share.
  public var key: String?
  /// The column of which each value gives one row, whatever the number of rows in the source.
  public var oneRowFor: String?
  /// What is written of the source, in order.
  public var columns: [String]
  /// Columns turned into rows.
  public var unpivot: Unpivot?
  /// Rows turned into columns.
  public var pivot: Pivot?
  /// Columns of other sources that are added.
  public var joins: [MapJoin]

  /// A table of columns of a source.
  public init(name: String, source: String, columns: [String]) {
    (self.name, self.source, self.columns) = (name, source, columns)
    joins = []
  }

  /// The header that is written.
  var header: [String] {
    var names = columns
    if let unpivot { names += [unpivot.name, unpivot.value] }
    if let pivot { names += pivot.columns.map(\.column) }
    return names + joins.flatMap(\.columns)
  }
}

/// Columns turned into rows: one row for each of them.
public struct Unpivot: Sendable {
  /// A column of the source and what is written for it as name.
  public struct Part: Hashable, Sendable {
    /// The column of the source.
    public var column: String
    /// What the column of names has in its rows.
    public var label: String

    /// A column and its label.
    public init(column: String, label: String) { (self.column, self.label) = (column, label) }
  }

  /// The columns, in order.
  public var columns: [Part]
  /// The name of the column that tells which column a row comes from.
  public var name: String
  /// The name of the column with the values.
  public var value: String

  /// Columns turned into rows.
  public init(columns: [Part], name: String, value: String) {
    (self.columns, self.name, self.value) = (columns, name, value)
  }
}

/// Rows turned into columns: one row for each key.
public struct Pivot: Sendable {
  /// A value of the column of names and the column that it becomes.
  public struct Part: Hashable, Sendable {
    /// The value in the source's rows.
    public var label: String
    /// The column written.
    public var column: String

    /// A label and its column.
    public init(label: String, column: String) { (self.label, self.column) = (label, column) }
  }

  /// The source's column of names.
  public var name: String
  /// The source's column of values.
  public var value: String
  /// The columns made, in order.
  public var columns: [Part]

  /// Rows turned into columns.
  public init(name: String, value: String, columns: [Part]) {
    (self.name, self.value, self.columns) = (name, value, columns)
  }
}

/// Columns of another source or of a table with `pivot`, put beside the rows of a table.
public struct MapJoin: Sendable {
  /// What becomes of a row without a partner.
  public enum Unmatched: String, CaseIterable, Sendable {
    /// It is rejected.
    case reject
    /// Its cells are left blank.
    case missing
  }

  /// The source, or the table with `pivot`.
  public var source: String
  /// Where the map declares it.
  public var location: SourceLocation?
  /// The column that both have.
  public var on: String
  /// The columns that are added.
  public var columns: [String]
  /// What becomes of a row without a partner.
  public var unmatched: Unmatched

  /// A join that rejects rows without a partner unless told otherwise.
  public init(source: String, on: String, columns: [String], unmatched: Unmatched = .reject) {
    (self.source, self.on, self.columns) = (source, on, columns)
    self.unmatched = unmatched
  }
}
