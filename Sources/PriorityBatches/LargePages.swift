import Glibc

/// Memory in pages of two megabytes, which the system hands over faster than five hundred small ones.
enum LargePages {
  private static let size = 1 << 21

  /// Asks the system for large pages under memory that is not written yet. Nothing depends on it.
  static func ask(for numbers: UnsafeMutableBufferPointer<Double>) {
    guard let base = numbers.baseAddress else { return }
    let start = (Int(bitPattern: base) + size - 1) / size * size
    let end = (Int(bitPattern: base) + numbers.count * MemoryLayout<Double>.stride) / size * size
    guard end > start, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
    // Linux's MADV_HUGEPAGE.
    _ = madvise(first, end - start, 14)
  }
}
