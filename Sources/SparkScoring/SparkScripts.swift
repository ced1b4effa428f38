import PlanSQL
import ScoringPlan
import SegmentStreams

/// The scripts of one job on Spark.
///
/// The first reads the files and brings each subject's rows together. It and each further one then look at
/// the subjects together, as often as the plan wants, and write the result unless they found subjects to
/// be rejected that had counted, after which another round follows without them.
struct SparkScripts {
  /// A table of the plan as its files are read.
  struct Source: Equatable {
    let table: String
    let header: String
    /// Where its files are.
    let paths: [String]
    /// How many rows they have.
    let rowCount: Int
  }

  let plan: SegmentedPlan
  let sources: [Source]
  let filters: FilterCommands
  let tables: SparkTables
  /// The headers of the result's files.
  let resultHeader: String
  /// How many files the result has.
  let partCount: Int
  /// Whether subjects may be rejected.
  let allowsRejects: Bool

  /// All rows of all files.
  var rowCount: Int { sources.reduce(0) { $0 + $1.rowCount } }

  /// The script of a round, counted from 1. The first reads the rows too; before each further one subjects
  /// were found that are to be rejected.
  func round(_ number: Int) -> SparkScript {
    var script = SparkScript()
    if number == 1 {
      addSubjects(to: &script)
    } else {
      let late = (1..<number).map { tables.declare("late", round: $0, as: "late_\($0)") }
      script.add("take up what was made", [tables.declare(segment(0), round: 0)] + late)
    }
    for index in plan.segments.indices.dropFirst() {
      PopulationPart(scripts: self, index: index, round: number).add(to: &script)
    }
    script.add(
      "see whom this round rejects",
      [
        tables.create("late", round: number, as: late),
        "SELECT \(SparkText.literal(SparkOutput.countsMark)), 'late', 'rejected', count(*) FROM late",
      ] + rejections(in: "late"))
    script.add("write the result", [write(number)])
    if allowsRejects { script.add("write the rejected rows", [writeRejects(number)]) }
    return script
  }

  /// The name of the table of a segment's lines.
  func segment(_ index: Int) -> String { "segment_\(index)" }

  // MARK: Rows and subjects

  private func addSubjects(to script: inout SparkScript) {
    script.add(
      "read the rows and bring together those of each subject",
      [
        tables.create(segment(0), round: 0, as: subjects),
        counts(ofSegment: 0, read: String(rowCount)),
      ] + rejections(in: segment(0)))
  }

  private var subjects: String {
    let rows = sources.map { source in
      let lines = source.paths.map {
        "SELECT value FROM text.\(SparkText.name("file://\($0)"))"
      }
      return SparkText.transform(
        ["value"], by: filters.rows(table: source.table, header: source.header),
        to: ["key", "number", "line"], from: lines.joined(separator: "\nUNION ALL\n"))
    }
    return SparkText.transform(
      ["key", "number", "line"],
      by: filters.subjects(headers: sources.map { ($0.table, $0.header) }),
      to: columns(ofSegment: 0),
      from: """
        SELECT key, number, line FROM (
        \(rows.joined(separator: "\nUNION ALL\n"))
        ) DISTRIBUTE BY key SORT BY key, CAST(number AS INT)
        """)
  }

  /// The names of the columns of a segment's lines; those after the first two mean something else in
  /// the lines of rejected rows.
  func columns(ofSegment index: Int) -> [String] {
    let segment = plan.segments[index]
    let names = segment.subjectFields
    return names + (names.count..<max(names.count, segment.fieldCount)).map { "f\($0 + 1)" }
  }

  /// Counts the lines that a segment's filters wrote, and fails unless they read as many as they should
  /// and all that they wrote is there.
  ///
  /// - Parameter read: an expression of how many lines were there to be read.
  func counts(ofSegment index: Int, read: String) -> String {
    let names = columns(ofSegment: index)
    let (lines, subjects, rejected) = (names[1], names[2], names[3])
    func sum(_ name: String) -> String {
      "COALESCE(sum(IF(kind = 'E', try_cast(\(SparkText.name(name)) AS BIGINT), 0)), 0)"
    }
    let all = """
      SELECT count_if(kind = 'S') AS subjects, count_if(kind = 'R') AS rejected,
        count_if(kind IS NULL OR kind NOT IN ('S', 'R', 'E')) AS strays,
        \(sum(lines)) AS read, \(sum(subjects)) AS told_subjects, \(sum(rejected)) AS told_rejected,
        \(untyped(index)) AS untyped, \(read) AS expected
      FROM \(segment(index))
      """
    let checks = [
      ("read = expected", "read ', read, ' lines of ', expected, '"),
      (
        "subjects = told_subjects",
        "wrote ', told_subjects, ' subjects of which ', subjects, ' are there"
      ),
      (
        "rejected = told_rejected",
        "wrote ', told_rejected, ' rejections of which ', rejected, ' are there"
      ),
      ("strays = 0", "wrote ', strays, ' lines that are none"),
      ("untyped = 0", "wrote ', untyped, ' values that are none"),
    ].map { "assert_true(\($0), concat('filters of segment \(index) \($1)'))" }
    let names0 = ["expected", "read", "subjects", "rejected", "strays", "untyped"]
    let numbers = names0.map { "'\($0)', \($0)" }.joined(separator: ", ")
    return """
      SELECT \(SparkText.literal(SparkOutput.countsMark)), '\(segment(index))', \(numbers),
        \(checks.joined(separator: ",\n  "))
      FROM (\(all))
      """
  }

