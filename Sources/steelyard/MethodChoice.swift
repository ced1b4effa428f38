import AHP
import ArgumentParser
import DataWeights

/// One method to derive weights by, from judgements or from data, or all of them beside each other.
enum MethodChoice: Equatable, ExpressibleByArgument {
  case one(PriorityMethod)
  case all
  case data(DataWeightMethod)

  /// The one method; nil for all.
  var method: PriorityMethod? {
    guard case .one(let method) = self else { return nil }
    return method
  }

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let method = PriorityMethod(rawValue: argument) {
      self = .one(method)
    } else if let method = DataWeightMethod(rawValue: argument) {
      self = .data(method)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .one(let method): method.rawValue
    case .all: "all"
    case .data(let method): method.rawValue
    }
  }

  static var allValueStrings: [String] {
    PriorityMethod.allCases.map(\.rawValue) + DataWeightMethod.allCases.map(\.rawValue) + ["all"]
  }
}

extension PriorityMethod: ExpressibleByArgument {}
