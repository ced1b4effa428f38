import ColumnStore
import DelimitedText
import ScoringEngine
import ScoringPlan

/// The files of a plan's tables with corrections laid over them.
struct CorrectedInputs {
  /// For each table of the plan its files; those with corrections are read with them.
  private(set) var inputs: [[JobInput]]
  /// The corrections.
  let corrections: AppliedCorrections

  /// Finds every cell that is to be corrected.
  ///
  /// - Parameters:
  ///   - file: the file of the corrections, open.
  ///   - plan: the plan whose tables they correct.
  ///   - inputs: for each table of the plan its files, open.
  ///   - threads: on how many threads; does not change anything.
  /// - Throws: `CorrectionFaults` with all that is wrong, or `TableReadError`.
  init(_ file: JobInput, _ plan: Plan, _ inputs: [[JobInput]], threads: Int) throws {
    let file = try CorrectionFile(file)
    let names = plan.tables.map(\.name)
    self.inputs = inputs
    var faults = file.faults
    for entry in file.entries where !names.contains(entry.table) {
      faults.append(
        file.fault(
          entry, "table", entry.table,
          "the policy has no such table"
            + CorrectionHint.text(entry.table, among: names, or: names)))
    }
    var found: [(line: Int, correction: Correction)] = []
    for (index, table) in plan.tables.enumerated() {
      let entries = file.entries.filter { $0.table == table.name }
      if entries.isEmpty { continue }
      let corrected = try TableCorrections(
        entries, of: file, in: TableSpecification(table), inputs[index], threads: threads)
      self.inputs[index] = corrected.inputs
      found += corrected.corrections
      faults += corrected.faults
    }
    guard faults.isEmpty else {
      let order = faults.indices.sorted { (faults[$0].line, $0) < (faults[$1].line, $1) }
      throw CorrectionFaults(faults: order.map { faults[$0] })
    }
    corrections = AppliedCorrections(
      file: file.input.file, digest: file.input.digest,
      all: found.sorted { $0.line < $1.line }.map(\.correction))
  }
}
