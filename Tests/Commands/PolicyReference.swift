import ScorecardPolicy

/// A page of the policy language: its examples, and the keys that its tables list.
struct PolicyReference {
  let examples: [PolicyExample]
  /// The tables whose first column lists keys, with the headings that they stand under.
  let keyTables: [(section: [String], table: MarkdownTable)]
  /// The blocks of YAML and of commands.
  let blocks: [(section: [String], block: FencedBlock)]

  init(_ path: String) throws {
    let page = try MarkdownPage(path)
    var reading = Reading(page: path)
    for part in page.parts {
      switch part {
      case .heading(let level, let title): reading.heading(level, title)
      case .code(let block): reading.code(block)
      case .table(let table): reading.table(table)
      }
    }
    reading.finish()
    (examples, keyTables, blocks) = (reading.examples, reading.keyTables, reading.blocks)
  }

  /// The examples under a heading of the second or a lower level.
  func examples(under heading: String) -> [PolicyExample] {
    examples.filter { $0.section.contains(heading) }
  }

  /// Reads one part after another.
  private struct Reading {
    let page: String
    var examples: [PolicyExample] = []
    var keyTables: [(section: [String], table: MarkdownTable)] = []
    var blocks: [(section: [String], block: FencedBlock)] = []
    private var section: [String] = []
    private var current: PolicyExample?
    /// The first example under this heading.
    private var first = 0
    private var files: [FencedBlock] = []

    init(page: String) { self.page = page }

    mutating func heading(_ level: Int, _ title: String) {
      finish()
      section = section.prefix(max(0, level - 2)) + [title]
    }

    mutating func code(_ block: FencedBlock) {
      if ["yaml", "sh"].contains(block.language) { blocks.append((section, block)) }
      if block.file != nil {
        files.append(block)
      } else if block.language == "yaml" {
        begin(block.line, block.text)
      } else if block.language == "text" {
        current?.shown += block.lines
      }
    }

    mutating func table(_ table: MarkdownTable) {
      if table.listsKeys {
        keyTables.append((section, table))
      } else if !table.name.isEmpty {
        if current == nil { begin(table.line, "") }
        current?.rows.append(table)
      } else if table.formulas != nil {
        if current == nil { begin(table.line, "") }
        current?.formulas.append(table)
      }
    }

    private mutating func begin(_ line: Int, _ yaml: String) {
      if let current { examples.append(current) }
      current = PolicyExample(page: page, line: line, section: section, yaml: yaml)
    }

    mutating func finish() {
      if let current { examples.append(current) }
      for index in first..<examples.count { examples[index].files = files }
      (current, first, files) = (nil, examples.count, [])
    }
  }
}

extension MarkdownTable {
  /// Whether its first column lists keys of a policy.
  var listsKeys: Bool { header.first?.hasPrefix("key") == true || header.first == "hint" }

  /// The keys in its first column, without the values that some have there.
  var keys: [String] {
    rows.flatMap { $0[0].quotedCode.map { String($0.prefix { $0 != ":" }) } }
  }
}
