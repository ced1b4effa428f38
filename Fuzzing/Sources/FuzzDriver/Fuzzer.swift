import CLibFuzzer
import FuzzedReaders
import Glibc

/// Hands inputs from libFuzzer to a reader.
public enum Fuzzer {
  /// What is fuzzed. libFuzzer takes a function without context, so that the choice stands here.
  private nonisolated(unsafe) static var reader = FuzzedReader.tables

  /// Runs libFuzzer with the options and folders of the command line, and ends the process.
  public static func run(_ reader: FuzzedReader) -> Never {
    self.reader = reader
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, test))
  }

  private static let test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { data, count in
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    // A policy names files; the input must be all there is to read. (The other readers name none,
    // and converting text from another encoding loads a file.)
    let faults =
      reader == .policy ? withoutFiles { reader.faults(in: bytes) } : reader.faults(in: bytes)
    guard faults.isEmpty else { fatalError(faults.joined(separator: "\n")) }
    return 0
  }

  /// Runs `body` while no file can be opened.
  private static func withoutFiles<Result>(_ body: () -> Result) -> Result {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var usual = rlimit()
    getrlimit(resource, &usual)
    var none = usual
    none.rlim_cur = 0
    setrlimit(resource, &none)
    defer { setrlimit(resource, &usual) }
    return body()
  }
}
