import Foundation

/// How long a step took that a program in another language does as well.
struct StepTiming {
  let step: String
  let threads: Int
  let timing: Timing

  /// Writes `steelyard.csv` beside the exchanged numbers, times in seconds.
  static func write(_ timings: [StepTiming], to folder: String) throws {
    let lines = timings.map { step in
      "\(step.step),\(step.threads),\(step.timing.median),\(step.timing.fastest),"
        + "\(step.timing.slowest)\n"
    }
    let text = "step,threads,median,fastest,slowest\n" + lines.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/steelyard.csv"))
  }
}
