/// Something that is weighed, by the names that judgements may call it.
struct WeighedThing {
  let name: String
  let title: String

  /// The name of the thing that a label stands for, by name or else by title.
  static func name(for label: String, among things: [WeighedThing]) -> String? {
    things.first { $0.name == label }?.name ?? things.first { $0.title == label }?.name
  }
}
