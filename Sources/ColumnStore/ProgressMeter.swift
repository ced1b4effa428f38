/// Reports how many bytes of several texts are done, not oftener than every four megabytes.
struct ProgressMeter {
  private static let step = 4 << 20
  private let total: Int
  private let report: ((Int, Int) -> Void)?
  private var done = 0
  private var next = Self.step

  init(total: Int, report: ((Int, Int) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// So many bytes more are done.
  mutating func advance(_ count: Int) {
    done += count
    guard done >= next, done < total else { return }
    next = done + Self.step
    report?(done, total)
  }

  /// All is done.
  func finish() { report?(total, total) }
}
