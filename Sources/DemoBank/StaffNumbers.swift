/// Staff numbers, each given once: ascending with gaps, as people come and leave.
struct StaffNumbers {
  private var last = 1000
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed, stream: .max)
  }

  /// The next number, with zeros before it to the given width.
  mutating func next(width: Int) -> String {
    last += generator.integer(1...7)
    let digits = String(last)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
