import Foundation
import SeededRandom

/// The inputs of a reader that are kept with the project, and damaged ones made of them.
public struct FuzzCorpus: Sendable {
  /// The name and the bytes of each input, by name.
  public let inputs: [(name: String, bytes: [UInt8])]

  /// Reads the corpus of a reader.
  public init(_ reader: FuzzedReader) throws {
    let folder = "Fuzzing/Corpus/\(reader)"
    inputs = try ProjectFiles.names(in: folder).map { name in
      (name, Array(try Data(contentsOf: ProjectFiles.url("\(folder)/\(name)"))))
    }
  }

  /// An input with one to four pieces dropped, doubled, overwritten or taken from another input.
  public func damaged(_ generator: inout SplitMix64) -> [UInt8] {
    var bytes = inputs.randomElement(using: &generator)?.bytes ?? []
    for _ in 0...Int.random(in: 0...3, using: &generator) {
      let piece = Self.piece(of: bytes, &generator)
      switch Int.random(in: 0...4, using: &generator) {
      case 0: bytes.removeSubrange(piece)
      case 1: bytes.insert(contentsOf: bytes[piece], at: piece.upperBound)
      case 2:
        let other = inputs.randomElement(using: &generator)?.bytes ?? []
        bytes.replaceSubrange(piece, with: other[Self.piece(of: other, &generator)])
      case 3 where !piece.isEmpty:
        bytes[piece.lowerBound] = UInt8.random(in: 0...255, using: &generator)
      default:
        let telling = Self.telling.randomElement(using: &generator) ?? 0
        bytes.insert(telling, at: piece.lowerBound)
      }
    }
    return bytes
  }

  /// Mostly a few bytes, now and then up to all.
  private static func piece(
    of bytes: [UInt8], _ generator: inout SplitMix64
  ) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let isLong = Int.random(in: 0..<8, using: &generator) == 0
    let most = min(bytes.count - start, isLong ? bytes.count : 6)
    return start..<start + Int.random(in: 0...most, using: &generator)
  }

  private static let telling =
    Array("[]{}(),:;.'\"#&*!|>-+/=<>%0159eE \n\r\t?".utf8) + [0, 0x1C, 0x80, 0xEF, 0xFF]
}
