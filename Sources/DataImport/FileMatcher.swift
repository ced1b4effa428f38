/// Finds for each file given the source of the map that it belongs to, or the sources of its sheets.
struct FileMatcher {
  /// By source, its files in the order in which they were given.
  private(set) var files: [[String]]
  /// Files of no source or of several, sources without a file, and files given twice.
  private(set) var faults: [ImportFault] = []

  init(_ map: ImportMap, _ given: [String]) {
    files = Array(repeating: [], count: map.sources.count)
    var seen: Set<String> = []
    for file in given {
      guard seen.insert(file).inserted else {
        faults.append(ImportFault("\(file) is given twice", suggestion: "name it once"))
        continue
      }
      let name = String(file.split(separator: "/").last ?? "")
      let fitting = map.sources.indices.filter { index in
        map.sources[index].file.map { Self.matches(name, pattern: $0) } ?? true
      }
      if fitting.count == 1 || Self.readOtherSheets(fitting, map) {
        for source in fitting { files[source].append(file) }
      } else {
        faults.append(Self.fault(file, fitting, map))
      }
    }
    for (index, source) in map.sources.enumerated() where files[index].isEmpty {
      // A file that fits several is the likelier cause.
      guard faults.isEmpty else { break }
      faults.append(
        ImportFault(
          "no file given belongs to source \(source.name)"
            + (source.file.map { ", whose files are named \($0)" } ?? ""),
          suggestion: "name its file on the command line, or take the source out of the map"))
    }
  }

  /// Whether several sources take a workbook apart, each a sheet of its own.
  private static func readOtherSheets(_ sources: [Int], _ map: ImportMap) -> Bool {
    let sheets = sources.compactMap { map.sources[$0].sheet }
    return sheets.count > 1 && sheets.count == sources.count && Set(sheets).count == sheets.count
  }

  private static func fault(_ file: String, _ fitting: [Int], _ map: ImportMap) -> ImportFault {
    if fitting.isEmpty {
      let patterns = map.sources.compactMap(\.file).joined(separator: ", ")
      return ImportFault(
        "\(file) belongs to no source of the map; their files are named \(patterns)",
        suggestion: "leave it out, or change file: of the source that it belongs to")
    }
    let names = fitting.map { map.sources[$0].name }.joined(separator: " and ")
    return ImportFault(
      "\(file) may belong to the sources \(names)",
      suggestion:
        "say by file: in the map how the files of each are named, or by sheet: which sheet of "
        + "a workbook each reads")
  }

  /// Whether a name fits a pattern, in which `*` stands for any characters and `?` for one.
  static func matches(_ name: String, pattern: String) -> Bool {
    let (name, pattern) = (Array(name), Array(pattern))
    var (place, at) = (0, 0)
    // Where the last star stands, and up to where it reaches so far.
    var star: (at: Int, place: Int)?
    while place < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, place)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[place] {
        (place, at) = (place + 1, at + 1)
      } else if let last = star {
        star = (last.at, last.place + 1)
        (place, at) = (last.place + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
