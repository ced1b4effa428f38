import Glibc

/// Wall-clock times of the same work done several times.
struct Timing {
  private let sorted: [Double]

  init(_ seconds: [Double]) { sorted = seconds.sorted() }

  /// The middle time, in seconds; the lower of two.
  var median: Double { sorted[(sorted.count - 1) / 2] }
  var fastest: Double { sorted[0] }
  var slowest: Double { sorted[sorted.count - 1] }
}

enum Stopwatch {
  /// Times `work` as often as asked, after one run that does not count.
  static func time(_ repetitions: Int, _ work: () throws -> Void) rethrows -> Timing {
    try work()
    var seconds: [Double] = []
    for _ in 0..<repetitions { seconds.append(try once(work)) }
    return Timing(seconds)
  }

  private static func once(_ work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
