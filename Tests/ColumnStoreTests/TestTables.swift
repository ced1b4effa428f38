import ColumnStore
import DelimitedText
import Foundation
import Glibc
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

/// A directory of its own for a test, removed with all that is in it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array(
      "\(FileManager.default.temporaryDirectory.path)/column-store-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names in it, hidden ones too.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_CREAT | O_TRUNC | O_WRONLY, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    return file
  }

  func text(of name: String) throws -> String {
    String(decoding: try DecodedText(contentsOf: "\(path)/\(name)").bytes, as: UTF8.self)
  }
}
