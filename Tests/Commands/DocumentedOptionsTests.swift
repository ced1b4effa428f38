import Testing

@Suite("The documentation of options")
struct DocumentedOptionsTests {
  /// Each command with the page that lists its options, where that is not the page of all commands.
  static let commands = [
    ("weights", nil), ("check", nil), ("score", nil), ("explain", nil), ("reproduce", nil),
    ("standards", "standards"), ("compare", "comparison"), ("verify", nil),
    ("verify", "verification"), ("difference", nil), ("generate", nil), ("explain", "explanations"),
    ("pay", nil), ("pay", "pay"),
    ("publish", "archive"), ("archive list", "archive"), ("archive show", "archive"),
    ("archive verify", "archive"), ("archive extract", "archive"), ("archive policy", "archive"),
    ("inspect", "inspect"), ("import", nil), ("import", "import"),
    ("repair", "repair"), ("recover", "repair"),
    ("workbook", nil), ("workbook", "workbooks"),
    ("random-index", "random-index"),
    ("hierarchy", "hierarchies"), ("uncertainty", "uncertainty"),
    ("questionnaire", nil), ("panel", "panels"),
    ("analyze sensitivity", "sensitivity"), ("analyze scenarios", "sensitivity"),
    ("analyze incentives", "incentives"), ("analyze fairness", "fairness"),
    ("analyze flip", "flips"), ("analyze design", "design"),
    ("analyze uncertainty", "stability"), ("analyze panel", "panel-conflicts"),
    ("report", "analysis-report"), ("studio", "studio"), ("sql", nil), ("load", nil),
    ("stream rows", "streams"), ("stream subjects", "streams"), ("stream segment", "streams"),
  ]

  @Test("Each option is listed where its command is described, and no other", arguments: commands)
  func options(command: String, page: String?) throws {
    let heading =
      page == nil
      ? command
      : [
        "standards": "Options", "inspect": "Options", "explanations": "Explanations",
        "pay": "Pay reports", "import": "Options", "workbooks": "Options",
        "random-index": "Options",
        "hierarchies": "Options", "uncertainty": "Options",
        "panels": "Options", "incentives": "Options", "fairness": "Options", "flips": "Options",
        "design": "Options",
        "stability": "Options", "panel-conflicts": "Options",
        "analysis-report": "Options", "studio": "Options",
      ][
        page ?? ""] ?? command
    var isHere = false
    var listed: Set<String> = []
    for part in try MarkdownPage("Documentation/\(page ?? "commands").md").parts {
      if case .heading(_, let title) = part { isHere = title == heading }
      if case .table(let table) = part, isHere, table.header[0] == "option" {
        listed.formUnion(
          table.rows.flatMap { $0[0].matches(of: /--[a-z-]+/).map { "\($0.output)" } })
      }
    }
    let help = try CommandRunner.run(
      ["help"] + command.split(separator: " ").map(String.init)
    ).output
    let taken = Set(help.matches(of: /--[a-z-]+/).map { "\($0.output)" })
      .subtracting(["--help", "--version"])
    if ["explanations", "pay"].contains(page) {
      // What it shares with `score` stands there.
      #expect(listed.isSubset(of: taken))
    } else {
      #expect(listed == taken, "\(command)")
    }
  }

  @Test("Each command stands in the list of all")
  func all() throws {
    let help = try CommandRunner.run(["--help"]).output
    let names = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
      .compactMap { $0.firstMatch(of: #/^ {2}([a-z-]+) {2}/#).map { String($0.output.1) } }
    #expect(names.count >= 10)
    let page = try MarkdownPage("Documentation/commands.md")
    for name in names {
      #expect(page.blocks[0].lines.contains { $0.hasPrefix("steelyard \(name) ") }, "\(name)")
    }
  }
}
