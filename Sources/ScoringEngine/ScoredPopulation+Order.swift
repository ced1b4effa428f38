import ScoringPlan

extension ScoredPopulation {
  /// For each subject its place in the order in which the ties of a grade, and at last the bytes of the
  /// key, put those whose published values are equal; -1 for who is rejected. O(n log n).
  public func tiePlaces(of grading: Grading) -> [Int] {
    let order = TieOrder(self, grading.ties)
    let subjects = (0..<population.subjectCount).filter { !isRejected($0) }
      .sorted(by: order.isBefore)
    var places = [Int](repeating: -1, count: population.subjectCount)
    for (place, subject) in subjects.enumerated() { places[subject] = place }
    return places
  }
}
