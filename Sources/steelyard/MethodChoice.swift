import AHP
import ArgumentParser

/// One method to derive weights by, or all of them beside each other.
enum MethodChoice: Equatable, ExpressibleByArgument {
  case one(PriorityMethod)
  case all

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let method = PriorityMethod(rawValue: argument) {
      self = .one(method)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .one(let method): method.rawValue
    case .all: "all"
    }
  }

  static var allValueStrings: [String] { PriorityMethod.allCases.map(\.rawValue) + ["all"] }
}
