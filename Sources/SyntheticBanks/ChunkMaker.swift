/// Makes the chunks of a bank, for one thread.
final class ChunkMaker {
  private var maker: RowMaker
  private let layers: [DirtLayer]
  private let streams: Streams
  private let size: Int
  private let buffers: [ByteBuffer]

  /// `layers` holds one for each table, or nothing when the data are to be clean.
  init(
    _ recipe: BankRecipe, _ streams: Streams, _ layout: BranchLayout, _ layers: [DirtLayer],
    size: Int
  ) {
    maker = RowMaker(recipe, streams, layout)
    self.layers = layers
    self.streams = streams
    self.size = size
    buffers = recipe.tables.map { _ in ByteBuffer(capacity: 1 << 16) }
  }

  /// The chunk of an index: the people of one block.
  func chunk(_ index: Int) -> BankChunk {
    let first = index * BranchLayout.blockSize
    let people = first..<min(size, first + BranchLayout.blockSize)
    let parts = layers.isEmpty ? clean(people) : dirty(people, chunk: index)
    return BankChunk(people: people.count, parts: parts)
  }

  private func clean(_ people: Range<Int>) -> [BankChunk.Part] {
    let tables = buffers.indices
    var rowCounts = tables.map { _ in 0 }
    for buffer in buffers { buffer.count = 0 }
    for person in people {
      _ = maker.turn(toPerson: person)
      for table in tables {
        let count = maker.turn(toTable: table)
        rowCounts[table] += count
        let buffer = buffers[table]
        let rowBytes = maker.memory.tables[table].rowBytes
        for row in 0..<count {
          let place = buffer.room(for: rowBytes)
          let length = maker.row(row, of: table, at: place)
          place[length] = UInt8(ascii: "\n")
          buffer.count += length + 1
        }
      }
    }
    return tables.map {
      BankChunk.Part(bytes: buffers[$0].bytes, rowCount: rowCounts[$0], lineCount: rowCounts[$0])
    }
  }

  // MARK: With dirt

  private func dirty(_ people: Range<Int>, chunk: Int) -> [BankChunk.Part] {
    let tables = buffers.indices
    var writers = tables.map {
      DirtWriter(layers[$0], streams.dirt(of: $0, chunk: chunk))
    }
    var sums = tables.map { ColumnSums(maker.recipe.tables[$0]) }
    for person in people {
      if maker.turn(toPerson: person), person > people.lowerBound {
        endBranch(&writers, &sums)
      }
      for table in tables {
        for row in 0..<maker.turn(toTable: table) {
          writers[table].write(cells(row, of: table))
          sums[table].add(maker.memory.tables[table].units)
        }
      }
    }
    endBranch(&writers, &sums)
    return tables.map { table in
      let writer = writers[table]
      return BankChunk.Part(
        bytes: layers[table].dress.encoding.encoded(writer.bytes), rowCount: writer.rowCount,
        lineCount: writer.lineCount, faults: writer.faults, sums: sums[table].all)
    }
  }

  private func endBranch(_ writers: inout [DirtWriter], _ sums: inout [ColumnSums]) {
    for table in writers.indices {
      writers[table].endBranch(totals: sums[table].branchCells)
      sums[table].endBranch()
    }
  }

  /// The cells of a row without quotes.
  private func cells(_ row: Int, of table: Int) -> [[UInt8]] {
    let room = maker.memory.tables[table]
    let buffer = buffers[table]
    buffer.count = 0
    let place = buffer.room(for: room.rowBytes)
    _ = maker.row(row, of: table, at: place)
    var start = 0
    return (0...room.columnCount).map { index in
      let end = room.ends[index]
      defer { start = end + 1 }
      return FieldText.unquoted(
        Array(UnsafeBufferPointer(start: place + start, count: end - start)))
    }
  }
}
