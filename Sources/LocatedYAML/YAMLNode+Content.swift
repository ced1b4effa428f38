extension YAMLNode {
  /// Whether both say the same, wherever and in whatever style it is written.
  public func hasSameContent(as other: YAMLNode) -> Bool {
    switch (plainContent, other.plainContent) {
    case (.scalar(let text), .scalar(let otherText)):
      return text == otherText && isBlank == other.isBlank
    case (.list(let elements), .list(let others)):
      return elements.count == others.count
        && zip(elements, others).allSatisfy { $0.hasSameContent(as: $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && zip(entries, others).allSatisfy {
          $0.key == $1.key && $0.value.hasSameContent(as: $1.value)
        }
    default: return false
    }
  }

  /// Whether it is a bare ? that YAML has taken for the beginning of a key.
  var isBareQuestion: Bool {
    guard let entries, let only = entries.first, entries.count == 1 else { return false }
    return only.key.isEmpty && only.value.isBlank
  }

  private var plainContent: Content { isBareQuestion ? .scalar("?") : content }
}
