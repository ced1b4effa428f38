import ResultRecords

/// Where the files of a job lie to each other: below the folder that holds them all.
///
/// A manifest names files as seen from its own folder, by `..` where it must. Written out by these
/// paths, they lie as the manifest says, wherever that is.
struct JobTree {
  private let base: [String]
  private let shared: Int

  /// The tree of a result and of files as seen from its folder.
  init(result: String, others: [String]) {
    let folder = FilePath.folder(of: result)
    let base = Self.components(FilePath.real(folder) ?? folder)
    let folders = others.map { Self.place($0, from: base).dropLast() }
    self.base = base
    shared = folders.reduce(base.count) { shared, folder in
      zip(base.prefix(shared), folder).prefix { $0 == $1 }.count
    }
  }

  /// Where a file as seen from the result's folder is, from the folder that holds all.
  func path(of file: String) -> String {
    Self.place(file, from: base).dropFirst(shared).joined(separator: "/")
  }

  private static func place(_ file: String, from base: [String]) -> [String] {
    var place = file.hasPrefix("/") ? [] : base
    for name in components(file) {
      if name == ".." { _ = place.popLast() } else { place.append(name) }
    }
    return place
  }

  private static func components(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }
}
