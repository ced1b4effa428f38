/// The numbers of one place in a paper, explained.
public struct ExplainedPrint: Sendable {
  /// The way that explains most of the weights or priorities of a place.
  public struct Reading: Sendable {
    /// The way, with the number that it leads to for the first label.
    public let candidate: PaperCandidate
    /// How many of the numbers it explains.
    public let explained: Int
    /// How many there are.
    public let count: Int
    /// Rules of rounding that hold for all that it explains; none where they differ.
    public let rounding: [PrintRounding]
  }

  /// The matrix or synthesis they are about.
  public let subject: String
  /// The place; nil where the paper file names none.
  public let place: String?
  /// How the weights or priorities were computed, as far as one way explains them; nil without any.
  public let reading: Reading?
  /// The numbers, in the order of the file.
  public let numbers: [ExplainedNumber]

  /// - Parameter candidates: the ways to a number; for all labels of a quantity in the same order.
  init(
    _ print: PaperPrint, of subject: String,
    candidates: (PaperNumber) -> [PaperCandidate]
  ) {
    self.subject = subject
    place = print.place
    let vector = print.numbers.filter { [.weight, .priority].contains($0.quantity) }
    let ways = vector.map(candidates)
    let best = Self.bestWay(vector, ways)
    reading = best.map { best in
      let roundings = zip(vector, ways).map { $0.print.rounding(of: $1[best].value) }
      let explained = roundings.filter { !$0.isEmpty }
      return Reading(
        candidate: ways[0][best], explained: explained.count, count: vector.count,
        rounding: PrintRounding.allCases.filter { rule in
          explained.allSatisfy { $0.contains(rule) }
        })
    }
    let method = reading?.candidate.method
    let strayLambda = print.number(.lambda).flatMap { lambda in
      lambda.meant == nil
        && candidates(lambda).allSatisfy { lambda.print.rounding(of: $0.value).isEmpty }
    }
    numbers = print.numbers.map { number in
      guard let position = vector.firstIndex(where: { $0.location == number.location }), let best
      else {
        // What goes on from a number that nothing explains, and then what goes with the weights
        // beside it, is likelier than the rest.
        let ways = candidates(number)
        let likely =
          [
            { $0.basis == MatrixCandidates.printedLambda && strayLambda == true },
            { method != nil && $0.method == method },
          ] as [(PaperCandidate) -> Bool]
        return ExplainedNumber(number, Self.sorted(ways, by: likely))
      }
      return ExplainedNumber(number, ways[position], joint: ways[position][best])
    }
  }

  /// In the same order, but those first for which an earlier condition holds.
  private static func sorted(
    _ ways: [PaperCandidate], by conditions: [(PaperCandidate) -> Bool]
  ) -> [PaperCandidate] {
    let places = ways.map { way in conditions.firstIndex { $0(way) } ?? conditions.count }
    return (0...conditions.count).flatMap { place in
      zip(ways, places).filter { $0.1 == place }.map(\.0)
    }
  }

  /// The way that explains most numbers, rounded rather than cut off; the plainest among equals.
  ///
  /// That something was rounded on the way is worth supposing only if it explains them all.
  private static func bestWay(
    _ vector: [PaperNumber], _ ways: [[PaperCandidate]]
  ) -> Int? {
    guard let first = ways.first, !first.isEmpty else { return nil }
    func score(_ way: Int) -> (Int, Int) {
      let roundings = zip(vector, ways).map { $0.print.rounding(of: $1[way].value) }
      return (
        roundings.count { !$0.isEmpty },
        roundings.count { !$0.isEmpty && $0 != [.truncated] }
      )
    }
    var best = (way: 0, score: score(0))
    for way in first.indices.dropFirst() {
      let next = score(way)
      guard first[way].basis == WeightReading.exact || next.0 == vector.count else { continue }
      if next > best.score { best = (way, next) }
    }
    return best.way
  }
}
