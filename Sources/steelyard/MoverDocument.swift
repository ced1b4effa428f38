import PolicyAnalysis

/// The JSON of a person who moves far.
struct MoverDocument: Encodable {
  let key: String
  let texts: [String: String]
  let rank: Compared<Int>
  let final: Compared<Double>
  let change: Double
  let grades: [String: Compared<String>]
  let pay: Compared<Double?>?
  let leadingDimension: String?
  let dimensions: [Part]
  let gates: [Gate]

  struct Part: Encodable {
    let name: String
    let title: String?
    let weight: Compared<Double?>
    let score: Compared<Double?>
    let points: Compared<Double?>
    let change: Double
    let leadingMeasure: String?
    let measures: [Part]?
  }

  struct Gate: Encodable {
    let name: String
    let title: String?
    let because: String?
    let applies: Compared<Bool>
    let effect: Compared<Double>
    let change: Double
  }

  init(_ mover: Mover, _ subjects: ComparedSubjects) {
    key = mover.key
    let texts = zip(subjects.textNames, subjects.texts(of: mover.subject)).compactMap {
      name, text in
      text.map { (name, $0) }
    }
    self.texts = Dictionary(texts) { first, _ in first }
    rank = mover.ranks
    final = mover.finals
    change = mover.finals.change
    grades = Dictionary(
      subjects.grades.map { ($0.name, $0.grade(of: mover.subject)) },
      uniquingKeysWith: { first, _ in first })
    pay = subjects.pay.map { $0.amounts.map { $0[mover.subject] } }
    leadingDimension = mover.leadingDimension?.name
    dimensions = mover.dimensions.map { Part($0, isDimension: true) }
    gates = mover.gates.map {
      Gate(
        name: $0.name, title: $0.title?.text(in: .english),
        because: $0.because?.text(in: .english), applies: $0.applies,
        effect: $0.effects, change: $0.change)
    }
  }
}

extension MoverDocument.Part {
  fileprivate init(_ part: PartChange, isDimension: Bool) {
    name = part.name
    title = part.title?.text(in: .english)
    weight = part.weights
    score = part.scores
    points = part.points
    change = part.change
    leadingMeasure = part.leadingMeasure?.name
    measures = isDimension ? part.measures.map { Self($0, isDimension: false) } : nil
  }
}
