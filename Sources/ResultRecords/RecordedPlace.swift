import Databases

/// Where something is, as a manifest holds it: a file as seen from the manifest's folder, or a table of a
/// database whose file is seen so.
enum RecordedPlace {
  /// A place as the user named it, seen from a folder; never with a password.
  static func relative(_ place: String, to folder: String) -> String {
    guard let table = DatabaseTable(place) else { return FilePath.relative(place, to: folder) }
    return table.location.replacingFile { FilePath.relative($0, to: folder) }
      .name(ofTable: table.table)
  }

  /// A place seen from a folder, as seen from where that folder's path starts.
  static func join(_ folder: String, _ place: String) -> String {
    guard let table = DatabaseTable(place) else { return FilePath.join(folder, place) }
    return table.location.replacingFile { FilePath.join(folder, $0) }.name(ofTable: table.table)
  }
}
