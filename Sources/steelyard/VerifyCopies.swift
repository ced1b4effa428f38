import ArgumentParser
import Databases
import Foundation
import ResultRecords

/// The copies of tables that the command line names instead of the recorded files.
struct VerifyCopies {
  /// By table the files in the order recorded; tables that stay where they are have none.
  let files: [String: [String]]
  /// The copy of the corrections; nil when they stay where they are.
  let corrections: String?

  init(_ data: DataOptions, of manifest: ResultManifest) throws {
    if data.corrections != nil, manifest.corrections == nil {
      throw ValidationError("the result was made without corrections; leave out --corrections")
    }
    corrections = data.corrections
    var files = try data.namedFiles(ofTables: manifest.inputs.map(\.table))
    for table in manifest.inputs {
      if let folder = data.folder, files[table.table] == nil {
        files[table.table] = Self.files(of: table, in: folder)
      }
      if let given = files[table.table], given.count != table.files.count {
        throw ValidationError(
          "the result was made from \(table.files.count.counted("file")) of the table "
            + "\(table.table), not \(given.count); "
            + "give each by --table \(table.table)=FILE, in their order")
      }
    }
    self.files = files
  }

  /// Says how to name other copies of files that are not where the manifest of a result says.
  static func hinting<Result>(about result: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as RecordError {
      Terminal.error("\(error)")
      if case .unreadable(let file, _) = error, file != result {
        Terminal.note("  try: name other copies by --data DIR, --table NAME=FILE, --policy FILE")
      }
      throw Outcome.dataFault
    }
  }

  /// A table's files in a folder: under their recorded names, or else one as `score` looks for it.
  private static func files(of table: TableRecord, in folder: String) -> [String] {
    if let database = DatabaseLocation(folder) {
      return table.files.map { record in
        let recorded = record.path.flatMap(DatabaseTable.init)?.table
        return DatabaseTable(database, table: recorded ?? table.table).text
      }
    }
    let recorded = table.files.compactMap { record in
      record.path?.split(separator: "/").last.map { DataOptions.file(String($0), in: folder) }
    }
    let areThere = recorded.allSatisfy(FileManager.default.fileExists)
    let isComplete = recorded.count == table.files.count && areThere
    return isComplete || table.files.count > 1
      ? recorded : [DataOptions.file("\(table.table).csv", in: folder)]
  }
}
