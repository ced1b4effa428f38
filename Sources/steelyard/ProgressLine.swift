import Glibc
import ScoringEngine

/// One line on the terminal that shows how far long work has come.
final class ProgressLine {
  private let isShown: Bool
  private let start = ProgressLine.now
  private var lastShown = 0.0
  private var isOnScreen = false

  /// A line; nothing is shown when nobody watches or it is not wanted.
  init(isQuiet: Bool) { isShown = !isQuiet && Terminal.isWatched }

  /// Shows progress, ten times a second at most and only once half a second has gone by.
  func show(_ progress: WorkProgress) {
    let time = Self.now
    guard isShown, time - start > 0.5, time - lastShown > 0.1, progress.total > 0 else { return }
    lastShown = time
    isOnScreen = true
    Terminal.overwriteLine("\(progress.activity) \(progress.done * 100 / progress.total) %")
  }

  /// Takes the line off the screen.
  func finish() {
    if isOnScreen { Terminal.overwriteLine("") }
    isOnScreen = false
  }

  /// Seconds since the line was made.
  var seconds: Double { Self.now - start }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
