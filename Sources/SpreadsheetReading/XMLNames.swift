import Glibc

/// The vocabularies that names in a workbook come from, of ISO/IEC 29500 in its transitional and its
/// strict form.
enum XMLVocabulary {
  case spreadsheet, relationshipReference, relationships, contentTypes, none, other

  /// What expat puts between the vocabulary and the name.
  static let separator = CChar(10)

  init(_ address: UnsafeBufferPointer<CChar>) {
    let text = address.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
    self =
      switch text {
      case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main":
        .spreadsheet
      case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships":
        .relationshipReference
      case "http://schemas.openxmlformats.org/package/2006/relationships": .relationships
      case "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes
      case "": .none
      default: .other
      }
  }
}

/// The name of an element, valid during one call.
struct XMLName {
  let vocabulary: XMLVocabulary
  let local: UnsafePointer<CChar>

  /// Whether this is an element of sheets, styles and texts with this name.
  func isSpreadsheet(_ name: StaticString) -> Bool {
    vocabulary == .spreadsheet && local.equals(name)
  }
}

/// The attributes of an element, valid during one call.
struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute without vocabulary.
  subscript(_ name: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let candidate = list[index] {
      if candidate.equals(name) { return list[index + 1] }
      index += 2
    }
    return nil
  }

  /// The value of an attribute without vocabulary.
  func text(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// Whether an attribute says yes.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value.equals("1") || value.equals("true") || value.equals("on")
  }

  /// The value of an attribute `id` that names a relation, whatever prefix its vocabulary has.
  var relation: String? {
    var index = 0
    while let candidate = list[index], let value = list[index + 1] {
      if let end = strchr(candidate, Int32(XMLVocabulary.separator)),
        UnsafePointer(end + 1).equals("id"),
        XMLVocabulary(UnsafeBufferPointer(start: candidate, count: UnsafePointer(end) - candidate))
          == .relationshipReference
      {
        return String(cString: value)
      }
      index += 2
    }
    return nil
  }
}

extension UnsafePointer<CChar> {
  /// Whether the text ended by a zero is this one.
  func equals(_ name: StaticString) -> Bool {
    name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
      strcmp(self, $0) == 0
    }
  }
}
