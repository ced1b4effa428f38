import CExpat

/// What the parts of a package that belong to one part are, and where.
final class RelationList: XMLHandler {
  /// One of them.
  struct Relation {
    let id: String
    /// The last word of its kind, such as `worksheet`, which both forms of the standard share.
    let kind: String
    let target: String
  }

  private(set) var relations: [Relation] = []
  private let folder: String

  /// The relations of a part, `""` for those of the whole package; none when it has no list of them.
  init(of part: String, in archive: WorkbookPackage) throws(SpreadsheetError) {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    folder = String(part[..<cut])
    let list = "\(folder)_rels/\(part[cut...]).rels"
    guard archive.has(list) else { return }
    try XMLStream.read(archive.open(list, limits: .structure), handler: self)
  }

  /// The first of a kind.
  func first(_ kind: String) -> Relation? { relations.first { $0.kind == kind } }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    guard name.vocabulary == .relationships, name.local.equals("Relationship"),
      attributes["TargetMode"]?.equals("External") != true,
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relations.append(Relation(id: id, kind: kind, target: resolve(target)))
  }

  /// A target from the root of the package on.
  private func resolve(_ target: String) -> String {
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var parts: [Substring] = []
    for step in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") where step != "."
    {
      if step == ".." { _ = parts.popLast() } else { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }
}
