import AHP
import ArgumentParser
import JudgementRepair

struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Finds the judgements behind printed weights.",
    discussion: """
      Lists every matrix on the scale 1/9 ... 9 whose weights, and whose eigenvalue if it is given, \
      round to what is printed: by row geometric means (where the eigenvalue is the mean of \
      (A w)_i / w_i) and by the eigenvector. Nothing says that a matrix that is found was anybody's \
      judgements; when none is found, the numbers are misprinted, or the geometric mean of a panel.

      Example:
        steelyard recover --weights 0.4832,0.2717,0.1569,0.0882 --lambda 4.015 --size 4
      """)

  @Option(help: "The weights as printed, in the order of the rows, separated by commas.")
  var weights: String

  @Option(help: "The largest eigenvalue as printed.")
  var lambda: String?

  @Option(help: "The number of rows, to be checked against the weights.")
  var size: Int?

  @Option(help: "eigenvector or geometric-mean; both when it is left out.")
  var method: PriorityMethod?

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    try Outcome.report {
      let printed = try weights.split(separator: ",", omittingEmptySubsequences: false).map {
        try number(String($0).trimmed)
      }
      let eigenvalue = try lambda.map { try number($0.trimmed) }
      if let size, size != printed.count {
        throw ValidationError("--weights gives \(printed.count) weights, --size says \(size)")
      }
      let found = try (method.map { [$0] } ?? JudgementRecovery.methods).map {
        try recover(printed, eigenvalue, $0)
      }
      switch format {
      case .json:
        Terminal.print(try OutputFormat.json(RecoveryDocument(printed, eigenvalue, found)))
      case .text: Terminal.print(RecoveryText.text(printed, eigenvalue, found))
      }
      if found.contains(where: { $0.refusal != nil }) || found.allSatisfy({ $0.fitting.isEmpty }) {
        throw Outcome.findings
      }
    }
  }

  /// What one way of deriving weights explains, or why that cannot be told.
  private func recover(
    _ weights: [PrintedNumber], _ eigenvalue: PrintedNumber?, _ method: PriorityMethod
  ) throws -> RecoveryByMethod {
    let recovery: JudgementRecovery
    do throws(RecoveryError) {
      recovery = try JudgementRecovery(weights: weights, eigenvalue: eigenvalue, method: method)
    } catch {
      throw ValidationError("\(error); \(error.suggestion)")
    }
    do {
      let matrices = try recovery.matrices(labels: (1...weights.count).map(String.init))
      return RecoveryByMethod(
        method: method, matrices: matrices, hasEigenvalue: eigenvalue != nil, refusal: nil)
    } catch let error as RecoveryError {
      Terminal.note("\(method.rawValue): \(error)")
      Terminal.note("  try: \(error.suggestion)")
      return RecoveryByMethod(
        method: method, matrices: [], hasEigenvalue: eigenvalue != nil, refusal: error)
    }
  }

  private func number(_ text: String) throws -> PrintedNumber {
    guard let number = PrintedNumber(text) else {
      throw ValidationError("\"\(text)\" is not a printed number such as 0.4832")
    }
    return number
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    let rest = drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}
