import Dispatch

/// How fast memory is read and written here, after McCalpin's STREAM
/// (https://www.cs.virginia.edu/stream/): arrays many times the cache, bytes counted as the program
/// moves them.
final class MemoryBandwidth {
  /// 256 MiB each, many times a last-level cache.
  private static let count = 1 << 25
  private let a: Doubles
  private let b: Doubles
  private let c: Doubles

  init() {
    (a, b, c) = (Doubles(Self.count, 0), Doubles(Self.count, 1.5), Doubles(Self.count, 0.25))
  }

  /// Adds up one array; bytes per second.
  func read(threads: Int, repetitions: Int) -> (timing: Timing, bytesPerSecond: Double) {
    var sum = 0.0
    let timing = Stopwatch.time(repetitions) {
      let parts = Doubles(threads, 0)
      forEachPart(threads) { [b] part, range in parts[part] = b.sum(of: range) }
      sum = parts.sum(of: 0..<threads)
    }
    precondition(sum == 1.5 * Double(Self.count), "the sum is wrong")
    return (timing, Double(8 * Self.count) / timing.median)
  }

  /// a = b + 3 c; bytes per second, two arrays read and one written.
  func triad(threads: Int, repetitions: Int) -> (timing: Timing, bytesPerSecond: Double) {
    let timing = Stopwatch.time(repetitions) {
      forEachPart(threads) { [a, b, c] _, range in a.setSum(of: b, and: c, times: 3, in: range) }
    }
    precondition(a[0] == 2.25 && a[Self.count - 1] == 2.25, "the triad is wrong")
    return (timing, Double(24 * Self.count) / timing.median)
  }

  private func forEachPart(_ parts: Int, _ body: @Sendable (Int, Range<Int>) -> Void) {
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      // Parts begin at whole vectors.
      let ends = [part, part + 1].map { Self.count / 64 * $0 / parts * 64 }
      body(part, ends[0]..<ends[1])
    }
  }
}

/// Numbers that several threads may reach, each its own range.
private final class Doubles: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Double>

  init(_ count: Int, _ value: Double) {
    base = .allocate(capacity: count)
    base.initialize(repeating: value, count: count)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Double {
    get { base[index] }
    set { base[index] = newValue }
  }

  /// Four vectors are added to side by side, so that memory and not the adder is waited for.
  func sum(of range: Range<Int>) -> Double {
    var sums = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
    let vectors = UnsafeRawPointer(base + range.lowerBound)
    let whole = range.count / 32
    for step in 0..<whole {
      let at = vectors + 256 * step
      sums.0 += at.loadUnaligned(as: SIMD8<Double>.self)
      sums.1 += at.loadUnaligned(fromByteOffset: 64, as: SIMD8<Double>.self)
      sums.2 += at.loadUnaligned(fromByteOffset: 128, as: SIMD8<Double>.self)
      sums.3 += at.loadUnaligned(fromByteOffset: 192, as: SIMD8<Double>.self)
    }
    var sum = (sums.0 + sums.1 + sums.2 + sums.3).sum()
    for index in (range.lowerBound + 32 * whole)..<range.upperBound { sum += base[index] }
    return sum
  }

  func setSum(of b: Doubles, and c: Doubles, times factor: Double, in range: Range<Int>) {
    let (a, b, c) = (base, b.base, c.base)
    for index in range { a[index] = b[index] + factor * c[index] }
  }
}
