/// A made-up bank, drawn branch by branch so that its size costs no memory.
struct Bank {
  let branchCount: Int
  /// The number of customer managers in each branch; nil draws it.
  let managersPerBranch: Int?
  let seed: UInt64

  /// What was written.
  struct Size {
    var managers = 0
    var ledgerRows = 0
  }

  /// Draws everybody and writes both tables.
  func write(staff: StaffTable, business: BusinessTable) throws(OutputError) -> Size {
    var size = Size()
    var numbers = StaffNumbers(seed: seed)
    for index in 0..<branchCount {
      var generator = SeededGenerator(seed: seed, stream: UInt64(index))
      let branch = Branch(at: index, managers: managersPerBranch, using: &generator)
      for position in 0..<branch.managerCount {
        var manager = Manager(of: branch, using: &generator)
        if index == 0, position == 0 { manager.deposit = Self.famousDeposit }
        let number = numbers.next(width: branch.staffNumberWidth)
        try staff.add(manager, number: number, branch: branch)
        let entries = LedgerModel(manager: manager).entries(using: &generator)
        for entry in entries { try business.add(entry, number: number) }
        size.managers += 1
        size.ledgerRows += entries.count
      }
    }
    return size
  }

  /// Every bank has one person at 241.5 % of the deposit plan, as a customer manager once
  /// reported: 24.15 million yuan of new deposits.
  private static let famousDeposit = Achievement(plan: 1000, actual: 2415)
}
