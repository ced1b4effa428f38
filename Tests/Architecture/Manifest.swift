/// What `Package.swift` says of the targets in `Sources`, in its order.
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

  let targets: [Target]

  init() throws {
    let text = try SourceTree.text("Package.swift")
    // A target ends where the next one begins.
    let starts = text.matches(of: /\.(?:target|executableTarget|testTarget)\(\s*name: "(\w+)"/)
    targets = starts.enumerated().compactMap { index, match in
      guard !match.0.hasPrefix(".testTarget") else { return nil }
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      return Self.target(String(match.1), text[match.range.upperBound..<end])
    }
  }

  private static func target(_ name: String, _ text: Substring) -> Target {
    let products = text.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
    let libraries = text.matches(of: /\.linkedLibrary\("(\w+)"\)/).map { String($0.1) }
    let others = text.matches(of: /"(\w+)"/).map { String($0.1) }
    let own = others.filter { !products.contains($0) && !libraries.contains($0) }
    return Target(name: name, own: own, products: products, libraries: libraries)
  }

  /// Every target that a target depends on, itself or through others.
  func dependencies(of name: String) -> Set<String> {
    let own = targets.first { $0.name == name }?.own ?? []
    return own.reduce(into: Set(own)) { $0.formUnion(dependencies(of: $1)) }
  }
}
