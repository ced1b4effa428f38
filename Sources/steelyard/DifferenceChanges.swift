import ColumnStore
import Foundation
import ResultRecords

/// Every cell that differs, written piece by piece, as there may be millions.
struct DifferenceChanges {
  private static let pieceSize = 1 << 20

  private let difference: ResultDifference

  init(_ difference: ResultDifference) { self.difference = difference }

  // MARK: CSV

  /// Writes `key,column,old,new,change`, with the period behind the key where rows are matched by it.
  ///
  /// A subject that only one result has is a row of the key's column, with the key on its side.
  func writeCSV(to sink: ([UInt8]) -> Void) {
    var writer = DelimitedWriter()
    let period = difference.isByPeriod ? ["period"] : []
    writer.appendHeader(["key"] + period + ["column", "old", "new", "change"])
    func writePiece(above size: Int = Self.pieceSize) {
      guard writer.bytes.count > size else { return }
      sink(writer.bytes)
      writer.removeBytes()
    }
    difference.forEachChanged { subject in
      for cell in subject.cells { append(cell, of: subject.subject, to: &writer) }
      writePiece()
    }
    for subject in difference.onlyInNew {
      append(alone(new: subject.key), of: subject, to: &writer)
      writePiece()
    }
    for subject in difference.onlyInOld {
      append(alone(old: subject.key), of: subject, to: &writer)
      writePiece()
    }
    writePiece(above: 0)
  }

  private func alone(
    old: String = "", new: String = ""
  ) -> (column: String, old: String, new: String, change: Double?) {
    (difference.new.keyName, old, new, nil)
  }

  private func append(
    _ cell: CellDifference, of subject: ResultSubject, to writer: inout DelimitedWriter
  ) {
    append((cell.column, cell.old, cell.new, cell.change), of: subject, to: &writer)
  }

  private func append(
    _ cell: (column: String, old: String, new: String, change: Double?),
    of subject: ResultSubject, to writer: inout DelimitedWriter
  ) {
    writer.append(subject.key)
    if let period = subject.period { writer.append(period) }
    for text in [cell.column, cell.old, cell.new] { writer.append(text) }
    if let change = cell.change { writer.append(change) } else { writer.appendEmpty() }
    writer.endRow()
  }

  // MARK: JSON

  private struct Change: Encodable {
    let key: String
    let period: String?
    let column: String
    let old: String
    let new: String
    let change: Double?
  }

  /// Writes a JSON object with the cells added to it under `changes`.
  func writeJSON(after document: String, to sink: ([UInt8]) -> Void) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // The object's own closing bracket and the line end before it come last.
    sink(Array("\(document.dropLast(2)),\n  \"changes\" : [".utf8))
    var (piece, separator): ([UInt8], String) = ([], "\n    ")
    try difference.forEachChanged { subject in
      for cell in subject.cells {
        piece += separator.utf8
        separator = ",\n    "
        piece += try encoder.encode(
          Change(
            key: subject.subject.key, period: subject.subject.period, column: cell.column,
            old: cell.old, new: cell.new, change: cell.change))
      }
      if piece.count > Self.pieceSize {
        sink(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    sink(piece + Array((separator == "\n    " ? "]\n}\n" : "\n  ]\n}\n").utf8))
  }
}
