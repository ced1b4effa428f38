/// What the parts of a package are said to contain.
final class ContentTypes: XMLHandler {
  private var overrides: [String: String] = [:]
  private var defaults: [String: String] = [:]

  init(of archive: WorkbookPackage) throws(SpreadsheetError) {
    guard archive.has("[Content_Types].xml") else { return }
    try XMLStream.read(
      archive.open("[Content_Types].xml", limits: .structure), handler: self)
  }

  /// What a part is said to contain; empty where nothing is said.
  func type(of part: String) -> String {
    let part = part.lowercased()
    let ending = part.split(separator: ".").last.map(String.init) ?? ""
    return overrides["/" + part] ?? overrides[part] ?? defaults[ending] ?? ""
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name.vocabulary == .contentTypes, let type = attributes.text("ContentType") else {
      return
    }
    if let part = attributes.text("PartName") { overrides[part.lowercased()] = type }
    if let ending = attributes.text("Extension") { defaults[ending.lowercased()] = type }
  }
}
