import ColumnStore
import DelimitedText

/// A file with one subject in each row, from which standards are set and to which they are added.
///
/// Read as strictly as every table: comma, semicolon or tab; UTF-8, GB18030 or UTF-16LE; quotes as in
/// RFC 4180; plain decimals.
public struct SubjectFile: Sendable {
  /// Doubles no longer hold every hundredth of larger numbers, which are hardly meant.
  private static let largestNumber = 1e15

  /// The file as the user named it.
  let path: String
  /// The headers, without spaces round them.
  public let headers: [String]
  private let text: DecodedText

  /// Reads a file, and its header row so far.
  public init(_ path: String) throws(StandardsError) {
    do throws(DelimitedTextError) {
      try self.init(DecodedText(contentsOf: path))
    } catch {
      throw .file(.text(table: "subjects", error))
    }
  }

  /// A file that is in memory already.
  init(_ text: DecodedText) {
    path = text.file
    self.text = text
    headers = text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: RecordReader.separator(of: bytes))
      var record = Record()
      guard reader.next(&record), record.fault == nil else { return [] }
      return record.fields.map { Self.trimmed($0.text(in: bytes)) }
    }
  }

  /// The subjects, in the order of the rows.
  ///
  /// A driver whose kind is not said is a number as soon as one cell is a plain number, and then
  /// every cell must be one; it is a text when none is. Blank cells, repeated keys, and numbers
  /// beyond ±10^15 are faults of their rows.
  ///
  /// - Throws: `file`, `rows` or `noSubjects`.
  public func subjects(_ columns: StandardsColumns) throws(StandardsError) -> ComparableSubjects {
    let isText = try areTexts(columns)
    let groups = columns.within.map { [$0] } ?? []
    let extra = groups.filter { group in
      !columns.drivers.contains { $0.name == group }
    }
    var pool = TextPool()
    let result = try table(
      columns.key,
      [Self.number(columns.target)]
        + columns.drivers.map { driver in
          // A driver that is the group too is a text, whatever its cells look like.
          isText.contains(driver.name)
            ? ColumnSpecification(name: driver.name, type: .text)
            : Self.number(driver.name)
        } + extra.map { ColumnSpecification(name: $0, type: .text) }, &pool)
    guard result.faults.isEmpty else { throw .rows(result.faults) }
    guard result.table.rowCount > 0 else { throw .noSubjects(file: path) }
    let table = result.table
    let texts = { (column: Column) in column.codes.map { pool.text(of: $0) } }
    return ComparableSubjects(
      keys: table.keys.map { pool.text(of: $0) }, targetName: columns.target,
      target: table.columns[0].values,
      drivers: columns.drivers.indices.map { place in
        let column = table.columns[place + 1]
        return Driver(
          name: column.name,
          values: column.type == .text ? .texts(texts(column)) : .numbers(column.values))
      }, groups: columns.within.flatMap { table.column(named: $0) }.map(texts))
  }

  /// The drivers that are texts.
  private func areTexts(_ columns: StandardsColumns) throws(StandardsError) -> Set<String> {
    let open = columns.drivers.filter { $0.isText == nil && $0.name != columns.within }.map(\.name)
    var pool = TextPool()
    let seen = try table(columns.key, open.map { Self.number($0, allowsMissing: true) }, &pool)
    let filled = Set(
      seen.table.columns.filter { $0.states.contains(Column.present) }.map(\.name))
    // A column of blank cells is left a number, so that its cells are told to be blank.
    let faulty = Set(seen.faults.map(\.column))
    let texts = open.filter { !filled.contains($0) && faulty.contains($0) }
    let said = columns.drivers.filter { $0.isText == true || $0.name == columns.within }
    return Set(texts + said.map(\.name))
  }

  private func table(
    _ key: String, _ columns: [ColumnSpecification], _ pool: inout TextPool
  ) throws(StandardsError) -> TableReadResult {
    do throws(TableReadError) {
      return try TableReader.read(
        TableSpecification(name: "subjects", keyName: key, columns: columns, uniqueBy: [key]),
        sources: [TextSource(text)], pool: &pool)
    } catch {
      throw .file(error)
    }
  }

  private static func number(_ name: String, allowsMissing: Bool = false) -> ColumnSpecification {
    ColumnSpecification(
      name: name, minimum: -largestNumber, maximum: largestNumber, allowsMissing: allowsMissing)
  }

  /// Writes the file's rows as they stand, each with the columns that `StandardsColumns.added` names
  /// behind it; pieces of UTF-8 text, comma-separated, go to `sink`. An attainment against a plan that
  /// is not above 0 is an empty cell.
  ///
  /// `standards` must be those of this file's subjects.
  public func write<Failure: Error>(
    _ standards: Standards, _ columns: StandardsColumns,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = DelimitedWriter()
    writer.appendHeader(headers + columns.added)
    try text.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      var reader = RecordReader(bytes, separator: RecordReader.separator(of: bytes))
      var record = Record()
      _ = reader.next(&record)
      for subject in standards.subjects where reader.next(&record) {
        for field in record.fields { writer.append(field.text(in: bytes)) }
        Self.append(subject, to: &writer)
        if writer.bytes.count > 1 << 20 {
          try sink(writer.bytes)
          writer.removeBytes()
        }
      }
    }
    try sink(writer.bytes)
  }

  private static func append(_ subject: SubjectStandard, to writer: inout DelimitedWriter) {
    writer.append(subject.comparison.standard)
    writer.append(subject.comparison.ideal)
    for attainment in [subject.comparison.attainment, subject.comparison.idealAttainment] {
      if let attainment { writer.append(attainment) } else { writer.appendEmpty() }
    }
    writer.append(subject.cluster)
    writer.endRow()
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
