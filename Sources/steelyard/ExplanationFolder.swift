import ArgumentParser
import ColumnStore
import Foundation
import Reports
import ScoringEngine
import Synchronization

/// A folder of explanations, one file for each subject that is scored, and pages of groups where the
/// format has them; each appears whole or not at all, and none takes the place of an input.
struct ExplanationFolder: Sendable {
  /// What is left of a subject when its file is written.
  private struct Written: Sendable {
    let row: String
    let member: GroupMember?
    let cutTexts: Int
  }

  private static let indexFile = "index.html"

  private let path: String
  private let inputs: Set<String>

  /// The folder at a path; it is made when it is not there.
  init(_ path: String, protecting inputs: [String]) throws {
    try FolderOfOutput.make(path)
    self.path = path
    self.inputs = Set(inputs.map(OutputFiles.realPath))
  }

  /// Writes the explanations of all subjects that are scored, in their order, then the pages of
  /// groups and the page that lists all, where the format has them. Tells how many files there are, and
  /// how many texts had to be cut.
  func write(
    _ writer: ExplanationWriter, _ scored: ScoredPopulation,
    progress: @Sendable (WorkProgress) -> Void
  ) throws -> (files: Int, cutTexts: Int) {
    let subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    var names = ReportFileNames()
    let files = try self.names(
      of: subjects, scored.population, writer.format.fileExtension, &names)
    let saver = BackgroundSaver()
    var rows: [String] = []
    var members: [GroupMember] = []
    var cutTexts = 0
    for start in stride(from: 0, to: subjects.count, by: AtomicFileBatch.usualCount) {
      progress(WorkProgress(activity: "explaining", done: start, total: subjects.count))
      let batch = start..<min(start + AtomicFileBatch.usualCount, subjects.count)
      let begun = AtomicFileBatch(in: path)
      let written = try Self.map(batch) { place in
        try write(subjects[place], writer, to: files[place], begun)
      }
      rows += written.map(\.row)
      members += written.compactMap(\.member)
      cutTexts += written.reduce(0) { $0 + $1.cutTexts }
      try saver.save(begun)
    }
    let groups = try writeGroups(writer, members, &names, saver)
    if let index = writer.index {
      let begun = AtomicFileBatch(in: path)
      try add(
        Array((index.html(rows: rows, groups: groups) + "\n").utf8), to: Self.indexFile, begun)
      try saver.save(begun)
    }
    try saver.finish()
    return (subjects.count + groups.count + (writer.index == nil ? 0 : 1), cutTexts)
  }

  private func write(
    _ subject: Int, _ writer: ExplanationWriter, to file: String, _ batch: AtomicFileBatch
  ) throws -> Written {
    guard let report = writer.report(on: subject) else { throw Outcome.programFault }
    let (bytes, cutTexts) = try writer.file(of: report)
    try add(bytes, to: file, batch)
    return Written(
      row: writer.index?.row(of: report, file: file) ?? "",
      member: writer.groupPages?.member(report, subject: subject, file: file),
      cutTexts: cutTexts)
  }

  /// What `body` makes of each number, on all processors; the first error of any.
  private static func map(
    _ range: Range<Int>, _ body: @Sendable (Int) throws -> Written
  ) throws -> [Written] {
    let made = Mutex([Int: Result<Written, any Error>]())
    DispatchQueue.concurrentPerform(iterations: range.count) { offset in
      let result = Result { try body(range.lowerBound + offset) }
      made.withLock { $0[offset] = result }
    }
    let results = made.withLock { $0 }
    return try (0..<range.count).compactMap { try results[$0]?.get() }
  }

  /// Writes the pages of groups; tells their titles, files and people.
  private func writeGroups(
    _ writer: ExplanationWriter, _ members: [GroupMember], _ names: inout ReportFileNames,
    _ saver: BackgroundSaver
  ) throws -> [(title: String, file: String, people: Int)] {
    guard let pages = writer.groupPages else { return [] }
    let byGroup = Dictionary(grouping: members, by: \.group)
    var groups: [(title: String, file: String, people: Int)] = []
    var begun = AtomicFileBatch(in: path)
    for (count, group) in pages.names(of: members).enumerated() {
      let people = byGroup[group] ?? []
      let prefix = pages.column ?? "all"
      let file = "\(names.name(forKey: group.map { "\(prefix)-\($0)" } ?? prefix)).html"
      try protect(file)
      try add(Array((pages.html(of: group, people) + "\n").utf8), to: file, begun)
      groups.append((pages.title(of: group), file, people.count))
      if count % AtomicFileBatch.usualCount == AtomicFileBatch.usualCount - 1 {
        try saver.save(begun)
        begun = AtomicFileBatch(in: path)
      }
    }
    try saver.save(begun)
    return groups
  }

  /// The names of the subjects' files, found before the first is written.
  private func names(
    of subjects: [Int], _ population: Population, _ fileExtension: String,
    _ names: inout ReportFileNames
  ) throws -> [String] {
    let keys = population.tables[0].keys
    let files = subjects.map { subject in
      "\(names.name(forKey: population.pool.text(of: keys[subject]))).\(fileExtension)"
    }
    for file in files + [Self.indexFile] { try protect(file) }
    return files
  }

  private func protect(_ name: String) throws {
    let file = DataOptions.file(name, in: path)
    guard inputs.contains(OutputFiles.realPath(file)) else { return }
    throw ValidationError("\(file) is an input of this job; name another folder by --output")
  }

  private func add(_ bytes: [UInt8], to name: String, _ batch: AtomicFileBatch) throws {
    try batch.add(bytes, as: DataOptions.file(name, in: path))
  }
}
