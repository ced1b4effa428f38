import ColumnStore
import DelimitedText
import Testing

/// Reads tables out of texts given in tests.
enum TestTables {
  static func read(
    _ texts: String..., as specification: TableSpecification, pool: inout TextPool
  ) throws -> TableReadResult {
    let sources = try texts.enumerated().map { index, text in
      TextSource(
        try DecodedText(Array(text.utf8), file: "\(specification.name)\(index + 1).csv"))
    }
    return try TableReader.read(specification, sources: sources, pool: &pool)
  }

  /// A table `t` with the key `id`.
  static func specification(
    _ columns: ColumnSpecification..., uniqueBy: [String] = []
  ) -> TableSpecification {
    TableSpecification(name: "t", keyName: "id", columns: columns, uniqueBy: uniqueBy)
  }

  /// The one column of a table whose rows are the given cells, and the faults.
  static func readColumn(
    _ column: ColumnSpecification, cells: [String]
  ) throws -> (column: Column, faults: [RowFault], pool: TextPool) {
    var pool = TextPool()
    let rows = cells.enumerated().map { "k\($0.offset)\t\($0.element)\n" }.joined()
    let result = try read(
      "id\t\(column.name)\n\(rows)", as: specification(column), pool: &pool)
    return (result.table.columns[0], result.faults, pool)
  }
}
