import ScoringEngine
import ScoringPlan

/// How the bands of a grade are filled in each group of a board.
struct SummedBands: Sendable {
  /// How many bands there are.
  let count: Int
  /// For each band the place of its text among the labels.
  let labels: [UInt8]
  /// The subjects who are not graded.
  let ineligible: [UInt32]
  private let filling: BandFilling
  private let starts: [UInt32]
  /// The ends of the bands in each group, where they depend on nothing but how many are in it.
  private let fixedEnds: [UInt32]?

  init(
    _ grading: Grading, _ labels: [String], _ board: SummedBoard, _ scored: ScoredPopulation
  ) {
    count = grading.bands.count
    self.labels = grading.bands.map { band in
      UInt8(labels.firstIndex { $0.utf8.elementsEqual(band.grade.utf8) } ?? 0)
    }
    let filling = BandFilling(grading, scored.values, decimals: scored.plan.decimals)
    let starts = board.starts ?? [0, UInt32(board.subjects.count)]
    (self.filling, self.starts) = (filling, starts)
    let asksForValues = grading.bands.contains { band in
      if case .minimum = band.limit { true } else { false }
    }
    fixedEnds =
      asksForValues
      ? nil
      : zip(starts, starts.dropFirst()).flatMap { first, end in
        filling.ends(of: [Int64](repeating: 0, count: Int(end - first))).map { UInt32($0) }
      }
    let graded = Set(board.subjects)
    let all = (0..<scored.population.subjectCount).count { !scored.isRejected($0) }
    ineligible = (0..<UInt32(all)).filter { !graded.contains($0) }
  }

  /// Group by group where each band ends, given how far everybody lies below the best.
  func ends(_ distances: UnsafePointer<UInt16>, best: Int) -> [UInt32] {
    if let fixedEnds { return fixedEnds }
    return zip(starts, starts.dropFirst()).flatMap { first, end in
      let keys = (first..<end).map { Int64(best) - Int64(distances[Int($0)]) }
      return filling.ends(of: keys.sorted(by: >)).map { UInt32($0) }
    }
  }
}
