/// What `Package.swift` says of the package's targets, in its order.
struct Manifest {
  /// One target.
  struct Target {
    let name: String
    /// Targets of this package that it depends on.
    let own: [String]
    /// Products of other packages that it depends on.
    let products: [String]
    /// System libraries that it links.
    let libraries: [String]
  }

  /// The targets in `Sources`.
  let targets: [Target]
  /// The targets in `Tests`.
  let tests: [Target]

  init() throws {
    let text = try SourceTree.text("Package.swift")
    // A target ends where the next one begins.
    let starts = text.matches(of: /\.(?:target|executableTarget|testTarget)\(\s*name: "(\w+)"/)
    let ends = starts.dropFirst().map(\.range.lowerBound) + [text.endIndex]
    var (targets, tests): ([Target], [Target]) = ([], [])
    for (start, end) in zip(starts, ends) {
      let target = Self.target(String(start.1), text[start.range.upperBound..<end])
      if start.0.hasPrefix(".testTarget") { tests.append(target) } else { targets.append(target) }
    }
    (self.targets, self.tests) = (targets, tests)
  }

  private static func target(_ name: String, _ text: Substring) -> Target {
    let products = text.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
    let libraries = text.matches(of: /\.linkedLibrary\("(\w+)"\)/).map { String($0.1) }
    let others = text.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/)
    let own = others.map { String($0.1) }.filter { !libraries.contains($0) }
    return Target(name: name, own: own, products: products, libraries: libraries)
  }

  /// Every target that a target depends on, itself or through others.
  func dependencies(of name: String) -> Set<String> {
    let own = (targets + tests).first { $0.name == name }?.own ?? []
    return own.reduce(into: Set(own)) { $0.formUnion(dependencies(of: $1)) }
  }
}
