import SegmentStreams

/// Runs filters over bytes in memory.
enum PlainFilter {
  /// What a filter writes, given some bytes, of which it gets so many at a time.
  static func output(
    of input: [UInt8], piece: Int = 1 << 16,
    _ run: (@escaping ByteInput, @escaping ByteOutput) throws -> Void
  ) throws -> [UInt8] {
    var place = 0
    var output: [UInt8] = []
    try run(
      { buffer in
        let count = min(buffer.count, piece, input.count - place)
        buffer.copyBytes(from: input[place..<place + count])
        place += count
        return count
      }, { output.append(contentsOf: $0) })
    return output
  }

  /// The fields of each line.
  static func lines(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// Lines of fields.
  static func bytes(_ lines: [[String]]) -> [UInt8] {
    Array(lines.map { $0.joined(separator: "\t") + "\n" }.joined().utf8)
  }
}
