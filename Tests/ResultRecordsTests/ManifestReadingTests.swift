import Foundation
import TestSupport
import Testing

@testable import ResultRecords
import SeededRandom

@Suite("Reading manifests")
struct ManifestReadingTests {
  private static let hash = String(repeating: "0a", count: 32)

  private static var file: [String: Any] { ["path": "staff.csv", "sha256": hash, "size": 10] }

  /// A manifest as JSON objects, to be spoilt.
  private static var whole: [String: Any] {
    [
      "format": "steelyard-manifest", "formatVersion": 2, "programVersion": "1.2.3",
      "policy": ["name": "p", "version": "1", "files": [file]] as [String: Any],
      "inputs": [
        [
          "table": "staff", "files": [file],
          "rows": ["in": 1, "scored": 1, "rejected": 0, "setAside": 0, "ignored": 0],
        ] as [String: Any]
      ],
      "corrections": [
        "path": "corrections.csv", "sha256": hash, "size": 10, "granted": 2, "refused": 1,
      ] as [String: Any],
      "options": ["sort": "input", "measures": false, "rejects": false, "encoding": "gb18030"]
        as [String: Any],
      "parameters": ["a.b": 0.5, "c": -2e-7] as [String: Any],
      "result": ["sha256": hash, "size": 10, "rows": 1] as [String: Any],
    ]
  }

  private static func data(_ object: Any) throws -> Data {
    try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
  }

