import ColumnStore
import Testing

@testable import ScoringEngine

@Suite("Pieces in order")
struct OrderedPiecesTests {
  private struct Stop: Error, Equatable {
    let piece: Int
  }

  @Test("pieces come in order, whole and once, on any number of threads", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    for count in [0, 1, 2, 7, 500] {
      var taken: [UInt8] = []
      OrderedPieces.forEach(of: count, threads: threads) { piece, writer in
        // Pieces of very different lengths, so that later ones are ready first.
        for field in 0..<(piece % 7 == 0 ? 500 : 1) { writer.append(piece * 1000 + field) }
        writer.endRow()
      } take: { (bytes: UnsafeRawBufferPointer) in
        taken += bytes
      }
      let expected = (0..<count).map { piece in
        (0..<(piece % 7 == 0 ? 500 : 1)).map { "\(piece * 1000 + $0)" }.joined(separator: ",")
          + "\n"
      }
      #expect(String(decoding: taken, as: UTF8.self) == expected.joined())
    }
  }

  @Test("an error of the taker ends it, and no piece is taken after", arguments: [1, 2, 3, 8])
  func failure(threads: Int) {
    for last in [0, 1, 99] {
      var taken = 0
      #expect(throws: Stop(piece: last)) {
        try OrderedPieces.forEach(of: 100, threads: threads) { piece, writer in
          writer.append(piece)
          writer.endRow()
        } take: { (_: UnsafeRawBufferPointer) throws(Stop) in
          if taken == last { throw Stop(piece: last) }
          taken += 1
        }
      }
      #expect(taken == last)
    }
  }
}
