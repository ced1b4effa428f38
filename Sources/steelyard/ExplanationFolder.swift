import ArgumentParser
import ColumnStore
import Foundation
import Reports
import ScoringEngine
import Synchronization

/// A folder of explanations, one file for each subject that is scored; each appears whole or not at
/// all, and none takes the place of an input.
struct ExplanationFolder: Sendable {
  private let path: String
  private let inputs: Set<String>

  /// The folder at a path; it is made when it is not there.
  init(_ path: String, protecting inputs: [String]) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ValidationError(Self.fault(of: path))
    }
    self.path = path
    self.inputs = Set(inputs.map(OutputFiles.realPath))
  }

  /// Why a folder cannot be made.
  private static func fault(of path: String) -> String {
    let isThere = FileManager.default.fileExists(atPath: path)
    return isThere
      ? "--output takes a folder, and \(path) is a file"
      : "the folder \(path) cannot be made: a part of its path is a file, or permission is denied"
  }

  /// Writes the explanations of all subjects that are scored, in their order, then the page that
  /// lists them, where the format has one.
  func write(
    _ writer: ExplanationWriter, _ scored: ScoredPopulation, progress: (WorkProgress) -> Void
  ) throws {
    let subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let files = try names(of: subjects, scored.population, writer.format.fileExtension)
    var rows: [String] = []
    for start in stride(from: 0, to: subjects.count, by: Self.batch) {
      progress(WorkProgress(activity: "explaining", done: start, total: subjects.count))
      let batch = start..<min(start + Self.batch, subjects.count)
      rows += try Self.map(batch) { place in
        guard let report = writer.report(on: subjects[place]) else { throw Outcome.programFault }
        try write(try writer.bytes(of: report), to: files[place])
        return writer.index?.row(of: report, file: files[place]) ?? ""
      }
    }
    if let index = writer.index {
      try write(Array(index.html(rows: rows).utf8), to: Self.indexFile)
    }
  }

  /// How many files are written between two looks at the progress.
  private static let batch = 64

  /// What `body` makes of each number, on all processors; the first error of any.
  private static func map(
    _ range: Range<Int>, _ body: @Sendable (Int) throws -> String
  ) throws -> [String] {
    let made = Mutex([Int: Result<String, any Error>]())
    DispatchQueue.concurrentPerform(iterations: range.count) { offset in
      let result = Result { try body(range.lowerBound + offset) }
      made.withLock { $0[offset] = result }
    }
    let results = made.withLock { $0 }
    return try (0..<range.count).compactMap { try results[$0]?.get() }
  }

  private static let indexFile = "index.html"

  /// The names of all files, found before the first is written.
  private func names(
    of subjects: [Int], _ population: Population, _ fileExtension: String
  ) throws -> [String] {
    var names = ReportFileNames()
    let keys = population.tables[0].keys
    let files = subjects.map { subject in
      "\(names.name(forKey: population.pool.text(of: keys[subject]))).\(fileExtension)"
    }
    for file in files + [Self.indexFile] {
      let file = DataOptions.file(file, in: path)
      guard inputs.contains(OutputFiles.realPath(file)) else { continue }
      throw ValidationError("\(file) is an input of this job; name another folder by --output")
    }
    return files
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    var file = try AtomicFile(DataOptions.file(name, in: path))
    try file.write(bytes)
    try file.commit()
  }
}
