/// Numbers that a paper prints in one place about one matrix or synthesis.
public struct PaperPrint: Sendable {
  /// The place, such as `table 3`; nil where the file names none.
  public let place: String?
  /// The numbers, in the order of the file.
  public let numbers: [PaperNumber]

  /// The printed numbers of labels, in an order; nil unless each is printed.
  func values(_ quantity: PaperQuantity, of labels: [String]) -> [Double]? {
    let found = labels.compactMap { label in
      numbers.first { $0.quantity == quantity && $0.label == label }?.print.value
    }
    return found.count == labels.count ? found : nil
  }

  /// The one number of a quantity; nil where it is not printed.
  func number(_ quantity: PaperQuantity) -> PaperNumber? {
    numbers.first { $0.quantity == quantity }
  }
}
