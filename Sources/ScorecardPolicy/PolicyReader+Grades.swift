import Diagnostics
import LocatedYAML

// Reading the grades and their bands.
extension PolicyReader {
  private static let gradeKeys = ["title", "by", "within", "ties", "bands"]

  mutating func grades(
    _ node: YAMLNode?, _ scores: FormulaScope, hasGates: Bool
  ) -> [GradeDeclaration] {
    named(node, path: "grades").compactMap { grade($0, scores, hasGates: hasGates) }
  }

  private mutating func grade(
    _ entry: YAMLNode.Entry, _ scores: FormulaScope, hasGates: Bool
  ) -> GradeDeclaration? {
    let path = "grades.\(entry.key)"
    guard let fields = fields(of: entry.value, path: path, keys: Self.gradeKeys) else { return nil }
    for key in ["by", "bands"] where fields[key] == nil { missingKey(key, entry.value, path: path) }
    let by = fields["by"].flatMap { rankedValue($0, scores, path: join(path, "by")) }
    if let node = fields["by"], by?.source == .total, hasGates {
      diagnostics.append(
        Diagnostic(
          .finding, code: "policy.gates-unused", at: node.location, path: join(path, "by"),
          "the gates do not affect \(path), which is by the total before them",
          suggestion: "write by: final"))
    }
    let within = fields["within"].flatMap { group($0, path: join(path, "within")) }
    let ties = self.ties(fields["ties"], path: join(path, "ties"))
    let bands = fields["bands"].map { self.bands($0, path: join(path, "bands")) }
    guard let by, let bands, fields["within"] == nil || within != nil else { return nil }
    return GradeDeclaration(
      name: entry.key, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
      by: by, within: within == "ALL" ? nil : within, ties: ties, bands: bands)
  }

  // MARK: Ties

  private mutating func ties(_ node: YAMLNode?, path: String) -> [TieBreak] {
    guard let node else { return [] }
    let nodes = node.elements ?? [node]
    return nodes.compactMap { tie($0, path: path) }
  }

  private mutating func tie(_ node: YAMLNode, path: String) -> TieBreak? {
    guard let written = text(node, path: path) else { return nil }
    let isDescending = written.hasPrefix("-")
    let name = written.drop { $0 == "-" || $0 == "+" || $0 == " " }
      .trimmingBrackets
    guard let entry = scope.values[name] else {
      if !scope.isComplete || scope.broken.contains(name) { return nil }
      report(
        node, path, "policy.unknown-name", "no column or formula is named \(name)",
        suggestion: Spelling.didYouMean(name, among: scope.values.keys.sorted())
          ?? "ties are broken by columns and formulas of the subject table, and by its key")
      return nil
    }
    return TieBreak(value: entry.reference, type: entry.type, isDescending: isDescending)
  }

  // MARK: Bands

  private mutating func bands(_ node: YAMLNode, path: String) -> [BandDeclaration] {
    guard let elements = node.elements, !elements.isEmpty else {
      report(
        node, path, "policy.shape", "\(path) must be a list of bands, from the top",
        suggestion: "write each as - {grade: three-star, seats: 1}")
      return []
    }
    let bands = elements.enumerated().compactMap { index, element in
      band(element, isLast: index == elements.count - 1, path: "\(path).\(index + 1)")
    }
    guard bands.count == elements.count else { return [] }
    checkNames(bands, elements, path: path)
    checkShares(bands, elements, path: path)
    checkMinimums(bands, elements, path: path)
    return bands
  }

  private mutating func band(
    _ node: YAMLNode, isLast: Bool, path: String
  ) -> BandDeclaration? {
    let limits = ["seats", "share", "minimum"]
    guard let fields = fields(of: node, path: path, keys: ["grade", "title"] + limits) else {
      return nil
    }
    if fields["grade"] == nil { missingKey("grade", node, path: path) }
    let grade = text(fields["grade"], path: join(path, "grade"))
    if let node = fields["grade"], grade?.isEmpty == true {
      report(
        node, join(path, "grade"), "policy.name", "a grade needs a name",
        suggestion:
          "\"\" is the grade of those whom a gate makes ineligible; name this one, as none")
    }
    let given = limits.filter { fields[$0] != nil }
    if given.count > 1 {
      report(
        node, path, "policy.shape",
        "a band has \(given.joined(separator: " and ")), where one of them decides",
        suggestion: "leave out \(given.dropFirst().joined(separator: " and "))")
      return nil
    }
    if given.isEmpty, !isLast {
      report(
        node, path, "policy.missing-key", "\(path) has no seats, share or minimum",
        suggestion: "add one; only the last band takes the rest")
      return nil
    }
    guard let grade, let limit = limit(fields, given.first, isLast: isLast, node, path: path) else {
      return nil
    }
    return BandDeclaration(
      grade: grade, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
      limit: limit)
  }

