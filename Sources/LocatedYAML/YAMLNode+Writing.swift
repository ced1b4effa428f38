import Yams

// Whole documents as text, by the YAML library.
extension YAMLNode {
  /// How long a collection may be that stands on one line.
  private static let lineLength = 90

  /// The node as a YAML document: what was quoted in quotes, small collections on one line; nil where it
  /// holds what no YAML can.
  public var document: String? {
    guard let node = try? libraryNode(isInFlow: false, isRoot: true) else { return nil }
    return try? serialize(node: node, indent: 2, width: -1, allowUnicode: true)
  }

  private func libraryNode(isInFlow: Bool, isRoot: Bool = false) throws -> Node {
    let isInFlow = isInFlow || !isRoot && fitsOneLine
    switch content {
    case .scalar(let text):
      return .scalar(Node.Scalar(text, Tag(.str), scalarStyle(isInFlow: isInFlow)))
    case .list(let elements):
      let nodes = try elements.map { try $0.libraryNode(isInFlow: isInFlow) }
      return .sequence(Node.Sequence(nodes, Tag(.seq), isInFlow ? .flow : .block))
    case .mapping where isBareQuestion:
      return .scalar(Node.Scalar("?", Tag(.str), .singleQuoted))
    case .mapping(let entries):
      let pairs = try entries.map { entry -> (Node, Node) in
        let style: Node.Scalar.Style = Self.readsAsValue(entry.key) ? .singleQuoted : .any
        return (
          .scalar(Node.Scalar(entry.key, Tag(.str), style)),
          try entry.value.libraryNode(isInFlow: isInFlow)
        )
      }
      return .mapping(Node.Mapping(pairs, Tag(.map), isInFlow ? .flow : .block))
    }
  }

  private func scalarStyle(isInFlow: Bool) -> Node.Scalar.Style {
    guard case .scalar(let text) = content, isQuoted else { return .any }
    return text.unicodeScalars.contains(where: \.isYAMLBreak) ? .doubleQuoted : .singleQuoted
  }

  /// Whether it is short, and holds nothing left blank, which only a line of its own shows.
  private var fitsOneLine: Bool {
    holdsNoBlank && flowText.count <= Self.lineLength
  }

  private var holdsNoBlank: Bool {
    switch content {
    case .scalar: !isBlank
    case .list(let elements): elements.allSatisfy(\.holdsNoBlank)
    case .mapping(let entries): isBareQuestion || entries.allSatisfy(\.value.holdsNoBlank)
    }
  }
}
