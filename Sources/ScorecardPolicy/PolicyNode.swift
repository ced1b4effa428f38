import Diagnostics

/// One node of a policy file: a scalar as its text, a list, or a mapping, each with its place.
struct PolicyNode {
  enum Content {
    case scalar(String)
    case list([PolicyNode])
    case mapping([Entry])
  }

  /// One key of a mapping with its value.
  struct Entry {
    let key: String
    let keyLocation: SourceLocation
    let value: PolicyNode
  }

  let content: Content
  let location: SourceLocation
  /// Whether the scalar stood in quotes, or is a block of lines.
  var isQuoted = false
  /// The character before the scalar that YAML takes as its own (`&` or `!`), when there is one.
  var indicator: Character?

  /// Whether the text of the scalar stands as it is on the line of its place, so that a character
  /// in it can be pointed at.
  var isVerbatim = false

  /// The place of a character of the scalar's text, or of the scalar where that cannot be told.
  func location(ofCharacter offset: Int) -> SourceLocation {
    isVerbatim ? location.advanced(by: offset + (isQuoted ? 1 : 0)) : location
  }

  /// The text of a scalar; nil for lists, mappings, and scalars left blank.
  var text: String? {
    if case .scalar(let text) = content, !text.isEmpty || isQuoted { text } else { nil }
  }

  /// Whether nothing stands after the key.
  var isBlank: Bool {
    if case .scalar("") = content { !isQuoted && indicator == nil } else { false }
  }

  /// The entries of a mapping; nil for anything else.
  var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The elements of a list; nil for anything else.
  var elements: [PolicyNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The value of a key of a mapping.
  subscript(key: String) -> PolicyNode? {
    entries?.first { $0.key == key }?.value
  }

  /// The element that a scenario's file has put into it, else the node itself: where a fault of the
  /// whole is to be mended.
  var changedPart: PolicyNode {
    let parts = entries?.map(\.value) ?? elements ?? []
    return parts.first { $0.location.file != location.file } ?? self
  }

  /// What kind of node it is, in words.
  var kind: String {
    switch content {
    case .scalar: isBlank ? "nothing" : "a single value"
    case .list: "a list"
    case .mapping: "a mapping (key: value)"
    }
  }
}
