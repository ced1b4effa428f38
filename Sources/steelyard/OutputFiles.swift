import ArgumentParser
import ColumnStore
import Databases
import Foundation

/// What every command that writes files sees to before it begins.
enum OutputFiles {
  /// A path with links followed, as far as it is there.
  static func realPath(_ file: String) -> String {
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    // A file that is not there yet may still lie in a folder reached by a link.
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent(url.lastPathComponent).path
  }

  /// An output in place of an input would destroy what it was made from.
  static func protect(_ inputs: [String], from outputs: [String]) throws {
    let inputs = Set(inputs.flatMap { [realPlace($0), databaseFile($0)].compactMap(\.self) })
    for file in outputs where inputs.contains(realPlace(file)) {
      throw ValidationError(
        "\(DatabaseTable(file)?.name ?? file) is an input of this job; write the result to another "
          + (DatabaseTable(file) == nil ? "file" : "table"))
    }
  }

  /// The real path of a file; of a table of a database with the real path of the database.
  private static func realPlace(_ text: String) -> String {
    guard let place = DatabaseTable(text) else { return realPath(text) }
    return place.location.replacingFile(realPath).name(ofTable: place.table)
  }

  /// The real path of the file that a table of a database is in.
  private static func databaseFile(_ text: String) -> String? {
    DatabaseTable(text)?.location.file.map(realPath)
  }

  /// Begins files, so that a wrong path is told before any work is done.
  static func begin<Files: ~Copyable>(
    _ make: () throws(AtomicFileError) -> Files
  ) throws -> Files {
    do throws(AtomicFileError) {
      return try make()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
