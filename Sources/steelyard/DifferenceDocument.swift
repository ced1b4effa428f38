import ResultRecords

/// The JSON of `difference`, but for the cells, which may be too many to be held.
struct DifferenceDocument: Encodable {
  let differs: Bool
  let old: String
  let new: String
  let key: String
  let byPeriod: Bool
  let subjectsInBoth: Int
  let subjectsChanged: Int
  let onlyInOld: [Subject]
  let onlyInNew: [Subject]
  let columnsOnlyInOld: [String]
  let columnsOnlyInNew: [String]
  let columns: [Column]
  let job: Job

  struct Subject: Encodable {
    let key: String
    let period: String?

    init(_ subject: ResultSubject) { (key, period) = (subject.key, subject.period) }
  }

  struct Largest: Encodable {
    let key: String
    let period: String?
    let change: Double
  }

  struct Column: Encodable {
    let name: String
    let changed: Int
    let numbers: Int
    let largest: Largest?
    let sum: Double?
    let correction: Double?

    init(_ column: ColumnDifference) {
      name = column.name
      changed = column.changedCount
      numbers = column.numberCount
      largest = column.largestSubject.map {
        Largest(key: $0.key, period: $0.period, change: column.largestChange)
      }
      sum = column.sum
      correction = column.correction
    }
  }

  struct Job: Encodable {
    let oldManifest: String
    let newManifest: String
    let changes: [Change]?
  }

  struct Change: Encodable {
    let kind: String
    let name: String
    let old: String?
    let new: String?
  }

  init(_ difference: ResultDifference, _ jobs: DifferenceJobs) {
    differs = !difference.isEmpty
    old = difference.old.path
    new = difference.new.path
    key = difference.new.keyName
    byPeriod = difference.isByPeriod
    subjectsInBoth = difference.sharedCount
    subjectsChanged = difference.changedCount
    onlyInOld = difference.onlyInOld.map(Subject.init)
    onlyInNew = difference.onlyInNew.map(Subject.init)
    columnsOnlyInOld = difference.columnsOnlyInOld
    columnsOnlyInNew = difference.columnsOnlyInNew
    columns = difference.columns.map(Column.init)
    job = Job(
      oldManifest: jobs.old.rawValue, newManifest: jobs.new.rawValue,
      changes: jobs.changes?.map {
        Change(kind: $0.kind.rawValue, name: $0.name, old: $0.old, new: $0.new)
      })
  }
}
