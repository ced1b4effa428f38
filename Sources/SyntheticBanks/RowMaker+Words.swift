import SeededRandom

// Texts and truths.
extension RowMaker {
  @inline(__always)
  mutating func choice(_ column: UnsafeMutablePointer<ColumnRecipe>) -> Int {
    let bits = generator.next()
    var index = 0
    while bits > memory.thresholds[column.pointee.start + index] { index += 1 }
    return index
  }

  mutating func wordCell(
    _ index: Int, _ row: Int, _ table: Int, _ room: RowMemory.TableRoom,
    _ column: UnsafeMutablePointer<ColumnRecipe>, at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if column.pointee.hasEvents, generator.next() >> 32 < UInt64(column.pointee.blank) {
      room.choice[index] = 63
      return 0
    }
    switch column.pointee.kind {
    case .text:
      let choice =
        column.pointee.isDistinct
        ? distinct.choice(of: index, row: row, table: table) : choice(column)
      room.choice[index] = choice
      let start = memory.textStarts[column.pointee.start + choice]
      let end = memory.textStarts[column.pointee.start + choice + 1]
      for offset in 0..<(end - start) { place[offset] = memory.texts[start + offset] }
      return end - start
    case .digits:
      return SerialNumber.write(
        person * recipe.tables[table].mostRows + row, digits: column.pointee.digits, to: place)
    case .branch: return copy(branch.name, to: place)
    case .region: return copy(branch.region, to: place)
    case .person: return copy(Array(SyntheticNames.person(generator.next()).utf8), to: place)
    default:
      let isTrue = generator.next() >> 32 < UInt64(column.pointee.share)
      return copy(isTrue ? Self.yes : Self.no, to: place)
    }
  }

  private static let yes = Array("TRUE".utf8)
  private static let no = Array("FALSE".utf8)

  @inline(__always)
  private func copy(_ bytes: [UInt8], to place: UnsafeMutablePointer<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count { place[index] = bytes[index] }
    }
    return bytes.count
  }
}
