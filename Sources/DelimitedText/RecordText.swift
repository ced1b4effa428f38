extension UnsafeBufferPointer<UInt8> {
  /// The record that begins at `start`, as it stands, without its line's end. O(length).
  public func record(at start: Int, separator: UInt8) -> String {
    var reader = RecordReader(self, separator: separator, startingAt: start)
    var record = Record()
    _ = reader.next(&record)
    return String(decoding: self[record.range], as: UTF8.self)
  }
}

extension TextSource {
  /// The record that begins at `start`, as it stands, without its line's end; empty when the file
  /// cannot be read any more. O(length).
  public func record(at start: Int, separator: UInt8) -> String {
    var bytes: [UInt8] = []
    var size = 1 << 12
    while true {
      bytes = [UInt8](repeating: 0, count: size)
      let count = bytes.withUnsafeMutableBytes { (try? read(into: $0, at: start)) ?? 0 }
      let text = bytes[..<count].withUnsafeBufferPointer { bytes in
        var reader = RecordReader(bytes, separator: separator)
        var record = Record()
        _ = reader.next(&record)
        let isWhole = count < size || reader.position < count
        return isWhole ? String(decoding: bytes[record.range], as: UTF8.self) : nil
      }
      if let text { return text }
      size *= 4
    }
  }
}
