import Foundation
import FoundationXML

/// Parses a page as XML and collects what it says.
final class WellFormedness: NSObject, XMLParserDelegate {
  /// All text between tags, outside the style.
  private(set) var text = ""
  /// How many elements of each name there are.
  private(set) var counts: [String: Int] = [:]
  /// Addresses that elements name.
  private(set) var addresses: [String] = []
  private var isStyle = false
  private var fault: String?

  /// What is wrong with a page; nil when it is well-formed.
  static func fault(of page: String) -> String? { WellFormedness(page).fault }

  /// Reads a page.
  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "no reason")"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    isStyle = name == "style"
    addresses += ["href", "src", "xlink:href"].compactMap { attributes[$0] }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "style" { isStyle = false }
    text += " "
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !isStyle { text += string }
  }
}
