import Diagnostics

/// One node of a YAML file: a scalar as its text, a list, or a mapping, each with its place.
///
/// No type is told by YAML: what `no`, `012` or `1:30` mean is for the reader of the file to say.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Content: Sendable {
    /// One value, as its text.
    case scalar(String)
    /// Values in order.
    case list([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([Entry])
  }

  /// One key of a mapping with its value.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// Where it stands.
    public let keyLocation: SourceLocation
    /// What stands behind it.
    public let value: YAMLNode

    /// A key with its value.
    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      (self.key, self.keyLocation, self.value) = (key, keyLocation, value)
    }
  }

  /// What it is.
  public let content: Content
  /// Where it begins.
  public let location: SourceLocation
  /// Whether the scalar stood in quotes, or is a block of lines.
  public var isQuoted = false
  /// The character before the scalar that YAML takes as its own (`&` or `!`), when there is one.
  public internal(set) var indicator: Character?

  /// Whether the text of the scalar stands as it is on the line of its place, so that a character
  /// in it can be pointed at.
  public var isVerbatim = false

  /// A node that stands at a place.
  public init(content: Content, location: SourceLocation) {
    (self.content, self.location) = (content, location)
  }

  /// The place of a character of the scalar's text, or of the scalar where that cannot be told.
  public func location(ofCharacter offset: Int) -> SourceLocation {
    isVerbatim ? location.advanced(by: offset + (isQuoted ? 1 : 0)) : location
  }

  /// The text of a scalar; nil for lists, mappings, and scalars left blank.
  public var text: String? {
    if case .scalar(let text) = content, !text.isEmpty || isQuoted { text } else { nil }
  }

  /// Whether nothing stands after the key.
  public var isBlank: Bool {
    if case .scalar("") = content { !isQuoted && indicator == nil } else { false }
  }

  /// The entries of a mapping; nil for anything else.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The elements of a list; nil for anything else.
  public var elements: [YAMLNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What kind of node it is, in words.
  public var kind: String {
    switch content {
    case .scalar: isBlank ? "nothing" : "a single value"
    case .list: "a list"
    case .mapping: "a mapping (key: value)"
    }
  }
}