  /// What reading a file with those bytes says; nil when it is read.
  private static func message(_ data: Data) throws -> String? {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array(data), to: "r.csv.manifest.json").path
    do throws(RecordError) {
      _ = try ResultManifest(contentsOf: path)
      return nil
    } catch {
      #expect("\(error)".hasPrefix(path))
      return String("\(error)".dropFirst(path.count))
    }
  }

  @Test("what was written is read back the same")
  func whole() throws { #expect(try Self.message(Self.data(Self.whole)) == nil) }

  @Test("a key that is missing is named with the object that lacks it")
  func missingKeys() throws {
    for place in JSONPlace.all(in: Self.whole) {
      let message = try Self.message(Self.data(place.replacing(nil)))
      let isOptional =
        place.path.hasPrefix("parameters.")
        || [
          "inputs[0].files[0].path", "corrections", "corrections.path", "options.encoding",
        ].contains(place.path)
      if isOptional {
        #expect(message == nil, "\(place.path)")
      } else {
        let dot = place.path.lastIndex(of: ".")
        let object = dot.map { "\(place.path[..<$0]): " } ?? "used: "
        let key = dot.map { place.path[$0...].dropFirst() } ?? place.path[...]
        #expect(
          message?.hasSuffix("\(object)the key \"\(key)\" is missing") == true,
          "\(place.path): \(message ?? "read")")
      }
    }
  }

  /// JSON values, and the places where they are of the right type.
  static let others: [(json: String, allowed: [String])] = [
    (
      "{\"x\": [1]}",
      ["policy", "inputs[0].rows", "options", "result", "parameters", "corrections"]
    ),
    ("[[1]]", ["policy.files", "inputs", "inputs[0].files"]),
    ("null", []),
    ("0.5", ["parameters.a.b", "parameters.c"]),
  ]

  @Test("a value of another type is named with its place", arguments: others)
  func wrongTypes(json: String, allowed: [String]) throws {
    for place in JSONPlace.all(in: Self.whole) where !allowed.contains(place.path) {
      let text = String(decoding: try Self.data(place.replacing("@@")), as: UTF8.self)
      let message = try Self.message(Data(text.replacing("\"@@\"", with: json).utf8))
      #expect(
        message?.contains("used: \(place.path): expected ") == true,
        "\(place.path): \(message ?? "read")")
    }
  }

  static let impossible: [(path: String, value: String, words: [String])] = [
    ("formatVersion", "4", ["formatVersion: the manifest has format 4", "reads formats 1 to 3"]),
    ("formatVersion", "0", ["has format 0"]),
    (
      "options.encoding", "\"gbk\"", ["options.encoding: expected one of utf-8, utf-8-bom, gb18030"]
    ),
    ("corrections.refused", "-1", ["corrections.refused: expected a count, found -1"]),
    ("corrections.sha256", "\"abc\"", ["corrections.sha256: expected 64 lower-case"]),
    ("formatVersion", "-1", ["has format -1"]),
    ("format", "\"other\"", ["format: expected \"steelyard-manifest\", found \"other\""]),
    ("result.size", "-1", ["result.size: expected a count, found -1"]),
    ("result.rows", "99999999999999999999", ["result.rows: expected a whole number"]),
    (
      "inputs[0].files[0].size", "1e300",
      ["inputs[0].files[0].size: expected a whole number, found 1e300"]
    ),
    ("inputs[0].rows.in", "1.5", ["inputs[0].rows.in: expected a whole number, found 1.5"]),
    ("result.sha256", "\"abc\"", ["result.sha256: expected 64 lower-case", "\"abc\""]),
    ("parameters.a.b", "1e999", ["parameters.a.b: expected a number, found 1e999"]),
    ("parameters.a.b", "\"0.5\"", ["parameters.a.b: expected a number"]),
    ("policy.files", "[]", ["policy.files: expected at least one file"]),
    ("inputs[0].files", "[]", ["inputs[0].files: expected at least one file"]),
    ("inputs", "[]", ["inputs: expected each table"]),
    ("inputs[0].files[0].path", "\"\"", ["inputs[0].files[0].path: expected the path of a file"]),
    ("inputs[0].files[0].path", "\"a\\u0000b\"", ["expected the path of a file"]),
    ("options.rejects", "true", ["expected the file \"rejects\" exactly where"]),
    ("options.measures", "1", ["options.measures: expected true or false"]),
    ("policy.name", "7", ["policy.name: expected a text"]),
    ("inputs", "{}", ["inputs: expected a list"]),
    ("policy", "[]", ["policy: expected an object"]),
  ]

  @Test("a value that cannot be is named with its place", arguments: impossible)
  func spoilt(path: String, value: String, words: [String]) throws {
    let place = try #require(JSONPlace.all(in: Self.whole).first { $0.path == path })
    let text = String(decoding: try Self.data(place.replacing("@@")), as: UTF8.self)
    let message = try Self.message(Data(text.replacing("\"@@\"", with: value).utf8))
    for word in words { #expect(message?.contains(word) == true, "\(message ?? "read")") }
  }

  @Test("a manifest cut off anywhere is damaged, never read and never a crash")
  func truncated() throws {
    let data = try Self.data(Self.whole)
    for count in 0..<data.count {
      #expect(try Self.message(data.prefix(count))?.contains("the manifest cannot be used") == true)
    }
  }

  @Test("bytes changed at random are read or refused, never a crash")
  func random() throws {
    var generator = SplitMix64(seed: 3)
    let data = try Self.data(Self.whole)
    for _ in 0..<500 {
      var copy = data
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<copy.count, using: &generator)
        copy[place] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try Self.message(copy)
    }
  }

  static let strange: [(name: String, text: String)] = [
    ("deep lists", String(repeating: "[", count: 1_000_000)),
    ("deep objects", String(repeating: "{\"a\":", count: 100_000)),
    (
      "a long number",
      "{\"format\":\"steelyard-manifest\",\"formatVersion\":"
        + String(repeating: "9", count: 100_000) + "}"
    ),
    ("a list", "[]"), ("nothing", ""), ("a text", "\"x\""), ("null", "null"),
    ("a byte-order mark alone", "\u{FEFF}"),
    ("CSV", "id,total\n1,2\n"),
  ]

  @Test("what no program of ours wrote is refused", arguments: strange)
  func hostile(name: String, text: String) throws {
    #expect(try Self.message(Data(text.utf8)) != nil)
  }

  /// Texts that are no JSON, with where and why.
  static let syntax: [(text: String, words: String)] = [
    ("{\n  \"format\" : oops\n}\n", ":2:14: the manifest cannot be used: expected a value"),
    ("{\n \"a\": 1,\n \"a\": 2}", ":3:2: the manifest cannot be used: expected each key once"),
    ("{\"a\": 1", ":1:8: the manifest cannot be used: expected \",\" or \"}\"; the text ends here"),
    ("{\"a\": [1 2]}", ":1:10: the manifest cannot be used: expected \",\" or \"]\""),
    ("{\"a\" 1}", ":1:6: the manifest cannot be used: expected \":\""),
    ("{a: 1}", ":1:2: the manifest cannot be used: expected a key in quotes"),
    ("{} {}", ":1:4: the manifest cannot be used: expected the end of the file"),
    ("{\"a\": \"\\q\"}", "expected an escape such as"),
    ("{\"a\": \"\\u12\"}", "expected four hexadecimal digits"),
    ("{\"a\": \"\\ud800\"}", "expected the escape before this to be a character"),
    ("{\"a\": \"\n\"}", "expected no control character in a text"),
    ("{\"a\": \"b", "expected a closing quote; the text ends here"),
    ("{\"a\": 01}", ":1:7: the manifest cannot be used: expected a value"),
    ("{\"a\": .5}", ":1:7: the manifest cannot be used: expected a value"),
    (
      String(repeating: "[", count: 40), ":1:33: the manifest cannot be used: expected fewer levels"
    ),
  ]

  @Test("a fault of the JSON is told with line and column", arguments: syntax)
  func syntaxFault(text: String, words: String) throws {
    let message = try Self.message(Data(text.utf8))
    #expect(message?.contains(words) == true, "\(message ?? "read")")
  }

  @Test("texts with escapes and of any script are read as they are meant")
  func escapes() throws {
    let text = "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00杆秤\""
    guard case .text(let read) = try JSONParser.parse(Array(text.utf8)).value else {
      Issue.record("no text")
      return
    }
    #expect(read == "a\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}杆秤")
    #expect(throws: ManifestFault.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
  }

  @Test("a manifest that is not there, or is no file, is said to be missing")
  func absent() throws {
    for path in ["/dev/zero", "/dev", "/dev/none/r.csv.manifest.json"] {
      #expect(throws: RecordError.noManifest(file: path)) { try ResultManifest(contentsOf: path) }
    }
  }

  @Test("every finite number is read back with the same bits")
  func numbers() throws {
    var generator = SplitMix64(seed: 5)
    var numbers = [
      0, -0.0, 1, 0.1, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      1e22, 1e23,
    ]
    while numbers.count < 5000 {
      let number = Double(bitPattern: generator.next())
      if number.isFinite { numbers.append(number) }
    }
    let record = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ("n\($0)", $1) })
    let bytes = Array(try JSONEncoder().encode(record))
    let read = try ManifestValue(try JSONParser.parse(bytes)).numbers
    for (name, number) in record {
      #expect(read[name]?.bitPattern == number.bitPattern, "\(number)")
    }
  }
}
