import ScoringPlan
import SegmentStreams

/// Runs a plan in parts over lines in memory, as a distributed engine would: the lines of files cut into
/// partitions anywhere, rows brought together by a hash of their keys, subjects by the filters, stages
/// over the population elsewhere.
struct PlainShuffle {
  /// The lines of results, as they stand in the file.
  private(set) var results: [String] = []
  /// The rejected rows: table, column, reason and row.
  private(set) var rejects: [[String]] = []
  /// How many times the stages over the population were run.
  private(set) var rounds = 0

  private let plan: SegmentedPlan
  private let partitions: Int
  /// The row of each subject, and who is rejected after the first segment.
  private var subjectRows: [String: String] = [:]
  private var lateKeys: Set<String> = []

  /// Scores texts of tables: header lines and rows, each ended by a line feed.
  init(_ plan: SegmentedPlan, texts: [String: [UInt8]], partitions: Int, batch: Int = 16) throws {
    (self.plan, self.partitions) = (plan, partitions)
    var headers: [String: String] = [:]
    for (name, text) in texts {
      headers[name] = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
    }
    var rows: [[String]] = []
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      rows += try self.rows(name, text, headers)
    }
    for row in rows where row[1] == "0" { subjectRows[row[0]] = row[2] }
    var subjects: [[String]] = []
    let filter = try SubjectsFilter(plan, headers: headers, batchRows: batch)
    for part in shuffled(rows) {
      // By the bytes of keys: equal strings may spell a letter differently.
      let sorted = part.sorted { one, other in
        one[0].utf8.elementsEqual(other[0].utf8)
          ? one[1] < other[1] : one[0].utf8.lexicographicallyPrecedes(other[0].utf8)
      }
      let output = try PlainFilter.output(of: PlainFilter.bytes(sorted), piece: 1000, filter.run)
      subjects += try taking(PlainFilter.lines(output), of: plan.segments[0])
    }
    try finish(subjects, batch: batch)
  }

  private func rows(
    _ name: String, _ text: [UInt8], _ headers: [String: String]
  ) throws -> [[String]] {
    let filter = try RowsFilter(plan, table: name, header: headers[name] ?? "")
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let size = max(1, (lines.count + partitions - 1) / partitions)
    return try stride(from: 0, to: lines.count, by: size).flatMap { start in
      let part = lines[start..<min(start + size, lines.count)].joined(separator: [0x0A])
      return PlainFilter.lines(try PlainFilter.output(of: Array(part), filter.run))
    }
  }

  private func shuffled(_ rows: [[String]]) -> [[[String]]] {
    var parts = [[[String]]](repeating: [], count: partitions)
    for row in rows {
      let hash = row[0].utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
      parts[Int(hash) % partitions].append(row)
    }
    return parts
  }

  /// Notes rejected rows; the lines of subjects.
  private mutating func taking(_ lines: [[String]], of segment: PlanSegment) throws -> [[String]] {
    for line in lines where line.count != segment.fieldCount {
      throw ShuffleFault(description: "\(line.count) fields, not \(segment.fieldCount): \(line)")
    }
    rejects += lines.filter { $0[0] == "R" }.map { line in
      // Who is rejected late is known by the key alone.
      let row = segment.number == 0 ? line[5] : subjectRows[line[1]] ?? "none"
      return (line[2..<5] + [row]).map { SafeText.decoded($0) ?? "damaged" }
    }
    return lines.filter { $0[0] == "S" }
  }

  /// Runs the segments after the first again and again, without those whom they reject, until they reject
  /// no more.
  private mutating func finish(_ subjects: [[String]], batch: Int) throws {
    var counting = subjects
    while true {
      rounds += 1
      let before = rejects.count
      let published = try pass(counting, batch: batch)
      if rejects.count == before {
        results = published.map { SafeText.decoded($0[2]) ?? "damaged" }
        return
      }
      counting.removeAll { line in lateKeys.contains(line[1]) }
    }
  }

  private mutating func pass(_ subjects: [[String]], batch: Int) throws -> [[String]] {
    var lines = subjects
    for segment in plan.segments.dropFirst() {
      let stages = PlainPopulationStages(
        plan, segment, carried: plan.segments[segment.number - 1].carried)
      let input = zip(lines, stages.results(lines)).map { [$0[1], $0[2]] + $1 }
      let filter = try SegmentFilter(plan, number: segment.number, batchSize: batch)
      var found: [[String]] = []
      for part in shuffled(input) {
        let output = PlainFilter.lines(
          try PlainFilter.output(of: PlainFilter.bytes(part), filter.run))
        lateKeys.formUnion(output.filter { $0[0] == "R" }.map { $0[1] })
        found += try taking(output, of: segment)
      }
      lines = found
    }
    return lines
  }
}

/// A line that no filter may write.
struct ShuffleFault: Error, CustomStringConvertible {
  let description: String
}
