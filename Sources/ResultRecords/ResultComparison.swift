import DelimitedText
import Glibc

/// Compares a file as it stands with what is computed anew, piece by piece, and finds the first
/// difference.
///
/// Equal pieces cost one comparison of their bytes; only a piece that differs is parsed.
struct ResultComparison {
  private let standing: [UInt8]
  private let encoding: TextEncoding
  private var position = 0
  /// What differs, once it was found.
  private(set) var difference: FirstDifference?

  /// A comparison with a file in that encoding, which is also that of all pieces.
  init(standing: [UInt8], _ encoding: TextEncoding = .utf8) {
    (self.standing, self.encoding) = (standing, encoding)
  }

  /// Compares the next piece, which must hold whole rows.
  mutating func take(_ piece: UnsafeRawBufferPointer) {
    guard difference == nil else { return }
    let there = standing[position..<min(position + piece.count, standing.count)]
    let isSame = there.withUnsafeBytes { there in
      guard there.count == piece.count, let base = there.baseAddress else { return piece.isEmpty }
      return piece.baseAddress.map { memcmp(base, $0, piece.count) == 0 } ?? true
    }
    if isSame {
      position = there.endIndex
    } else {
      let offset = zip(there, piece).prefix { $0 == $1 }.count
      difference = locate(piece, offset: offset)
    }
  }

  /// Says that nothing more is computed.
  mutating func finish() {
    guard difference == nil, position < standing.count else { return }
    difference = locate(UnsafeRawBufferPointer(start: nil, count: 0), offset: 0)
  }

  /// Finds the row and cell of the first byte that differs, `offset` bytes into the piece.
  private func locate(_ piece: UnsafeRawBufferPointer, offset: Int) -> FirstDifference {
    let lines = standing[..<position].count { $0 == UInt8(ascii: "\n") }
    return standing.withUnsafeBufferPointer { standing in
      piece.withMemoryRebound(to: UInt8.self) { piece in
        var header = RowCells(standing, encoding)
        var there = RowCells(UnsafeBufferPointer(rebasing: standing[position...]), encoding)
        var here = RowCells(piece, encoding)
        var line = lines + 1
        while let row = there.next() {
          line = lines + row.line
          let wanted = here.next()
          // All rows that end before it are the same.
          guard wanted != nil, row.end < offset else {
            return FirstDifference(row, wanted, line: line, header: header.next())
          }
          line += 1
        }
        let wanted = here.next()
        return FirstDifference(
          line: line, key: wanted?.text(0), kind: .ended, standing: nil, computed: wanted?.text)
      }
    }
  }
}
