import ArgumentParser
import Diagnostics
import Foundation
import PolicyAnalysis

/// Finds the columns that a command line names among the headers of a file.
struct StandardsColumnChoice {
  let headers: [String]
  let file: String

  /// The columns, each of which must be a header and have one part only.
  func columns(
    key: String, target: String, drivers: [String], within: String?
  ) throws -> StandardsColumns {
    let drivers = try drivers.flatMap(names).map(driver)
    if drivers.isEmpty { throw ValidationError("--drivers needs the name of a column") }
    let named = [(key, "--key"), (target, "--target")] + (within.map { [($0, "--within")] } ?? [])
    for (name, option) in named { try require(name, option) }
    try requireOnePart(
      [(key, "--key"), (target, "--target")] + drivers.map { ($0.name, "--drivers") })
    if let within {
      try requireOnePart([(key, "--key"), (target, "--target"), (within, "--within")])
      if drivers.contains(where: { $0.name == within && $0.isText == false }) {
        throw ValidationError(
          "the column \"\(within)\" is the text of --within and cannot be a number")
      }
    }
    let columns = StandardsColumns(key: key, target: target, drivers: drivers, within: within)
    try requireNewNames(columns)
    return columns
  }

  /// The names in one value of `--drivers`; a header that holds commas may stand alone.
  private func names(_ value: String) -> [String] {
    if headers.contains(value) { return [value] }
    return value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
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

  private func requireOnePart(_ parts: [(name: String, option: String)]) throws {
    var options: [String: String] = [:]
    for (name, option) in parts {
      guard let other = options.updateValue(option, forKey: name) else { continue }
      throw ValidationError(
        other == option
          ? "\(option) names the column \"\(name)\" twice"
          : "the column \"\(name)\" cannot be both \(other) and \(option)")
    }
  }

  /// Two columns of one name in an output would be of no use to whoever reads it.
  private func requireNewNames(_ columns: StandardsColumns) throws {
    if let taken = columns.added.first(where: headers.contains) {
      throw ValidationError(
        "\(file) already has a column \"\(taken)\", which this command would add; "
          + "take the file without earlier plans, or rename the column")
    }
    guard columns.within != nil else { return }
    var seen: Set<String> = []
    for name in GroupStandardsFile.headers(columns) where !seen.insert(name).inserted {
      throw ValidationError(
        "the groups' plans would have two columns \"\(name)\"; rename the one in \(file)")
    }
  }
}
