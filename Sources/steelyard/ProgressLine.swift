import Glibc
import ScoringEngine
import Synchronization

/// One line on the terminal that shows how far long work has come: how much of an activity is done,
/// how fast, and how long it will take.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown = 0.0
    var isOnScreen = false
    /// The activity under way and when it began.
    var activity = ""
    var begun = 0.0
  }

  private let isShown: Bool
  private let start = ProgressLine.now
  private let state = Mutex(State())

  /// A line; nothing is shown when nobody watches or it is not wanted.
  init(isQuiet: Bool) { isShown = !isQuiet && Terminal.isWatched }

  /// Shows progress, ten times a second at most and only once half a second has gone by. Any thread
  /// may call.
  func show(_ progress: WorkProgress) {
    guard isShown else { return }
    let time = Self.now
    state.withLock { state in
      if state.activity != progress.activity {
        (state.activity, state.begun) = (progress.activity, time)
      }
      guard time - start > 0.5, time - state.lastShown > 0.1, progress.total > 0 else { return }
      state.lastShown = time
      state.isOnScreen = true
      Terminal.overwriteLine(ProgressText.line(progress, seconds: time - state.begun))
    }
  }

  /// Takes the line off the screen.
  func finish() {
    state.withLock { state in
      if state.isOnScreen { Terminal.overwriteLine("") }
      state.isOnScreen = false
    }
  }

  /// Seconds since the line was made.
  var seconds: Double { Self.now - start }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
