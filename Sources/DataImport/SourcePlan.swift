/// What is done with the rows of one source, worked out from the map once.
struct SourcePlan: Sendable {
  /// Why rows of a source must not share the values of some columns.
  enum Use: Hashable, Sendable {
    /// They are rows of a table with a key, named by its place.
    case table(Int)
    /// Some of them give the rows of a table, one for each key.
    case oneRow(Int)
    /// They are looked up by the joins of that number.
    case lookup(Int)
    /// They are cells of the table with `pivot` of that place.
    case pivot(Int)
  }

  /// Columns whose values say which row is meant, and those in which rows of the same key must agree.
  struct Key: Sendable {
    let use: Use
    let columns: [Int]
    let content: [Int]
  }

  /// A table that gets rows of the source as they come.
  struct Rows: Sendable {
    let table: Int
    let columns: [Int]
    let isOneForKey: Bool
    /// The column that no two rows share.
    let key: Int?
    let unpivoted: [(column: Int, label: String)]
    let joins: [Join]
  }

  /// Columns that another source has beside a row.
  struct Join: Sendable {
    let lookup: Int
    let on: Int
    let rejectsUnmatched: Bool
    let width: Int
  }

  /// A table made of the source's rows as columns.
  struct Pivoted: Sendable {
    let table: Int
    let key: Int
    let name: Int
    let value: Int
    let columns: [Int]
    let labels: [String: Int]
  }

  /// What is done with rows of people who are split into several subjects.
  struct Split: Sendable {
    let subject: Int
    /// The column that says which of the subjects a row is of; nil where rows are of all.
    let by: Int?
    /// Whether it is this source that says who is split.
    let isOwn: Bool
    /// The numbers that are split by days.
    let shared: [Int]
    /// The numbers of which nobody has said whether they are.
    let undecided: [Int]

    init?(_ map: ImportMap, _ source: MapSource) {
      guard let (own, rule) = map.split, let subject = map.subject.flatMap(source.column) else {
        return nil
      }
      self.subject = subject
      by = source.column(rule.by)
      isOwn = source.name == map.sources[own].name
      let hasWholes = isOwn || by == nil
      let numbers = source.columns.indices.filter {
        hasWholes && source.columns[$0].form.kind == .number
      }
      shared = numbers.filter { source.columns[$0].split == .days }
      undecided = numbers.filter {
        source.columns[$0].split == nil && source.columns[$0].form.unit.canBeSplit
      }
    }
  }

  let source: MapSource
  let split: Split?
  /// The column of the subjects, if the source has it.
  let subject: Int?
  let rows: [Rows]
  let pivots: [Pivoted]
  let keys: [Key]
  /// Columns that must not be blank: keys of any kind.
  let required: [Int]
  /// Which cells are kept: of each filter the column and the values.
  let filters: [(column: Int, values: Set<String>)]

  /// Whether a blank cell may take the value of the one above, so that rows cannot be read apart.
  var fillsDown: Bool { source.columns.contains { $0.form.blanks == .fillDown } }

  /// The columns that rows of totals have the sums of.
  var summed: [Int] {
    source.columns.indices.filter {
      source.columns[$0].isSummed && source.columns[$0].constant == nil
    }
  }

  init(_ map: ImportMap, _ source: MapSource, lookups: [Lookup]) {
    func place(_ name: String) -> Int { source.column(name) ?? 0 }
    self.source = source
    split = Split(map, source)
    subject = map.subject.flatMap(source.column)
    filters = source.filters.map { (place($0.column), Set($0.values)) }
    var (rows, pivots, keys): ([Rows], [Pivoted], [Key]) = ([], [], [])
    for (index, table) in map.tables.enumerated() where table.source == source.name {
      let columns = table.columns.map(place)
      if let pivot = table.pivot, let key = table.key {
        let labels = Dictionary(
          pivot.columns.enumerated().map { ($0.element.label, $0.offset) },
          uniquingKeysWith: { first, _ in first })
        pivots.append(
          Pivoted(
            table: index, key: place(key), name: place(pivot.name), value: place(pivot.value),
            columns: columns, labels: labels))
        keys.append(
          Key(
            use: .pivot(index), columns: [place(key), place(pivot.name)],
            content: [place(pivot.value)] + columns))
        continue
      }
      if let key = table.key.map(place) {
        let content = columns.filter { $0 != key }
        let use: Use = table.oneRowFor == nil ? .table(index) : .oneRow(index)
        keys.append(Key(use: use, columns: [key], content: content))
      }
      let joins = lookups.enumerated().filter { $0.element.table == index }.map { number, lookup in
        Join(
          lookup: number, on: place(lookup.join.on),
          rejectsUnmatched: lookup.join.unmatched == .reject, width: lookup.join.columns.count)
      }
      rows.append(
        Rows(
          table: index, columns: columns, isOneForKey: table.oneRowFor != nil,
          key: table.key.map(place),
          unpivoted: table.unpivot?.columns.map { (place($0.column), $0.label) } ?? [],
          joins: joins))
    }
    for (number, lookup) in lookups.enumerated() where lookup.join.source == source.name {
      guard !lookup.isPivot else { continue }
      keys.append(
        Key(
          use: .lookup(number), columns: [place(lookup.join.on)],
          content: lookup.join.columns.map(place)))
    }
    (self.rows, self.pivots, self.keys) = (rows, pivots, keys)
    var required = Set(keys.flatMap(\.columns))
    if let subject { required.insert(subject) }
    self.required = required.filter { source.columns[$0].constant == nil }.sorted()
  }

  /// One join of a table, with what it looks up.
  struct Lookup: Sendable {
    let table: Int
    let join: MapJoin
    /// Whether a table with `pivot` is looked up, and not a source.
    let isPivot: Bool
  }

  /// All joins of a map, in its order.
  static func lookups(_ map: ImportMap) -> [Lookup] {
    map.tables.enumerated().flatMap { index, table in
      table.joins.map { join in
        Lookup(table: index, join: join, isPivot: map.source(join.source) == nil)
      }
    }
  }
}
