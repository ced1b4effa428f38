/// The steps of one stage, named after it.
struct StepList {
  private let prefix: String
  private(set) var steps: [SQLStep] = []
  /// The names of the steps that others than the next one read.
  private(set) var shared: Set<String> = []

  init(_ prefix: String) { self.prefix = prefix }

  /// Adds a step and gives its name.
  ///
  /// - Parameter isShared: whether other steps than the next one read it.
  @discardableResult
  mutating func add(
    _ part: String, comments: [String] = [], isShared: Bool = false, _ query: String
  ) -> String {
    let name = "\(prefix)_\(part)"
    steps.append(SQLStep(name: name, comments: comments, query: query))
    if isShared { shared.insert(name) }
    return name
  }

  /// A SELECT of a few lines.
  static func select(_ items: [String], from relation: String, _ rest: [String] = []) -> String {
    (["SELECT \(items.joined(separator: ",\n  "))", "FROM \(relation)"] + rest)
      .joined(separator: "\n")
  }
}