  /// How many carried values of subjects are not of their type: a cast makes nothing of them.
  private func untyped(_ index: Int) -> String {
    let segment = plan.segments[index]
    let conditions = zip(segment.carried, segment.carriedNames).compactMap { column, name in
      column.role.type.map { "\(name) IS NOT NULL AND try_cast(\(name) AS \($0)) IS NULL" }
    }
    if conditions.isEmpty { return "0" }
    return "count_if(kind = 'S' AND (\(conditions.joined(separator: " OR "))))"
  }

  // MARK: Rejected rows

  /// Rejected rows stop the job unless they are asked for: the first are shown.
  private func rejections(in table: String) -> [String] {
    guard !allowsRejects else { return [] }
    let columns = rejectColumns(of: table)
    return [
      """
      SELECT \(SparkText.literal(SparkOutput.rejectedMark)), \(columns.joined(separator: ", "))
      FROM \(table)\(table == "late" ? "" : " WHERE kind = 'R'")
      ORDER BY 2, 3, 4, 5, 6 LIMIT 20
      """,
      """
      SELECT assert_true(rejected = 0, concat(rejected, ' rows are at fault'))
      FROM (SELECT count(*) AS rejected FROM \(table)\(table == "late" ? "" : " WHERE kind = 'R'"))
      """,
    ]
  }

  /// The columns of a rejected row: table, key, column, reason, row.
  private func rejectColumns(of table: String) -> [String] {
    if table == "late" || table.hasPrefix("late_") { return Self.rejectNames }
    let index = plan.segments.indices.first { segment($0) == table } ?? 0
    let names = columns(ofSegment: index).map(SparkText.name)
    return [names[2], names[1], names[3], names[4], names[5]]
  }

  /// The headers of the files of rejected rows.
  static let rejectsHeader = "table,key,column,reason,row"

  private static let rejectNames = ["table_name", "key", "column_name", "reason", "row_text"]

  private func rejected(in table: String) -> String {
    let columns = zip(rejectColumns(of: table), Self.rejectNames)
    let list = columns.map { $0 == $1 ? $0 : "\($0) AS \($1)" }.joined(separator: ", ")
    return "SELECT \(list) FROM \(table)" + (table.hasPrefix("late") ? "" : " WHERE kind = 'R'")
  }

  /// The rows that the segments of this round reject.
  private var late: String {
    let segments = plan.segments.indices.dropFirst().map { rejected(in: segment($0)) }
    if segments.isEmpty { return "\(rejected(in: segment(0))) AND false" }
    return segments.joined(separator: "\nUNION ALL\n")
  }

  // MARK: Files

  private var isWhole: String { "(SELECT count(*) FROM late) = 0" }

  private func write(_ round: Int) -> String {
    let last = plan.segments.indices.last ?? 0
    return files(
      "parts", round, header: resultHeader,
      lines: """
        SELECT \(part(of: "name")), 1, name, '', \(SparkText.unescaped("csvline"))
        FROM (SELECT \(SparkText.unescaped("key")) AS name, csvline FROM \(segment(last))
        WHERE kind = 'S' AND \(isWhole))
        """)
  }

  private func writeRejects(_ round: Int) -> String {
    let all = [segment(0)] + (1..<round).map { "late_\($0)" }
    let rows = all.map { rejected(in: $0) }.joined(separator: "\nUNION ALL\n")
    let texts = Self.rejectNames.map { "\(SparkText.unescaped($0)) AS \($0)" }
    let cells = Self.rejectNames.map {
      "CASE WHEN \($0) RLIKE '[,\\u0022\\u005Cn\\u005Cr]' THEN concat('\\u0022', "
        + "replace(\($0), '\\u0022', '\\u0022\\u0022'), '\\u0022') ELSE \($0) END"
    }
    return files(
      "rejects", round, header: Self.rejectsHeader,
      lines: """
        SELECT \(part(of: "key")), 1, key, line, line FROM (
        SELECT key, concat_ws(',', \(cells.joined(separator: ", "))) AS line
        FROM (SELECT \(texts.joined(separator: ", ")) FROM (\(rows))) WHERE \(isWhole))
        """)
  }

  /// The part in which a key's rows stand: told by the key alone, so that the same job writes the same
  /// files whatever the cluster.
  private func part(of key: String) -> String {
    "CAST(pmod(crc32(encode(\(key), 'UTF-8')), \(partCount)) AS INT)"
  }

  /// Lines as one file for each part, each under the header, in the order of keys.
  private func files(_ name: String, _ round: Int, header: String, lines: String) -> String {
    tables.write(
      name, round: round,
      as: """
        SELECT line, part FROM (
        SELECT part, place, name, tie, line FROM (
        SELECT CAST(id AS INT) AS part, 0 AS place, '' AS name, '' AS tie,
          \(SparkText.literal(header)) AS line
        FROM range(\(partCount))
        UNION ALL
        \(lines)
        ) DISTRIBUTE BY part SORT BY part, place, name, tie
        )
        """)
  }
}

extension CarriedColumn.Role {
  /// The type that SQL calculates with; nil for texts, which stay as they are.
  var type: String? {
    switch self {
    case .number: "DOUBLE"
    case .truth: "BOOLEAN"
    case .scoreKey: "BIGINT"
    case .text: nil
    }
  }
}
