/// A JSON value with the place where it stands.
///
/// The parser that comes with the toolchain does not say where a text stops being JSON.
struct JSONNode {
  enum Value {
    case object([String: JSONNode])
    case list([JSONNode])
    case text(String)
    /// A number as it is written.
    case number(String)
    case truth(Bool)
    case null
  }

  let value: Value
  /// From 1.
  let line: Int
  /// In bytes, from 1.
  let column: Int

  /// What a value is called in messages.
  var name: String {
    switch value {
    case .object: "an object"
    case .list: "a list"
    case .text(let text): "the text \"\(text.prefix(80))\""
    case .number(let text): "\(text.prefix(80))"
    case .truth(let truth): "\(truth)"
    case .null: "null"
    }
  }
}
