import AHP
import Diagnostics

/// What is wrong with who answers in which files.
enum RespondentClashes {
  static func diagnostics(
    _ answers: [PanelAnswers], _ weights: [String: Double]
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var first: [String: (file: String, sets: Set<String?>, weight: Double)] = [:]
    for answer in answers {
      var here: Set<String> = []
      for respondent in answer.respondents {
        guard let earlier = first[respondent.name], earlier.file != answer.file else {
          first[respondent.name, default: (answer.file, [], respondent.weight)].sets
            .insert(respondent.set)
          continue
        }
        if earlier.sets.contains(respondent.set) {
          if here.insert(respondent.name).inserted {
            found.append(twice(respondent.name, respondent.location, earlier.file))
          }
        } else if earlier.weight != respondent.weight, weights[respondent.name] == nil {
          found.append(differs(respondent.name, respondent.location, earlier.file))
        } else {
          first[respondent.name]?.sets.insert(respondent.set)
        }
      }
    }
    guard !answers.isEmpty else { return found }
    return found
      + weights.keys.sorted().filter { first[$0] == nil }.map { nobody($0, Array(first.keys)) }
  }

  private static func twice(
    _ name: String, _ location: SourceLocation?, _ earlier: String
  ) -> Diagnostic {
    Diagnostic(
      code: "judgement.respondent-twice", at: location,
      "\(name) answers here and in \(earlier)",
      suggestion: "take the older of the two files out, or give two people two names")
  }

  private static func differs(
    _ name: String, _ location: SourceLocation?, _ earlier: String
  ) -> Diagnostic {
    Diagnostic(
      code: "judgement.weights-differ", at: location,
      "\(name) has another weight here than in \(earlier)",
      suggestion: "give a respondent the same weight in every file")
  }

  private static func nobody(_ name: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      code: "judgement.unknown-respondent", "a weight is given for \(name), who does not answer",
      suggestion: Spelling.didYouMean(name, among: names.sorted())
        ?? "the respondents are \(names.sorted().joined(separator: ", "))")
  }
}
