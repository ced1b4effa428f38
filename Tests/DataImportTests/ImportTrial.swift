import DataImport
import Foundation
import TestSupport

/// A map carried out on files that are written for it.
struct ImportTrial {
  /// What was written, by name; empty when nothing was.
  let written: [String: String]
  /// What became of the rows.
  let summary: ImportSummary?
  /// Why nothing was written.
  let failure: ImportFailure?

  /// Carries out a map with the sources and tables of a text on files by name.
  init(_ map: String, _ files: [(name: String, text: String)], threads: Int = 2) throws {
    try self.init(map, bytes: files.map { ($0.name, Array($0.text.utf8)) }, threads: threads)
  }

  /// The same with files as bytes.
  init(_ map: String, bytes files: [(name: String, bytes: [UInt8])], threads: Int = 2) throws {
    let folder = try TemporaryDirectory()
    for file in files { try folder.write(file.bytes, to: file.name) }
    let job = ImportJob(
      try MapReader.read("import: trial\n" + map, file: "map.yaml"),
      files: files.map { folder.file($0.name).path }, threads: threads)
    let output = folder.file("out")
    do {
      summary = try job.run(into: output.path)
      failure = nil
    } catch let caught as ImportFailure {
      (summary, failure) = (nil, caught)
    } catch let fault as ImportFault {
      (summary, failure) = (nil, ImportFailure(faults: [fault]))
    }
    var written: [String: String] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: output.path)) ?? [] {
      let text = String(
        decoding: try Data(contentsOf: output.appendingPathComponent(name)), as: UTF8.self)
      written[name] = text.replacingOccurrences(of: folder.path + "/", with: "")
    }
    self.written = written
  }

  /// The lines of a file below its header.
  func rows(_ name: String) -> [String] {
    (written[name] ?? "").split(separator: "\n").dropFirst().map(String.init)
  }

  /// The log without what was done to whole files.
  var repairs: [String] { rows("repairs.csv").filter { !$0.contains(".csv,,") } }

  /// Faults and questions as people read them.
  var message: String { failure?.description ?? "" }
}
