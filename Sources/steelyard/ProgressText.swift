import ScoringEngine

/// Words how far work has come: `reading business 45 %, 2,700,000 rows, 812 MB/s, 0:03 left`.
enum ProgressText {
  /// - Parameter seconds: how long the activity has been under way.
  static func line(_ progress: WorkProgress, seconds: Double) -> String {
    var parts = ["\(progress.activity) \(progress.done * 100 / progress.total) %"]
    if let rows = progress.rows { parts.append("\(grouped(rows)) rows") }
    if progress.measure == .bytes, seconds > 0 {
      parts.append("\(Int(Double(progress.done) / seconds / 1e6)) MB/s")
    }
    let rest = Double(progress.total - progress.done)
    // Too little is known at once, and a second more or less is no news.
    if seconds > 1, progress.done > 0, rest > 0 {
      parts.append("\(clock(Int((seconds * rest / Double(progress.done)).rounded(.up)))) left")
    }
    return parts.joined(separator: ", ")
  }

  /// Digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Minutes and seconds, or hours before them.
  private static func clock(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let rest = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
    if hours == 0 { return "\(minutes):\(rest)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(rest)"
  }
}
