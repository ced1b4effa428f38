/// The sums of a table's number columns, of a branch and of all rows.
struct ColumnSums {
  private let columns: [ColumnRecipe]
  private var branch: [Int]
  /// The sums of all rows so far, in whole numbers of the last place.
  private(set) var all: [Int]

  init(_ table: TableRecipe) {
    columns = table.columns
    branch = columns.map { _ in 0 }
    all = branch
  }

  /// Adds a row.
  mutating func add(_ units: UnsafeMutablePointer<Int>) {
    for index in columns.indices where columns[index].form == .number {
      branch[index] &+= units[index]
      all[index] &+= units[index]
    }
  }

  /// Adds the sums of other rows of the table.
  mutating func add(_ sums: [Int]) {
    for index in sums.indices { all[index] &+= sums[index] }
  }

  /// Begins a new branch.
  mutating func endBranch() { branch = columns.map { _ in 0 } }

  /// The cells of a row with the branch's sums; blank where there are no numbers.
  var branchCells: [[UInt8]] { cells(branch) }
  /// The cells of a row with all sums.
  var allCells: [[UInt8]] { cells(all) }

  private func cells(_ sums: [Int]) -> [[UInt8]] {
    zip(columns, sums).map { column, sum in
      column.form == .number
        ? DecimalWriter.text(sum &* column.factor, places: column.places) : []
    }
  }
}
