import ResultRecords

/// What the manifests beside two results say about the jobs that made them.
struct DifferenceJobs {
  /// What stands beside a result.
  enum Record: String {
    /// No manifest.
    case absent
    /// The manifest of this very file.
    case fits
    /// A manifest of other bytes: the result was changed, or the two were not kept together.
    case other
  }

  let old: Record
  let new: Record
  /// What differs; nil unless both have a manifest.
  let changes: [JobChange]?

  init(_ difference: ResultDifference) throws {
    let manifests = try [difference.old, difference.new].map { try $0.manifest() }
    let records = zip([difference.old, difference.new], manifests).map { file, manifest in
      manifest.map { $0.result.digest == file.digest ? Record.fits : .other } ?? .absent
    }
    (old, new) = (records[0], records[1])
    changes = manifests[0].flatMap { old in
      manifests[1].map { JobDifference(old: old, new: $0).changes }
    }
  }
}
