import Foundation
import Testing

/// A CSV file without quotes, such as `score` writes for the data sets here.
struct ResultTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    try #require(lines.count > 1 && lines.last == [""], "the file must end with a line end")
    lines.removeLast()
    header = lines.removeFirst()
    rows = lines
    for row in rows { try #require(row.count == header.count) }
  }

  init(contentsOf file: URL) throws {
    try self.init(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// The cells of a column.
  func column(_ name: String) throws -> [String] {
    let index = try #require(header.firstIndex(of: name), "no column \(name)")
    return rows.map { $0[index] }
  }

  /// The numbers of a column.
  func numbers(_ name: String) throws -> [Double] {
    try column(name).map { try #require(Double($0), "\($0) in \(name)") }
  }

  /// The rows by their first cell, each cell under its column's name.
  var byKey: [String: [String: String]] {
    Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row[0], Dictionary(uniqueKeysWithValues: zip(header, row)))
      })
  }
}
