/// A recipe laid out for one thread: lists without checks and references, and room for the values of
/// the row that is being made.
final class RowMemory {
  /// One table's columns and the values of its row.
  struct TableRoom {
    let columns: UnsafeMutablePointer<ColumnRecipe>
    let columnCount: Int
    /// What a column multiplies: its number before it was made 0 or blank, in its unit.
    let base: UnsafeMutablePointer<Double>
    /// The number as written, in the column's unit; 0 where the cell is blank.
    let value: UnsafeMutablePointer<Double>
    /// The number in whole numbers of the last place; what dirt adds up.
    let units: UnsafeMutablePointer<Int>
    /// Which choice a text column has.
    let choice: UnsafeMutablePointer<Int>
    /// Where each cell ends, counted from the start of the row; the key is the first.
    let ends: UnsafeMutablePointer<Int>
    /// For each column that splits a subject's number, how much there is to split.
    let whole: UnsafeMutablePointer<Double>
    /// Enough for any row.
    let rowBytes: Int
  }

  let tables: [TableRoom]
  let marginals: UnsafeMutablePointer<Double>
  let normal: UnsafeMutablePointer<Double>
  let thresholds: UnsafeMutablePointer<UInt64>
  let numbers: UnsafeMutablePointer<Double>
  /// The texts of all choices one after the other; text k begins at place k and ends before the next.
  let texts: UnsafeMutablePointer<UInt8>
  let textStarts: UnsafeMutablePointer<Int>

  init(_ recipe: BankRecipe) {
    tables = recipe.tables.map { table in
      let count = table.columns.count
      return TableRoom(
        columns: Self.copy(table.columns), columnCount: count, base: Self.zeros(count),
        value: Self.zeros(count), units: Self.zeros(count), choice: Self.zeros(count),
        ends: Self.zeros(count + 1), whole: Self.zeros(count), rowBytes: table.rowBytes)
    }
    marginals = Self.copy(recipe.marginals)
    normal = Self.copy(recipe.normal.table)
    thresholds = Self.copy(recipe.thresholds)
    numbers = Self.copy(recipe.numbers)
    texts = Self.copy(recipe.texts.flatMap(\.self))
    var starts = [0]
    for text in recipe.texts { starts.append(starts[starts.count - 1] + text.count) }
    textStarts = Self.copy(starts)
  }

  deinit {
    for table in tables {
      table.columns.deallocate()
      table.base.deallocate()
      table.value.deallocate()
      table.units.deallocate()
      table.choice.deallocate()
      table.ends.deallocate()
      table.whole.deallocate()
    }
    marginals.deallocate()
    normal.deallocate()
    thresholds.deallocate()
    numbers.deallocate()
    texts.deallocate()
    textStarts.deallocate()
  }

  private static func copy<Element>(_ list: [Element]) -> UnsafeMutablePointer<Element> {
    let place = UnsafeMutablePointer<Element>.allocate(capacity: max(1, list.count))
    for (index, element) in list.enumerated() { (place + index).initialize(to: element) }
    return place
  }

  private static func zeros<Number: Numeric>(_ count: Int) -> UnsafeMutablePointer<Number> {
    copy(Array(repeating: 0, count: count))
  }
}
