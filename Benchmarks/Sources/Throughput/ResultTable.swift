import Foundation

/// The Markdown table that is printed, line by line as results come in.
struct ResultTable {
  init() {
    print("| kernel | threads | median | fastest | slowest | rate |")
    print("|---|---:|---:|---:|---:|---|")
  }

  func add(_ kernel: String, threads: Int, _ timing: Timing, rate: String) {
    let times = [timing.median, timing.fastest, timing.slowest].map(Self.milliseconds)
    print("| \(kernel) | \(threads) | \(times.joined(separator: " | ")) | \(rate) |")
  }

  /// A difference of two medians; it has no spread of its own.
  func add(_ kernel: String, threads: Int, seconds: Double, rate: String) {
    print("| \(kernel) | \(threads) | \(Self.milliseconds(seconds)) | | | \(rate) |")
  }

  static func milliseconds(_ seconds: Double) -> String {
    String(format: "%.1f ms", seconds * 1000)
  }
}
