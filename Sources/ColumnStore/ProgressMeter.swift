/// Reports how many bytes of several texts are done, not oftener than every four megabytes.
struct ProgressMeter {
  private static let step = 4 << 20
  private let total: Int
  private let report: ((Int, Int) -> Void)?
  private var finishedParts = 0
  private var next: Int

  init(total: Int, report: ((Int, Int) -> Void)?) {
    self.total = total
    self.report = report
    next = report == nil ? .max : Self.step
  }

  /// `position` bytes of the current text are done.
  mutating func update(_ position: Int) {
    if finishedParts + position >= next { pass(finishedParts + position) }
  }

  /// The current text, of `count` bytes, is done; the last one is always reported.
  mutating func finishPart(_ count: Int) {
    finishedParts += count
    if finishedParts == total { report?(total, total) }
  }

  private mutating func pass(_ done: Int) {
    next = done + Self.step
    if done < total { report?(done, total) }
  }
}
