/// One place in a JSON value, where something else can be put.
struct JSONPlace {
  /// The keys that lead there, such as `inputs[0].files`.
  let path: String
  /// The whole with another value there; nil takes the key away.
  let replacing: (Any?) -> Any

  /// Every key of every object in a value.
  static func all(in value: Any, _ path: String = "") -> [JSONPlace] {
    if let object = value as? [String: Any] {
      return object.keys.sorted().flatMap { key -> [JSONPlace] in
        let place = path.isEmpty ? key : "\(path).\(key)"
        let put = { (new: Any?) -> Any in
          var copy = object
          copy[key] = new
          return copy
        }
        let inner = all(in: object[key] ?? "", place).map { inner in
          JSONPlace(path: inner.path) { put(inner.replacing($0)) }
        }
        return [JSONPlace(path: place, replacing: put)] + inner
      }
    }
    guard let list = value as? [Any] else { return [] }
    return list.indices.flatMap { index in
      all(in: list[index], "\(path)[\(index)]").map { inner in
        JSONPlace(path: inner.path) { new in
          var copy = list
          copy[index] = inner.replacing(new)
          return copy
        }
      }
    }
  }
}