  private mutating func limit(
    _ fields: [String: YAMLNode], _ key: String?, isLast: Bool, _ node: YAMLNode, path: String
  ) -> BandDeclaration.Limit? {
    guard let key else { return .rest }
    guard let number = number(fields, key, path: path) else { return nil }
    switch key {
    case "seats":
      guard let seats = Int(exactly: number), seats >= 0 else {
        report(
          fields[key] ?? node, join(path, key), "policy.bounds",
          "seats are a whole number of people, 0 or more, not \(number.asWritten)",
          suggestion: "for a part of the people write share:")
        return nil
      }
      return .seats(seats)
    case "share":
      guard (0...1).contains(number) else {
        report(
          fields[key] ?? node, join(path, key), "policy.bounds",
          "a share lies between 0 and 1 (100%)",
          suggestion: number > 1 && number <= 100 ? "did you mean \(number.asWritten)%?" : nil)
        return nil
      }
      return .share(number)
    default: return .minimum(number)
    }
  }

  private mutating func checkNames(
    _ bands: [BandDeclaration], _ nodes: [YAMLNode], path: String
  ) {
    for (index, band) in bands.enumerated()
    where bands[..<index].contains(where: {
      $0.grade == band.grade
    }) {
      report(
        nodes[index], "\(path).\(index + 1)", "policy.duplicate-name",
        "two bands are named \(band.grade)", suggestion: "give one of the two another name")
    }
  }

  private mutating func checkShares(
    _ bands: [BandDeclaration], _ nodes: [YAMLNode], path: String
  ) {
    var sum = 0.0
    for (index, band) in bands.enumerated() {
      guard case .share(let share) = band.limit else { continue }
      let others = bands[..<index].contains { band in
        if case .share = band.limit { false } else { true }
      }
      if others {
        report(
          nodes[index], "\(path).\(index + 1)", "policy.shape",
          "a share is of all people from the top, and bands above it have no share",
          suggestion: "give the bands above shares too, or this one seats or a minimum")
        return
      }
      sum += share
      if sum > 1 + 1e-9 {
        report(
          nodes[index], "\(path).\(index + 1)", "policy.bounds",
          "the shares add up to \(((sum * 1e8).rounded() / 1e6).asWritten)%, more than all people",
          suggestion: "make them smaller; the last band takes the rest and needs no share")
        return
      }
    }
    if case .share? = bands.last?.limit, sum < 1 - 1e-9, let node = nodes.last {
      report(
        node, "\(path).\(bands.count)", "policy.bounds",
        "the shares add up to \(((sum * 1e8).rounded() / 1e6).asWritten)%, and the last band takes the "
          + "rest whatever its share",
        suggestion: "leave out the last share, or make the shares add up to 100%")
    }
  }

  private mutating func checkMinimums(
    _ bands: [BandDeclaration], _ nodes: [YAMLNode], path: String
  ) {
    var lowest: (value: Double, grade: String)?
    for (index, band) in bands.enumerated() {
      guard case .minimum(let minimum) = band.limit else { continue }
      if let lowest, minimum >= lowest.value {
        report(
          nodes[index], "\(path).\(index + 1)", "policy.order",
          "the minimum \(minimum.asWritten) of \(band.grade) is not below \(lowest.value.asWritten), that "
            + "of \(lowest.grade) above it: the bands overlap",
          suggestion: "bands stand from the top, each minimum below the one before")
      }
      lowest = (minimum, band.grade)
    }
    if case .minimum(let minimum)? = bands.last?.limit, let node = nodes.last {
      diagnostics.append(
        Diagnostic(
          .finding, code: "policy.last-band", at: node.location, path: "\(path).\(bands.count)",
          "the last band takes the rest, also those below its minimum \(minimum.asWritten)",
          suggestion: "leave out the minimum, or add a band below"))
    }
  }
}

extension Substring {
  /// The name without the square brackets that formulas need round some names.
  fileprivate var trimmingBrackets: String {
    hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : String(self)
  }
}
