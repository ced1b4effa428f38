import Diagnostics

/// One number that a paper prints, with what is known of it.
public struct PaperNumber: Sendable {
  /// What it is.
  public let quantity: PaperQuantity
  /// What is weighed, for a weight or a priority.
  public let label: String?
  /// The number as printed.
  public let print: PrintedText
  /// What surely was meant, where the print is known to be wrong.
  public let meant: PrintedText?
  /// What the file's author remarks.
  public let note: String?
  /// Where it stands in the paper file.
  public let location: SourceLocation

  /// The number to go on with: what was meant, or else what is printed.
  var value: Double { (meant ?? print).value }
}
