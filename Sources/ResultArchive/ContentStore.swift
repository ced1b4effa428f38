import ResultRecords
import SQLiteAccess

/// Bytes by their hashes, in pieces; the same bytes are stored once, whoever they belong to.
struct ContentStore {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Whether bytes of this hash are there.
  func holds(_ hash: ContentHash) throws -> Bool { try identifier(of: hash) != nil }

  private func identifier(of hash: ContentHash) throws -> Int? {
    try database.value("SELECT id FROM contents WHERE sha256 = ?1", [.text("\(hash)")])?.integer
  }

  /// Stores bytes, unless they are there.
  @discardableResult
  func add(_ bytes: [UInt8]) throws -> ContentDigest {
    let digest = ContentDigest(of: bytes)
    guard try !holds(digest.sha256) else { return digest }
    let content = try begin(digest)
    let pieces = stride(from: 0, to: bytes.count, by: FilePieces.size)
    for (number, start) in pieces.enumerated() {
      let end = min(start + FilePieces.size, bytes.count)
      try add(Array(bytes[start..<end]), content: content, number: number)
    }
    return digest
  }

  /// Stores the bytes of a file, unless they are there. Memory for one piece.
  ///
  /// - Parameter expected: what the file must hold; nil for anything.
  /// - Throws: `ArchiveError.changed` when it holds something else, or changes meanwhile.
  @discardableResult
  func add(file: String, expecting expected: ContentDigest?) throws -> ContentDigest {
    let digest = try ContentDigest(ofFile: file)
    if let expected, digest != expected { throw ArchiveError.changed(file: file) }
    guard try !holds(digest.sha256) else { return digest }
    let content = try begin(digest)
    var hasher = ContentHasher()
    var number = 0
    try FilePieces.forEach(of: file) { piece in
      hasher.update(piece)
      try add(piece, content: content, number: number)
      number += 1
    }
    guard hasher.finish() == digest else { throw ArchiveError.changed(file: file) }
    return digest
  }

  private func begin(_ digest: ContentDigest) throws -> Int {
    try database.prepare("INSERT INTO contents (sha256, size) VALUES (?1, ?2)").run(
      [.text("\(digest.sha256)"), .integer(digest.size)])
    return try identifier(of: digest.sha256) ?? 0
  }

  private func add(_ piece: [UInt8], content: Int, number: Int) throws {
    try database.prepare("INSERT INTO pieces (content, number, bytes) VALUES (?1, ?2, ?3)").run(
      [.integer(content), .integer(number), .bytes(piece)])
  }

  /// Calls `body` with the pieces of a content in order, and compares the whole with its hash.
  ///
  /// - Throws: `ContentFault` when it is not there, or is not what its hash says; `body` has then
  ///   seen bytes that nobody stored.
  func forEachPiece(of hash: ContentHash, _ body: ([UInt8]) throws -> Void) throws {
    guard let content = try identifier(of: hash) else { throw ContentFault.absent }
    let size = try database.value("SELECT size FROM contents WHERE id = ?1", [.integer(content)])
    var hasher = ContentHasher()
    try database.rows(
      "SELECT bytes FROM pieces WHERE content = ?1 ORDER BY number", [.integer(content)]
    ) { row in
      let piece = row.value(0).bytes ?? []
      hasher.update(piece)
      try body(piece)
    }
    let found = hasher.finish()
    guard found.sha256 == hash, size?.integer == found.size else {
      throw ContentFault.otherBytes(found)
    }
  }

  /// All bytes of a content.
  func bytes(of hash: ContentHash) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: hash) { bytes += $0 }
    return bytes
  }
}

/// What is wrong with a content.
enum ContentFault: Error, CustomStringConvertible {
  case absent
  case otherBytes(ContentDigest)

  var description: String {
    switch self {
    case .absent: "its content is not there"
    case .otherBytes(let found): "its content has changed: it has \(found) now"
    }
  }
}
