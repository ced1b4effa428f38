/// Puts the chunks of a bank together to its files: headers and marks before, totals after, and lines
/// counted through.
struct BankAssembly {
  /// Bytes for one file.
  struct Piece {
    let file: Int
    let bytes: [UInt8]
  }

  private let recipe: BankRecipe
  private let layers: [DirtLayer]
  /// The lines of each table so far, its header and what stands above it included.
  private var lines: [Int]
  private var rows: [Int]
  private var sums: [ColumnSums]
  private var faultCount = 0
  private var byteCount = 0

  init(_ recipe: BankRecipe, _ layers: [DirtLayer]) {
    self.recipe = recipe
    self.layers = layers
    lines = recipe.tables.map { _ in 0 }
    rows = recipe.tables.map { _ in 0 }
    sums = recipe.tables.map { ColumnSums($0) }
  }

  /// What all files begin with.
  mutating func beginning() -> [Piece] {
    var pieces: [Piece] = []
    for (index, table) in recipe.tables.enumerated() {
      let own = [table.key.name] + table.declarations.map(\.name)
      let headers = layers.isEmpty ? own : layers[index].columns.map(\.header)
      let dress = layers.isEmpty ? FileDress.plain : layers[index].dress
      let above = layers.isEmpty ? [] : layers[index].linesAboveHeader()
      let rows = above.map(\.fields) + [headers.map { Array($0.utf8) }]
      let text = rows.flatMap { dress.line($0) }
      pieces.append(
        Piece(file: index, bytes: dress.encoding.byteOrderMark + dress.encoding.encoded(text)))
      pieces += truth(Self.faults(above, dress), table: index)
      let plain = layers.isEmpty ? headers : layers[index].headersWithoutUnits
      pieces += truth(dress.faults(headers: plain, own: own), table: index)
      pieces += truth(layers.isEmpty ? [] : layers[index].unitFaults, table: index)
      lines[index] = rows.count
    }
    pieces.append(Piece(file: recipe.tables.count, bytes: Array(Self.notice.utf8)))
    return counted(pieces)
  }

  /// The faults that the lines above a header are.
  private static func faults(
    _ above: [(kind: DirtKind, fields: [[UInt8]])], _ dress: FileDress
  ) -> [Fault] {
    above.enumerated().map { index, line in
      Fault(
        row: 0, line: index + 1, column: "", kind: line.kind, original: "",
        written: String(
          decoding: Array(line.fields.joined(separator: [dress.separator])), as: UTF8.self),
        effect: .refuse)
    }
  }

  private static let notice = """
    Synthetic data, made up by steelyard generate. Nobody in it is a real person, and no number is \
    that of a real bank.
    合成数据，由 steelyard generate 生成，与任何真实个人和机构无关。

    """

  /// A chunk's pieces.
  mutating func add(_ chunk: BankChunk) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in chunk.parts.enumerated() {
      pieces.append(Piece(file: index, bytes: part.bytes))
      pieces += truth(part.faults, table: index)
      lines[index] += part.lineCount
      rows[index] += part.rowCount
      sums[index].add(part.sums)
    }
    return counted(pieces)
  }

  /// What all files end with.
  mutating func end(_ streams: Streams) -> [Piece] {
    var pieces: [Piece] = []
    for (index, layer) in layers.enumerated() {
      var writer = DirtWriter(layer, streams.dirt(of: index, chunk: -1))
      writer.endFile(totals: sums[index].allCells)
      pieces.append(Piece(file: index, bytes: layer.dress.encoding.encoded(writer.bytes)))
      pieces += truth(writer.faults, table: index)
    }
    return counted(pieces)
  }

  /// What was written.
  var contents: SyntheticBank.Contents {
    SyntheticBank.Contents(
      rows: zip(recipe.tables, rows).map { (table: $0.name, count: $1) }, faultCount: faultCount,
      byteCount: byteCount)
  }

  private mutating func counted(_ pieces: [Piece]) -> [Piece] {
    let pieces = pieces.filter { !$0.bytes.isEmpty }
    byteCount += pieces.reduce(0) { $0 + $1.bytes.count }
    return pieces
  }

  /// The lines of the truth about faults of a table, whose lines and rows are counted from what is
  /// written so far.
  private mutating func truth(_ faults: [Fault], table: Int) -> [Piece] {
    if faults.isEmpty { return [] }
    faultCount += faults.count
    var bytes: [UInt8] = []
    for var fault in faults {
      if fault.line > 0 { fault.line += lines[table] }
      if fault.row > 0 { fault.row += rows[table] }
      bytes += fault.json(file: "\(recipe.tables[table].name).csv")
    }
    return [Piece(file: recipe.tables.count + 1, bytes: bytes)]
  }
}
