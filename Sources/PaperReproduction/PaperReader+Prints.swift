import Diagnostics
import LocatedYAML

extension PaperReader {
  /// What is printed in one place, or in several.
  mutating func prints(
    _ node: YAMLNode, path: String, labels: [String], quantities: [PaperQuantity]
  ) -> [PaperPrint] {
    (node.elements ?? [node]).compactMap {
      printedPlace($0, path: path, labels: labels, quantities: quantities)
    }
  }

  private mutating func printedPlace(
    _ node: YAMLNode, path: String, labels: [String], quantities: [PaperQuantity]
  ) -> PaperPrint? {
    let keys = quantities.map(Self.key)
    guard let fields = fields(of: node, path: path, keys: keys + ["where"]) else { return nil }
    var numbers: [PaperNumber] = []
    for quantity in quantities {
      guard let node = fields[Self.key(quantity)] else { continue }
      let path = join(path, Self.key(quantity))
      if [.weight, .priority].contains(quantity) {
        numbers += vector(node, quantity, path: path, labels: labels)
      } else if let number = number(node, quantity, path: path) {
        numbers.append(number)
      }
    }
    return PaperPrint(place: text(fields["where"], path: join(path, "where")), numbers: numbers)
  }

  /// The key of a quantity: plural where there is a number for each label.
  static func key(_ quantity: PaperQuantity) -> String {
    switch quantity {
    case .weight: "weights"
    case .priority: "priorities"
    default: quantity.rawValue
    }
  }

  /// Numbers by label, or one for each label in their order.
  private mutating func vector(
    _ node: YAMLNode, _ quantity: PaperQuantity, path: String, labels: [String]
  ) -> [PaperNumber] {
    if let elements = node.elements {
      guard elements.count == labels.count else {
        report(
          node, path, "paper.labels",
          "\(path) has \(elements.count) \(elements.count == 1 ? "number" : "numbers") for "
            + "\(labels.count) labels",
          notes: ["the labels are \(labels.joined(separator: ", "))"],
          suggestion: "write one for each, or label: number for those that are printed")
        return []
      }
      return zip(labels, elements).compactMap {
        number($1, quantity, label: $0, path: join(path, $0))
      }
    }
    guard let fields = fields(of: node, path: path, keys: labels) else { return [] }
    return labels.compactMap { label in
      fields[label].flatMap { number($0, quantity, label: label, path: join(path, label)) }
    }
  }

  /// A number, or a mapping with what is known about it.
  private mutating func number(
    _ node: YAMLNode, _ quantity: PaperQuantity, label: String? = nil, path: String
  ) -> PaperNumber? {
    guard node.entries != nil else {
      return printed(node, path: path).map {
        PaperNumber(
          quantity: quantity, label: label, print: $0, meant: nil, note: nil,
          location: node.location)
      }
    }
    guard let fields = fields(of: node, path: path, keys: ["printed", "meant", "note"]) else {
      return nil
    }
    guard let text = fields["printed"] else {
      missingKey("printed", node, path: path)
      return nil
    }
    let meant = fields["meant"].flatMap { printed($0, path: join(path, "meant")) }
    let note = self.text(fields["note"], path: join(path, "note"))
    return printed(text, path: join(path, "printed")).map {
      PaperNumber(
        quantity: quantity, label: label, print: $0, meant: meant, note: note,
        location: text.location)
    }
  }

  private mutating func printed(_ node: YAMLNode, path: String) -> PrintedText? {
    guard let text = text(node, path: path) else { return nil }
    if let print = PrintedText(text) { return print }
    report(
      node, path, "paper.number", "\"\(text)\" is not a printed number",
      suggestion: "write the digits as printed, such as .0345 or 4.4%")
    return nil
  }
}
