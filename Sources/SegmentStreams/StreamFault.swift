/// Why a filter cannot go on: what it reads is not what it should be. Nothing it has written counts.
public struct StreamFault: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and with which line of the input, from 1.
  public let description: String

  init(_ problem: String, line: Int? = nil) {
    description = line.map { "line \($0) of the input: \(problem)" } ?? problem
  }
}
