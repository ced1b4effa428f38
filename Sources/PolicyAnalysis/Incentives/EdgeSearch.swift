/// A search by halves for the unit at which what a cell gives changes.
struct EdgeSearch {
  /// What is searched for.
  enum Goal {
    /// Where a response is no longer that of the cell as it is, on the way to what pays or costs.
    case change
    /// Where a response is no longer that of the cell as it is, on the way back.
    case start
    /// Where a band is better than that of the cell as it is.
    case grade
    /// The unit over which most of the change happens; how much the outcome changes in all about it, over how
    /// many units.
    case jump(isAhead: Bool, total: Double, units: Int64)
  }

  /// The cell, by its place.
  let cell: Int
  let goal: Goal
  /// The end where the goal is not reached, and the end where it is.
  var (near, far): (Int64, Int64)
  var (nearResponse, farResponse): (IncentiveResponse, IncentiveResponse)

  var isDone: Bool { abs(far - near) <= 1 }
  var middle: Int64 { near + (far - near) / 2 }

  /// Halves the range by the response in its middle; a nil response counts as not reached.
  mutating func narrow(_ response: IncentiveResponse?, own: IncentiveResponse) {
    let middle = middle
    guard let response else {
      near = middle
      return
    }
    let isReached: Bool
    switch goal {
    case .change, .start: isReached = response.compare(own) != 0
    case .grade: isReached = response.band < own.band
    case .jump: isReached = Self.size(nearResponse, response) >= Self.size(response, farResponse)
    }
    if isReached {
      (far, farResponse) = (middle, response)
    } else {
      (near, nearResponse) = (middle, response)
    }
  }

  /// How much differs between two responses: whoever is taken in or left out weighs more than any number.
  static func size(_ one: IncentiveResponse, _ other: IncentiveResponse) -> Double {
    Double(abs(one.eligible - other.eligible)) * 1e30 + abs(Double(one.key) - Double(other.key))
  }
}
