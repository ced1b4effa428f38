import Testing

@testable import DataImport

@Suite("Cells are repaired, found missing, rejected or asked about by rules")
struct CellRepairTests {
  static let all =
    RepairCase.cleanNumbers + RepairCase.fixedNumbers + RepairCase.missing
    + RepairCase.rejectedNumbers + RepairCase.texts + RepairCase.identifiers + RepairCase.truths
    + RepairCase.dates + RepairCase.chineseDates + RepairCase.periods

  @Test("Every cell has its outcome and its rules")
  func outcomes() {
    for example in Self.all {
      #expect(
        CellRepairer(example.form).repair(example.cell) == example.expected, "\(example)")
    }
  }

  @Test(
    "There are hundreds of cells, and each rule, reason and doubt of one cell alone is among them")
  func coverage() {
    #expect(Self.all.count > 400)
    var names: Set<String> = []
    for example in Self.all {
      switch example.expected {
      case .fixed(_, let rules), .missing(let rules): names.formUnion(rules.map(\.rawValue))
      case .rejected(let reason): names.insert(reason.rawValue)
      case .asked(let doubt): names.insert(doubt.rawValue)
      case .unchanged, .fromAbove: break
      }
    }
    // What only a whole column shows is tried with columns.
    let ofColumns: Set = ["fill-down", "scale"]
    // And what only other rows show is tried with files.
    let ofRows: Set = ["transfer-key", "share-of-days"]
    let rules = Set(RepairRule.allCases.map(\.rawValue)).subtracting(ofColumns).subtracting(ofRows)
    #expect(rules.subtracting(names) == [])
    #expect(Set(RejectionReason.allCases.map(\.rawValue)).subtracting(names) == [])
  }

  @Test("Names of rules, reasons and doubts differ, and each says what it means")
  func words() {
    let names = RepairRule.allCases.map(\.rawValue) + RejectionReason.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    let words = RepairRule.allCases.map(\.words) + RejectionReason.allCases.map(\.words)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { !$0.hasSuffix(".") && $0.count > 6 })
  }

  @Test("The quick look never says that a cell is clean which the rules would change")
  func quickLook() {
    for example in Self.all {
      let repairer = CellRepairer(example.form)
      var cell = example.cell
      let thorough = cell.withUTF8 { repairer.repairThoroughly($0) }
      #expect(repairer.repair(example.cell) == thorough, "\(example)")
    }
  }
}
