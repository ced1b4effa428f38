/// The table of modules in `ARCHITECTURE.md`:
/// `target | one responsibility | imports of our own | from outside`.
struct ModuleTable {
  /// One line of the table.
  struct Row {
    let target: String
    let responsibility: String
    let own: Set<String>
    let outside: Set<String>
  }

  let rows: [Row]

  init() throws {
    let lines = try SourceTree.text("ARCHITECTURE.md").split(separator: "\n")
    guard let header = lines.firstIndex(where: { $0.hasPrefix("| target |") }) else {
      rows = []
      return
    }
    rows = lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.replacing("`", with: "").trimmingPrefix { $0 == " " }
      }
      let names = { (cell: Int) in
        Set(
          cells.indices.contains(cell)
            ? cells[cell].split { $0 == "," || $0 == " " }.map(String.init) : [])
      }
      return Row(
        target: names(1).first ?? "", responsibility: cells.count > 2 ? String(cells[2]) : "",
        own: names(3), outside: names(4))
    }
  }
}
