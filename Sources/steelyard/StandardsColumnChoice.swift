import ArgumentParser
import Diagnostics
import PolicyAnalysis

/// Finds the columns that a command line names among the headers of a file.
struct StandardsColumnChoice {
  let headers: [String]
  let file: String

  /// The columns, each of which must be a header and have one part only.
  func columns(
    key: String, target: String, drivers: [String], within: String?
  ) throws -> StandardsColumns {
    let drivers = try drivers.flatMap { $0.split(separator: ",") }.map { try driver(String($0)) }
    if drivers.isEmpty { throw ValidationError("--drivers needs the name of a column") }
    for (option, name) in [("--key", key), ("--target", target)] { try require(name, option) }
    if let within { try require(within, "--within") }
    var parts = [key: "--key"]
    let others = [(target, "--target")] + drivers.map { ($0.name, "--drivers") }
    for (name, option) in others {
      if let other = parts.updateValue(option, forKey: name) {
        throw ValidationError(
          other == option
            ? "\(option) names the column \"\(name)\" twice"
            : "the column \"\(name)\" cannot be both \(other) and \(option)")
      }
    }
    if let within, let other = parts[within], other != "--drivers" {
      throw ValidationError("the column \"\(within)\" cannot be both \(other) and --within")
    }
    if let within, drivers.contains(where: { $0.name == within && $0.isText == false }) {
      throw ValidationError(
        "the column \"\(within)\" is the text of --within and cannot be a number")
    }
    let columns = StandardsColumns(key: key, target: target, drivers: drivers, within: within)
    if let taken = columns.added.first(where: headers.contains) {
      throw ValidationError(
        "\(file) already has a column \"\(taken)\", which this command would add; "
          + "take the file without earlier plans, or rename the column")
    }
    let group = GroupStandardsFile.headers(columns)
    if within != nil, let taken = group.dropFirst().first(where: { $0 == within }) {
      throw ValidationError("--within cannot be a column of the name \"\(taken)\"")
    }
    return columns
  }

  /// A driver, with or without its kind behind a colon.
  private func driver(_ text: String) throws -> StandardsColumns.Driver {
    if headers.contains(text) { return StandardsColumns.Driver(name: text) }
    for (kind, isText) in [("text", true), ("number", false)] where text.hasSuffix(":\(kind)") {
      let name = String(text.dropLast(kind.count + 1))
      try require(name, "--drivers")
      return StandardsColumns.Driver(name: name, isText: isText)
    }
    try require(text, "--drivers")
    return StandardsColumns.Driver(name: text)
  }

  private func require(_ name: String, _ option: String) throws {
    if headers.contains(name) { return }
    let hint =
      Spelling.didYouMean(name, among: headers)
      ?? "its columns are \(headers.prefix(40).joined(separator: ", "))"
    throw ValidationError("\(option): \(file) has no column \"\(name)\"; \(hint)")
  }
}
