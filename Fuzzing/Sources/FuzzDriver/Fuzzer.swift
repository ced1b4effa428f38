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
    let faults = reader.faults(in: bytes)
    guard faults.isEmpty else { fatalError(faults.joined(separator: "\n")) }
    return 0
  }
}
