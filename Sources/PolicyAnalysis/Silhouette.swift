/// How well points lie in their clusters: near their own, far from the next.
///
/// Rousseeuw, P. J. (1987), Silhouettes: a graphical aid to the interpretation and validation of
/// cluster analysis, Journal of Computational and Applied Mathematics 20, 53-65,
/// doi:10.1016/0377-0427(87)90125-7. Distances are Euclidean.
struct Silhouette {
  private let count: Int
  /// The distance of each point to each, row after row.
  private let distances: [Double]

  /// Measures all distances. O(points^2 * coordinates) time, O(points^2) memory.
  init(_ space: DriverSpace) {
    count = space.count
    var distances = [Double](repeating: 0, count: space.count * space.count)
    space.coordinates.withUnsafeBufferPointer { points in
      for one in 0..<space.count {
        for other in 0..<one {
          var sum = 0.0
          for axis in 0..<space.dimension {
            let step =
              points[one * space.dimension + axis] - points[other * space.dimension + axis]
            sum += step * step
          }
          distances[one * space.count + other] = sum.squareRoot()
          distances[other * space.count + one] = sum.squareRoot()
        }
      }
    }
    self.distances = distances
  }

  /// The mean silhouette of all points, from -1 to 1; that of a point alone in its cluster is 0.
  /// O(points^2). There must be at least two clusters, counted from 0 and none empty.
  func mean(_ clusters: [Int]) -> Double {
    let clusterCount = (clusters.max() ?? 0) + 1
    precondition(clusters.count == count && clusterCount >= 2, "silhouettes compare clusters")
    var sizes = [Int](repeating: 0, count: clusterCount)
    for cluster in clusters { sizes[cluster] += 1 }
    var total = 0.0
    for point in 0..<count where sizes[clusters[point]] > 1 {
      let sums = distanceSums(from: point, clusters, clusterCount)
      let own = sums[clusters[point]] / Double(sizes[clusters[point]] - 1)
      let next =
        sizes.indices.filter { $0 != clusters[point] }
        .map { sums[$0] / Double(sizes[$0]) }.min() ?? own
      total += max(own, next) > 0 ? (next - own) / max(own, next) : 0
    }
    return total / Double(count)
  }

  /// The sum of a point's distances to the points of each cluster.
  private func distanceSums(from point: Int, _ clusters: [Int], _ clusterCount: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: clusterCount)
    distances.withUnsafeBufferPointer { distances in
      clusters.withUnsafeBufferPointer { clusters in
        sums.withUnsafeMutableBufferPointer { sums in
          for other in 0..<count { sums[clusters[other]] += distances[point * count + other] }
        }
      }
    }
    return sums
  }
}
