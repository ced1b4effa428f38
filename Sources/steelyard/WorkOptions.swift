import ArgumentParser

/// How a command goes about its work, which changes nothing in what it gives.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many threads to use; all processors by default. Does not change the result.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
  }
}
