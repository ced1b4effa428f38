import DelimitedText
import Foundation
import ResultRecords

/// The files of a result that Spark wrote, one in the folder of each part.
struct PartFiles {
  /// The folder of the parts' folders.
  let folder: String
  let partCount: Int
  /// What stands first in each file.
  let header: String

  /// Whether a name is one of those that a folder of results may hold.
  static func isOurs(_ name: String) -> Bool {
    name == PartsManifest.fileName || name.hasPrefix("part-") && name.hasSuffix(".csv")
  }

  /// Reads each file, counts its rows, and moves it to a folder that is to be published.
  ///
  /// - Returns: the files by their names there.
  /// - Throws: `miscounted` when there is not one file for each part, or it lacks its header.
  func move(to published: PublishedFolder, progress: (Int) -> Void) throws -> [OutputRecord] {
    var records: [OutputRecord] = []
    for part in 0..<partCount {
      let file = try file(ofPart: part)
      let number = String(part)
      let name = "part-\(String(repeating: "0", count: max(0, 5 - number.count)))\(number).csv"
      let (digest, rows) = try content(of: file)
      try published.take(file, as: name)
      records.append(OutputRecord(path: name, digest: digest, rows: rows))
      progress(part + 1)
    }
    return records
  }

  private func file(ofPart part: Int) throws -> String {
    let place = "\(folder)/part=\(part)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let files = names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("_") }
    guard files.count == 1, let file = files.first else {
      throw SparkFault.miscounted(
        step: "write the result",
        reason: "wrote \(files.count) files for part \(part), where one must be")
    }
    return "\(place)/\(file)"
  }

  private func content(of file: String) throws -> (digest: ContentDigest, rows: Int) {
    var hasher = ContentHasher()
    var survey = RecordCount()
    _ = try TextSource(file) { piece in
      hasher.update(piece)
      survey.take(piece)
    }
    guard survey.first == Array(header.utf8) else {
      throw SparkFault.miscounted(
        step: "write the result", reason: "wrote a file that does not begin with its header")
    }
    return (hasher.finish(), survey.count - 1)
  }
}

/// Counts the records of text that `DelimitedWriter` or SQL wrote: a line feed between quotes ends none.
private struct RecordCount {
  private(set) var first: [UInt8] = []
  private(set) var count = 0
  private var isQuoted = false

  mutating func take(_ piece: UnsafeRawBufferPointer) {
    for byte in piece {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted {
        count += 1
      } else if count == 0 {
        first.append(byte)
      }
    }
  }
}
