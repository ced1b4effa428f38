/// The middle of some numbers.
enum Median {
  /// The middle one, or the mean of the middle two; 0 of none. O(n) on average.
  static func of(_ numbers: [Double]) -> Double {
    guard !numbers.isEmpty else { return 0 }
    var numbers = numbers
    let high = select(numbers.count / 2, in: &numbers)
    guard numbers.count % 2 == 0 else { return high }
    // What stands before the upper middle is not above it.
    let low = numbers[..<(numbers.count / 2)].max() ?? high
    return low == high ? low : (low + high) / 2
  }

  /// The number that stands at a place in order; those before it are not above it afterwards.
  private static func select(_ place: Int, in numbers: inout [Double]) -> Double {
    numbers.withUnsafeMutableBufferPointer { numbers in
      var (low, high) = (0, numbers.count - 1)
      while low < high {
        let pivot = middle(numbers[low], numbers[(low + high) / 2], numbers[high])
        var (left, right) = (low, high)
        while left <= right {
          while numbers[left] < pivot { left += 1 }
          while numbers[right] > pivot { right -= 1 }
          if left <= right {
            numbers.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if place <= right { high = right } else if place >= left { low = left } else { break }
      }
      return numbers[place]
    }
  }

  private static func middle(_ one: Double, _ two: Double, _ three: Double) -> Double {
    max(min(one, two), min(max(one, two), three))
  }
}
