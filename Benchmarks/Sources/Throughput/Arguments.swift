import Glibc

/// The command line: `--policy FILE --data FOLDER [--exchange FOLDER] [--threads N] [--repeat N]`.
struct Arguments {
  private(set) var policy = ""
  private(set) var data = ""
  private(set) var exchange: String?
  private(set) var threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  private(set) var repetitions = 5

  init(_ words: [String]) throws(BenchmarkError) {
    for index in stride(from: 0, to: words.count, by: 2) {
      guard index + 1 < words.count else {
        throw BenchmarkError("\(words[index]) needs a value")
      }
      try set(words[index], to: words[index + 1])
    }
    if policy.isEmpty || data.isEmpty { throw BenchmarkError("--policy and --data are needed") }
  }

  private mutating func set(_ option: String, to value: String) throws(BenchmarkError) {
    switch option {
    case "--policy": policy = value
    case "--data": data = value
    case "--exchange": exchange = value
    case "--threads": threads = try Self.count(value, option)
    case "--repeat": repetitions = try Self.count(value, option)
    default: throw BenchmarkError("there is no option \(option)")
    }
  }

  private static func count(_ value: String, _ option: String) throws(BenchmarkError) -> Int {
    guard let count = Int(value), count > 0 else {
      throw BenchmarkError("\(option) takes a whole number above zero, not \(value)")
    }
    return count
  }
}
