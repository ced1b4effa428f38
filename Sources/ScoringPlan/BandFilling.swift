/// How many of the subjects of a group each band of a grade takes.
public struct BandFilling: Sendable {
  private let grading: Grading
  private let values: ParameterVector
  private let decimals: Int

  /// The bands of a grade with some parameter values.
  public init(_ grading: Grading, _ values: ParameterVector, decimals: Int) {
    (self.grading, self.values, self.decimals) = (grading, values, decimals)
  }

  /// The place of each band's end among `keys`, the score keys of the eligible subjects of one group
  /// in their order from the top; the last is the number of subjects. O(bands log subjects).
  public func ends(of keys: [Int64]) -> [Int] {
    ends(of: keys.count) { minimum in
      var (lower, upper) = (0, keys.count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if keys[middle] >= minimum { lower = middle + 1 } else { upper = middle }
      }
      return lower
    }
  }

  /// The place of each band's end among so many eligible subjects of one group.
  ///
  /// - Parameter countAtLeast: how many of them have a score key that is not below one. Asked once for
  ///   each band that has a minimum.
  public func ends(of count: Int, countAtLeast: (Int64) -> Int) -> [Int] {
    var ends: [Int] = []
    var taken = 0
    var shares = ExactShare()
    for band in grading.bands.dropLast() {
      switch band.limit {
      case .seats(let slot):
        let seats = max(0, values[slot].rounded(.down))
        taken = seats < Double(count - taken) ? taken + Int(seats) : count
      case .share(let slot):
        shares.add(values[slot])
        taken = max(taken, shares.heads(of: count))
      case .minimum(let slot):
        taken = max(taken, countAtLeast(Self.key(values[slot], decimals)))
      case .rest: taken = count
      }
      ends.append(taken)
    }
    return ends + [count]
  }

  /// The band of each of the subjects with those keys.
  func bands(of keys: [Int64]) -> [Int] {
    let ends = ends(of: keys)
    return keys.indices.map { place in ends.firstIndex { place < $0 } ?? ends.count - 1 }
  }

  /// The key of a minimum, at the end of the range where it is beyond.
  private static func key(_ minimum: Double, _ decimals: Int) -> Int64 {
    ScoreKey.key(of: minimum, decimals: decimals) ?? (minimum > 0 ? .max : .min)
  }
}
