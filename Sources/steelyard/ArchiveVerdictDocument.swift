import ResultArchive

/// The JSON of `archive verify`.
struct ArchiveVerdictDocument: Encodable {
  let archive: String
  let agrees: Bool
  let entries: Int
  let contents: Int
  let head: String?
  let knownEntry: Int?
  let madeAgain: [Int]
  let withoutData: [Int]
  let faults: [Fault]

  struct Fault: Encodable {
    let kind: String
    let entry: Int?
    let message: String
  }

  init(_ verdict: ArchiveVerdict) {
    archive = verdict.archive.file
    agrees = verdict.agrees
    entries = verdict.entries.count
    contents = verdict.contentCount
    head = verdict.entries.last?.hash.description
    knownEntry = verdict.knownEntry
    madeAgain = verdict.madeAgain
    withoutData = verdict.withoutData
    faults = verdict.faults.map {
      Fault(kind: $0.kind.rawValue, entry: $0.entry, message: $0.message)
    }
  }
}
