import ArgumentParser
import ColumnStore
import Databases
import Diagnostics
import Foundation
import ResultRecords
import ScoringEngine
import ScoringPlan

/// Where the tables of a policy are, and what corrects them.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder that holds TABLE.csv for each table of the policy, or a database that holds the "
        + "tables: sqlite:FILE, duckdb:FILE or postgresql://...",
      valueName: "data"))
  var folder: String?

  @Option(
    name: .customLong("table"),
    help: ArgumentHelp(
      "A file for a table, wherever it is, or a table of a database as sqlite:FILE#TABLE; may be "
        + "repeated, for one table too.",
      valueName: "NAME=FILE"))
  var tables: [String] = []

  @Option(
    help: ArgumentHelp(
      "Corrections of cells, which count instead of what the tables have.", valueName: "file"))
  var corrections: String?

  func validate() throws {
    if let corrections, corrections.isEmpty {
      throw ValidationError("--corrections needs the name of a file")
    }
  }

  /// The files of each table of a plan, with the corrections.
  func jobData(for plan: Plan) throws -> JobData {
    JobData(files: try files(for: plan), corrections: corrections)
  }

  /// The files of each table of a plan.
  func files(for plan: Plan) throws -> [String: [String]] {
    let names = plan.tables.map(\.name)
    var files = try namedFiles(ofTables: names)
    for name in names where files[name] == nil {
      guard let folder, !folder.isEmpty else {
        throw ValidationError(
          "no data for the table \(name): give --data DIR or --table \(name)=FILE")
      }
      if let database = DatabaseLocation(folder) {
        files[name] = [DatabaseTable(database, table: name).text]
        continue
      }
      var isFolder: ObjCBool = true
      if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue
      {
        throw ValidationError(
          "--data takes the folder of the tables, and \(folder) is a file; for a file write "
            + "--table \(name)=\(folder)")
      }
      files[name] = [Self.file("\(name).csv", in: folder)]
    }
    return files
  }

  /// The files that `--table` names, for a policy that has those tables.
  func namedFiles(ofTables names: [String]) throws -> [String: [String]] {
    var files: [String: [String]] = [:]
    for entry in tables {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("--table takes NAME=FILE, not \"\(entry)\"")
      }
      guard names.contains(parts[0]) else {
        let hint =
          Spelling.didYouMean(parts[0], among: names)
          ?? "its tables are \(names.joined(separator: ", "))"
        throw ValidationError("the policy has no table \"\(parts[0])\"; \(hint)")
      }
      files[parts[0], default: []].append(Self.place(parts[1], of: parts[0]))
    }
    return files
  }

  /// A file, or a table of a database; one that is not named has the name of the policy's table.
  private static func place(_ text: String, of table: String) -> String {
    guard DatabaseTable(text) == nil, let database = DatabaseLocation(text) else { return text }
    return DatabaseTable(database, table: table).text
  }

  /// A file of a folder as the user named it.
  static func file(_ name: String, in folder: String) -> String {
    "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(name)"
  }

  /// What the folder or database is called, without a password.
  var folderName: String? { folder.map { DatabaseLocation($0)?.name ?? $0 } }

  /// Where a folder may say something about its data as a whole.
  var noticeFile: String? {
    guard let folder, DatabaseLocation(folder) == nil else { return nil }
    return "\(folder)/notice.txt"
  }

  /// What the folder says about its data as a whole, such as that they are made up; nil when it has
  /// no `notice.txt`.
  var notice: String? { noticeFile.flatMap(Self.notice) }

  /// The text of a notice; nil when the file is not there or says nothing.
  static func notice(at file: String) -> String? {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }
}
