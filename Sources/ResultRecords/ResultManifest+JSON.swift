import Foundation

extension ResultManifest {
  private static let format = "steelyard-manifest"
  /// In bytes: far above what any policy needs, so that no hostile file fills the memory.
  private static let largestSize = 1 << 26

  /// Reads a manifest file.
  ///
  /// - Throws: `RecordError` with the place of the fault for everything that is not a manifest.
  public init(contentsOf file: String) throws(RecordError) {
    guard RegularFile.isThere(file) else { throw .noManifest(file: file) }
    try self.init(RegularFile.bytes(of: file, atMost: Self.largestSize), file: file)
  }

  /// Reads the bytes of a manifest; messages call it `file`.
  ///
  /// - Throws: `RecordError` with the place of the fault for everything that is not a manifest.
  public init(_ bytes: [UInt8], file: String) throws(RecordError) {
    do throws(ManifestFault) {
      let value = ManifestValue(try JSONParser.parse(bytes))
      try Self.checkFormat(of: value)
      try self.init(value)
    } catch {
      throw .damaged(
        file: file, line: error.line, column: error.column, place: error.path,
        reason: error.reason)
    }
  }

  /// Another version may have other keys: it is told by its number, not by what it lacks.
  private static func checkFormat(of value: ManifestValue) throws(ManifestFault) {
    let name = try value.value("format")
    if try name.text != format {
      throw name.fault("expected \"\(format)\", found \"\(try name.text.prefix(80))\"")
    }
    let version = try value.value("formatVersion")
    let found = try version.integer
    if !formatVersions.contains(found) {
      throw version.fault(
        "the manifest has format \(found), this program reads formats \(formatVersions.lowerBound) to "
          + "\(formatVersions.upperBound); verify the result with the version of steelyard that wrote it"
      )
    }
  }

  /// Reads the keys of the format.
  private init(_ value: ManifestValue) throws(ManifestFault) {
    programVersion = try value.value("programVersion").text
    policy = try PolicyRecord(try value.value("policy"))
    var inputs: [TableRecord] = []
    for element in try value.value("inputs").list { inputs.append(try TableRecord(element)) }
    self.inputs = inputs
    corrections = try value.optional("corrections").map { record throws(ManifestFault) in
      try CorrectionsRecord(record)
    }
    options = try ResultOptions(try value.value("options"))
    parameters = try value.value("parameters").numbers
    result = try OutputRecord(try value.value("result"))
    let rejects = try value.optional("rejects")
    self.rejects = try rejects.map { record throws(ManifestFault) in try OutputRecord(record) }
    if inputs.isEmpty || Set(inputs.map(\.table)).count < inputs.count {
      throw try value.value("inputs").fault("expected each table of the policy once")
    }
    if options.rejects != (self.rejects?.path != nil) {
      throw (rejects ?? value).fault(
        "expected the file \"rejects\" exactly where options.rejects is true")
    }
  }

  /// The JSON, with sorted keys and numbers in their shortest form that reads back the same.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

extension ResultManifest: Encodable {
  enum CodingKeys: CodingKey {
    case format, formatVersion, programVersion, policy, inputs, corrections, options, parameters
    case result, rejects
  }

  /// Writes the keys of the format.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.format, forKey: .format)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(programVersion, forKey: .programVersion)
    try container.encode(policy, forKey: .policy)
    try container.encode(inputs, forKey: .inputs)
    try container.encodeIfPresent(corrections, forKey: .corrections)
    try container.encode(options, forKey: .options)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(result, forKey: .result)
    try container.encodeIfPresent(rejects, forKey: .rejects)
  }
}
