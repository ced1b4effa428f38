import ResultRecords

/// A file of a job as its manifest records it.
struct JobFile {
  let role: EntryRole
  let digest: ContentDigest
  /// As seen from the manifest's folder; nil for the result and the manifest, and for a pipe.
  let path: String?

  /// The files that a manifest speaks of, besides itself, in the order of an entry.
  static func all(of manifest: ResultManifest) -> [JobFile] {
    var files = [JobFile(role: .result, digest: manifest.result.digest, path: nil)]
    if let rejects = manifest.rejects {
      files.append(JobFile(role: .rejects, digest: rejects.digest, path: rejects.path))
    }
    if let corrections = manifest.corrections?.file {
      files.append(
        JobFile(role: .corrections, digest: corrections.digest, path: corrections.path))
    }
    files += manifest.policy.files.map {
      JobFile(role: .policy, digest: $0.digest, path: $0.path)
    }
    for table in manifest.inputs {
      files += table.files.map {
        JobFile(role: .input(table: table.table), digest: $0.digest, path: $0.path)
      }
    }
    return files
  }
}
