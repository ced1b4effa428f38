import Glibc

/// Paths as manifests hold them: from the manifest's folder, so that a folder can move as a whole.
public enum FilePath {
  /// The folder of a file, `.` when the path names none.
  public static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The last component.
  public static func name(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[file.index(after: $0)...]) } ?? file
  }

  /// A file as seen from a folder. Links among the folders are followed, so that `..` leads where it
  /// seems to; a link that is the file itself keeps its name.
  public static func relative(_ file: String, to folder: String) -> String {
    guard let there = real(self.folder(of: file)), let here = real(folder) else { return file }
    return relative(components(there) + [name(of: file)], to: components(here))
  }

  /// A file as seen from another file's folder, both as seen from a third; nil when the way would
  /// lead through a folder whose name they do not tell.
  static func relative(_ file: String, toFolderOf other: String) -> String? {
    let (there, here) = (components(file), components(self.folder(of: other)))
    let rest = here.dropFirst(zip(there, here).prefix { $0 == $1 }.count)
    return rest.contains("..") ? nil : relative(there, to: here)
  }

  /// A path seen from a folder, as seen from where that folder's path starts.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  private static func relative(_ there: [String], to here: [String]) -> String {
    let shared = zip(there, here).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: here.count - shared)
    return (up + there.dropFirst(shared)).joined(separator: "/")
  }

  private static func components(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  /// A folder with links followed; nil when it is not there.
  public static func real(_ folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
