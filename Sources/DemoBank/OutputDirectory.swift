import Glibc

/// The directory that the files go into.
struct OutputDirectory {
  let path: String

  /// Makes the directory and those above it where they are missing.
  init(creating path: String) throws(OutputError) {
    self.path = path
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else {
        throw OutputError(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  func file(_ name: String) -> String { path + "/" + name }
}
