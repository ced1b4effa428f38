import AHP

/// The priorities and the consistency of many matrices, in the order in which they were given.
public struct PriorityBatch: Sendable {
  /// The number of rows of each matrix.
  public var size: Int { layout.size }
  /// How many of the matrices LAPACK had to solve.
  public let fallbackCount: Int
  /// The random index for this size: 0 for 1 and 2, nil where its table does not reach.
  public let randomIndex: Double?
  /// The name of the table that the random index is from.
  public let randomIndexSource: String
  private let layout: BatchLayout
  private let numbers: [Double]

  init(layout: BatchLayout, numbers: [Double], fallbackCount: Int, randomIndex: RandomIndex) {
    self.layout = layout
    self.numbers = numbers
    self.fallbackCount = fallbackCount
    self.randomIndex = randomIndex.value(size: layout.size)
    randomIndexSource = randomIndex.name
  }

  /// The weights of all matrices, one matrix after another; those of each sum to 1.
  public var weights: ArraySlice<Double> { numbers[..<layout.values] }
  /// The principal eigenvalue of each matrix, in order; the slice does not begin at 0.
  public var lambdaMax: ArraySlice<Double> { numbers[layout.values..<layout.lower] }
  /// The consistency index of each matrix, in order. O(count).
  public var consistencyIndices: [Double] {
    let size = Double(size)
    return lambdaMax.map { size > 2 ? ($0 - size) / (size - 1) : 0 }
  }
  /// The consistency ratio of each matrix, in order; nil without random index. O(count).
  public var consistencyRatios: [Double]? {
    let size = Double(size)
    return randomIndex.map { index in
      lambdaMax.map { size > 2 ? ($0 - size) / (size - 1) / index : 0 }
    }
  }
}

extension PriorityBatch: RandomAccessCollection {
  /// The number of the first matrix.
  public var startIndex: Int { 0 }
  /// The number of matrices.
  public var endIndex: Int { layout.count }

  /// The result of one matrix, counting from 0. O(1).
  public subscript(index: Int) -> SolvedMatrix {
    precondition(indices.contains(index), "a batch has no such matrix")
    return SolvedMatrix(
      weights: numbers[index * size..<(index + 1) * size],
      lambdaMax: numbers[layout.values + index],
      lambdaMaxBounds: numbers[layout.lower + index]...numbers[layout.upper + index],
      randomIndex: randomIndex)
  }
}
