extension InconsistencyIndex {
  /// What the judgements of a matrix have by this index; nil below three labels.
  ///
  /// O(n^2), or O(n^3) for those over triads.
  public func value(of matrix: PairwiseComparisonMatrix) -> Double? {
    guard matrix.size > 2 else { return nil }
    return switch self {
    case .geometric: geometricIndex(matrix)
    case .harmonic: harmonicIndex(matrix)
    case .koczkodaj: TriadErrors(matrix).largest(triadInconsistency)
    case .meanTriad: TriadErrors(matrix).mean(triadInconsistency)
    case .pelaezLamata: TriadErrors(matrix).mean(determinant)
    case .saloHamalainen: ambiguity(matrix)
    case .goldenWang: columnDistance(matrix)
    case .relativeError: unexplainedShare(matrix)
    case .cavalloDApuzzo: exponential(TriadErrors(matrix).mean { $0 })
    case .congruence: PairSupport(matrix).meanCongruence
    case .dissonance: PairSupport(matrix).meanDissonance
    }
  }
}

/// The logarithms, all made positive, of a_ij a_jk / a_ik for i < j < k: 0 where three judgements agree.
private struct TriadErrors {
  let logarithms: [[Double]]

  init(_ matrix: PairwiseComparisonMatrix) { logarithms = matrix.logarithms }

  func largest(_ measure: (Double) -> Double) -> Double {
    var largest = 0.0
    forEach { largest = max(largest, measure($0)) }
    return largest
  }

  func mean(_ measure: (Double) -> Double) -> Double {
    var (sum, count) = (0.0, 0.0)
    forEach {
      sum += measure($0)
      count += 1
    }
    return sum / count
  }

  private func forEach(_ body: (Double) -> Void) {
    for first in logarithms.indices {
      for second in logarithms.indices.dropFirst(first + 1) {
        for third in logarithms.indices.dropFirst(second + 1) {
          let detour = logarithms[first][second] + logarithms[second][third]
          body((detour - logarithms[first][third]).magnitude)
        }
      }
    }
  }
}

/// 1 - min(k, 1 / k) for the logarithm of k, without cancellation near 0.
private func triadInconsistency(_ error: Double) -> Double { -exponentialLessOne(-error) }

/// k + 1 / k - 2 for the logarithm of k, as a square, without cancellation near 0.
private func determinant(_ error: Double) -> Double {
  let difference = exponentialLessOne(error / 2) - exponentialLessOne(-error / 2)
  return difference * difference
}

private func harmonicIndex(_ matrix: PairwiseComparisonMatrix) -> Double {
  let size = Double(matrix.size)
  let harmonicMean = size / columnSums(matrix).reduce(0) { $0 + 1 / $1 }
  // It is never below n but for rounding.
  return max(0, (harmonicMean - size) * (size + 1) / (size * (size - 1)))
}

private func ambiguity(_ matrix: PairwiseComparisonMatrix) -> Double {
  let pairs = matrix.pairs
  let sum = pairs.reduce(0.0) { sum, pair in
    let ways = matrix.labels.indices.map { matrix[pair.first, $0] * matrix[$0, pair.second] }
    let (least, most) = (ways.min() ?? 1, ways.max() ?? 1)
    return sum + (most - least) / ((1 + most) * (1 + least))
  }
  return sum / Double(pairs.count)
}

private func columnDistance(_ matrix: PairwiseComparisonMatrix) -> Double {
  let weights = PriorityVector(labels: matrix.labels, proportions: rowGeometricMeans(matrix))
    .weights
  let rows = matrix.labels.indices
  let sum = zip(rows, columnSums(matrix)).reduce(0) { sum, column in
    rows.reduce(sum) { $0 + (matrix[$1, column.0] / column.1 - weights[$1]).magnitude }
  }
  return sum / Double(matrix.size)
}

private func unexplainedShare(_ matrix: PairwiseComparisonMatrix) -> Double {
  let logarithms = matrix.logarithms
  let means = logarithms.map { $0.reduce(0, +) / Double(matrix.size) }
  var (unexplained, all) = (0.0, 0.0)
  for pair in matrix.pairs {
    let given = logarithms[pair.first][pair.second]
    let error = given - (means[pair.first] - means[pair.second])
    unexplained += error * error
    all += given * given
  }
  return all > 0 ? unexplained / all : 0
}
