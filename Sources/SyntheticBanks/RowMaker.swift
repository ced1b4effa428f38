import Calendars
import SeededRandom

/// Makes the rows of one person after another, for one thread: turn to a person, to a table, then
/// make its rows.
struct RowMaker {
  let recipe: BankRecipe
  let memory: RowMemory
  private let streams: Streams
  private let layout: BranchLayout
  var person = 0
  /// What all columns of a person with a loading share.
  private var personFactor = 0.0
  private var branchIndex = -1
  private(set) var branch: BranchTraits
  /// The person's key as it is written.
  private(set) var key: [UInt8] = []
  var generator: SplitMix64
  /// For each row of the person in the present table its part of a whole.
  private var parts: [Double] = []
  var distinct: DistinctChoices

  init(_ recipe: BankRecipe, _ streams: Streams, _ layout: BranchLayout) {
    self.recipe = recipe
    self.streams = streams
    self.layout = layout
    memory = RowMemory(recipe)
    branch = BranchTraits(0, streams)
    generator = streams.person(0)
    distinct = DistinctChoices(recipe)
  }

  /// Turns to a person, counted from 0; those of one branch follow each other.
  ///
  /// - Returns: whether the branch is another than that of the person before.
  mutating func turn(toPerson person: Int) -> Bool {
    self.person = person
    var generator = streams.person(person)
    personFactor = NormalQuantiles.normal(generator.next(), memory.normal)
    let index = layout.branch(of: person)
    let isNew = index != branchIndex
    if isNew {
      branchIndex = index
      branch = BranchTraits(index, streams)
    }
    let digits = recipe.tables[0].keyDigits
    // Ascending with gaps, as people come and leave.
    let number = 1001 + 4 * person + generator.next(below: 4)
    let width = digits > 0 ? digits : branch.keyDigits
    key = [UInt8](unsafeUninitializedCapacity: 24) { buffer, count in
      count = buffer.baseAddress.map { DecimalWriter.write(number, digits: width, to: $0) } ?? 0
    }
    return isNew
  }

  /// Turns to a table: the subject table before the others, whose rows may split its numbers.
  ///
  /// - Returns: how many rows the person has in it.
  mutating func turn(toTable table: Int) -> Int {
    generator = streams.rows(of: table, person: person)
    if table == 0 { return 1 }
    let counts = recipe.tables[table].rowCounts
    let bits = generator.next()
    let count = counts.first { bits <= $0.threshold }?.count ?? 0
    if !recipe.tables[table].distinct.isEmpty { distinct.draw(table, count, &generator) }
    split(table, count)
    return count
  }

  private mutating func split(_ table: Int, _ count: Int) {
    let (room, subject) = (memory.tables[table], memory.tables[0])
    var isDrawn = false
    for index in 0..<room.columnCount where room.columns[index].kind == .splits {
      if !isDrawn { drawParts(count) }
      isDrawn = true
      let column = room.columns + index
      var whole = drawn(column) * branch.attainment * plan(column.pointee.reference, subject)
      if generator.next() >> 32 < UInt64(column.pointee.windfall) {
        whole *= 1.8 + 1.2 * generator.nextUnit()
      }
      room.whole[index] = whole
    }
  }

  private mutating func drawParts(_ count: Int) {
    parts.removeAll(keepingCapacity: true)
    for _ in 0..<count {
      let z = NormalQuantiles.normal(generator.next(), memory.normal)
      parts.append(Marginal.value(z, memory.marginals + recipe.parts))
    }
    let sum = parts.reduce(0, +)
    for index in parts.indices { parts[index] /= sum }
  }

  /// What an attainment is measured by: the plan, or where there is none a fifth of what it would have
  /// been, as somebody who came in mid-period has done some business too.
  @inline(__always)
  private func plan(_ column: Int, _ room: RowMemory.TableRoom) -> Double {
    room.value[column] != 0 ? room.value[column] : 0.2 * room.base[column]
  }

  /// Makes a row of the table last turned to, counted from 0, at a place with room for it.
  ///
  /// - Returns: the number of bytes, without a line end. `memory` holds the values.
  mutating func row(_ row: Int, of table: Int, at place: UnsafeMutablePointer<UInt8>) -> Int {
    let room = memory.tables[table]
    key.withUnsafeBufferPointer { key in
      for index in 0..<key.count { place[index] = key[index] }
    }
    var end = key.count
    room.ends[0] = end
    for index in 0..<room.columnCount {
      place[end] = UInt8(ascii: ",")
      end += 1
      end += cell(index, row, table, room, at: place + end)
      room.ends[index + 1] = end
    }
    return end
  }

  @inline(__always)
  private mutating func cell(
    _ index: Int, _ row: Int, _ table: Int, _ room: RowMemory.TableRoom,
    at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let column = room.columns + index
    switch column.pointee.kind {
    case .drawn, .attains, .splits, .number, .counting:
      return numberCell(index, row, table, room, column, at: place)
    default:
      return wordCell(index, row, table, room, column, at: place)
    }
  }

