import PaperReproduction

/// The JSON of `reproduce PAPER.yaml`.
struct PaperDocument: Encodable {
  let paper: String
  let title: String?
  let source: String?
  let prints: [Print]

  /// One place of the paper.
  struct Print: Encodable {
    let subject: String
    let place: String?
    let reading: Reading?
    let numbers: [Number]
  }

  /// The way that explains most weights or priorities of a place.
  struct Reading: Encodable {
    let method: String?
    let formula: String?
    let basis: String
    let explained: Int
    let count: Int
    let rounding: [String]
  }

  /// A printed number.
  struct Number: Encodable {
    let quantity: String
    let label: String?
    let printed: String
    let verdict: String
    let recomputed: Double?
    let explainedDigits: String
    let unexplainedDigits: String
    let explanations: [Way]
    let meant: String?
    let meantIsExplained: Bool?
    let note: String?
  }

  /// A way that leads to a printed number.
  struct Way: Encodable {
    let method: String?
    let formula: String?
    let basis: String
    let randomIndex: String?
    let rounding: [String]
    let value: Double
  }

  init(_ explained: ExplainedPaper) {
    paper = explained.paper.name
    title = explained.paper.title
    source = explained.paper.source
    prints = explained.prints.map { print in
      Print(
        subject: print.subject, place: print.place, reading: print.reading.map(Self.reading),
        numbers: print.numbers.map(Self.number))
    }
  }

  private static func reading(_ reading: ExplainedPrint.Reading) -> Reading {
    Reading(
      method: reading.candidate.method?.rawValue, formula: reading.candidate.formula,
      basis: reading.candidate.basis, explained: reading.explained, count: reading.count,
      rounding: reading.rounding.map(\.rawValue))
  }

  private static func number(_ explained: ExplainedNumber) -> Number {
    Number(
      quantity: explained.number.quantity.rawValue, label: explained.number.label,
      printed: explained.number.print.text, verdict: explained.verdict.rawValue,
      recomputed: explained.recomputed?.value, explainedDigits: explained.digits.explained,
      unexplainedDigits: explained.digits.unexplained,
      explanations: explained.ways.map { way in
        Way(
          method: way.candidate.method?.rawValue, formula: way.candidate.formula,
          basis: way.candidate.basis, randomIndex: way.candidate.randomIndex,
          rounding: way.rounding.map(\.rawValue), value: way.candidate.value)
      },
      meant: explained.number.meant?.text, meantIsExplained: explained.explainsMeant,
      note: explained.number.note)
  }
}