  // MARK: Numbers, dates and periods

  @inline(__always)
  private mutating func drawn(_ column: UnsafeMutablePointer<ColumnRecipe>) -> Double {
    let own = NormalQuantiles.normal(generator.next(), memory.normal)
    let z = column.pointee.loading * personFactor + column.pointee.residual * own
    return Marginal.value(z, memory.marginals + column.pointee.start)
  }

  @inline(__always)
  private mutating func numberCell(
    _ index: Int, _ row: Int, _ table: Int, _ room: RowMemory.TableRoom,
    _ column: UnsafeMutablePointer<ColumnRecipe>, at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var value: Double
    switch column.pointee.kind {
    case .attains:
      value = drawn(column) * branch.attainment * plan(column.pointee.reference, room)
    case .splits: value = room.whole[index] * parts[row]
    case .number: value = memory.numbers[column.pointee.start + choice(column)]
    case .counting: value = counted(column, row)
    default: value = drawn(column)
    }
    let reference = column.pointee.reference
    if reference >= 0, column.pointee.kind != .attains, column.pointee.kind != .splits {
      value *= room.value[reference]
    }
    var isBlank = false
    var isZero = false
    if column.pointee.hasEvents {
      (isBlank, isZero) = events(&value, column, room)
    }
    if column.pointee.onlyColumn >= 0,
      column.pointee.onlyChoices >> UInt64(room.choice[column.pointee.onlyColumn]) & 1 == 0
    {
      isZero = true
      isBlank = column.pointee.isBlankWithout
    }
    room.base[index] = value
    var units = Self.whole(value * column.pointee.scale)
    if table == 0, person == 0, recipe.famous >= 0 {
      if makeFamous(index, &units, room) { isZero = false }
    }
    if isZero { units = 0 }
    units = max(column.pointee.least, min(column.pointee.most, units))
    room.units[index] = isBlank ? 0 : units
    room.value[index] = isBlank ? 0 : Double(units) / column.pointee.scale
    if isBlank { return 0 }
    return write(units, column, at: place)
  }

  /// The nearest whole number of at most fifteen digits.
  @inline(__always)
  private static func whole(_ value: Double) -> Int {
    Int(max(-1e15, min(1e15, value)) + (value < 0 ? -0.5 : 0.5))
  }

  @inline(__always)
  private func counted(_ column: UnsafeMutablePointer<ColumnRecipe>, _ row: Int) -> Double {
    let first = column.pointee.first
    switch column.pointee.form {
    case .period: return Double(first + row * 16 * (first % 16))
    case .date: return Double(first + row)
    default: return Double(first) / column.pointee.scale + Double(row)
    }
  }

  /// Windfalls and outflows; whether the cell is blank or 0.
  @inline(__always)
  private mutating func events(
    _ value: inout Double, _ column: UnsafeMutablePointer<ColumnRecipe>, _ room: RowMemory.TableRoom
  ) -> (isBlank: Bool, isZero: Bool) {
    let bits = generator.next()
    let low = bits & 0xFFFF_FFFF
    let high = bits >> 32
    let windfall = column.pointee.kind == .splits ? 0 : UInt64(column.pointee.windfall)
    if low < windfall {
      value *= 1.8 + 1.2 * generator.nextUnit()
    } else if low < windfall + UInt64(column.pointee.negative) {
      let size =
        column.pointee.kind == .attains ? plan(column.pointee.reference, room) : abs(value)
      value = -(0.02 + 0.38 * generator.nextUnit()) * size
    }
    let blank = UInt64(column.pointee.blank)
    return (high < blank, high >= blank && high < blank + UInt64(column.pointee.zero))
  }

  /// Every bank has one person at 241.5 % of a plan, as a customer manager once reported: 24.15
  /// million yuan of new deposits.
  ///
  /// - Returns: whether the column is the plan or what attains it.
  private func makeFamous(
    _ index: Int, _ units: inout Int, _ room: RowMemory.TableRoom
  ) -> Bool {
    let planColumn = room.columns[recipe.famous].reference
    if index == planColumn { units = max(1, (abs(units) + 199) / 200) * 200 }
    if index == recipe.famous { units = room.units[planColumn] / 200 * 483 }
    return index == planColumn || index == recipe.famous
  }

  @inline(__always)
  private func write(
    _ units: Int, _ column: UnsafeMutablePointer<ColumnRecipe>,
    at place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    switch column.pointee.form {
    case .date: return TimeWriter.write(date: units, to: place)
    case .period: return TimeWriter.write(period: units, to: place)
    default:
      return DecimalWriter.write(
        units &* column.pointee.factor, places: column.pointee.places, to: place)
    }
  }
}
