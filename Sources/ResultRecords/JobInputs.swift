import ColumnStore
import Databases
import Dispatch
import Glibc
import ScoringEngine
import ScoringPlan
import Synchronization

/// Opens the files of all tables in the background, those of the subject table first: opening reads
/// and hashes a file, and the work on the first can begin while the others are hashed.
final class JobInputs: @unchecked Sendable {
  private struct Place {
    let table: Int
    let wanted: TableSpecification
    let file: String
  }

  private let places: [Place]
  private let total: Int
  private let progress: ((WorkProgress) -> Void)?
  private let databases = DatabaseSnapshots()
  private let done = Mutex(0)
  private let opened: Mutex<[Result<JobInput?, TableReadError>?]>
  private let isOpened: [DispatchSemaphore]

  /// Begins to open files.
  ///
  /// - Parameters:
  ///   - plan: the plan whose tables they are.
  ///   - files: the files of each table, by its name.
  ///   - progress: called, from any thread, with the bytes read of all that there are.
  init(_ plan: Plan, _ files: [String: [String]], progress: ((WorkProgress) -> Void)?) {
    places = plan.tables.enumerated().flatMap { index, table in
      (files[table.name] ?? []).map {
        Place(table: index, wanted: TableSpecification(table), file: $0)
      }
    }
    total = places.reduce(0) { $0 + Self.size(of: $1.file) }
    self.progress = progress
    opened = Mutex([Result<JobInput?, TableReadError>?](repeating: nil, count: places.count))
    isOpened = places.map { _ in DispatchSemaphore(value: 0) }
    DispatchQueue.global().async {
      WorkerThreads.run(self.places.count) { self.open($0) }
    }
  }

  /// The files of a table, once they are open.
  ///
  /// - Throws: the error of the first that has one.
  func inputs(ofTable table: Int) throws(TableReadError) -> [JobInput] {
    var inputs: [JobInput] = []
    for (index, place) in places.enumerated() where place.table == table {
      wait(for: index)
      if let input = try opened.withLock({ $0[index] })?.get() { inputs.append(input) }
    }
    return inputs
  }

  /// Waits until all are open or have failed, and lets go of what they were read from.
  func finish() {
    places.indices.forEach(wait)
    databases.end()
  }

  private func wait(for index: Int) {
    isOpened[index].wait()
    // Whoever asks again need not wait.
    isOpened[index].signal()
  }

  private func open(_ index: Int) {
    let place = places[index]
    let result = Result { () throws(TableReadError) in
      try JobInput.open(
        place.file, of: place.wanted.name, columns: .fitting(place.wanted), from: databases,
        progress: advance)
    }
    opened.withLock { $0[index] = result }
    isOpened[index].signal()
  }

  private func advance(_ count: Int) {
    guard let progress else { return }
    done.withLock { done in
      done += count
      progress(
        WorkProgress(activity: "opening files", done: done, total: total, measure: .bytes))
    }
  }

  /// The size of a regular file, 0 where nobody knows.
  private static func size(of file: String) -> Int {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
  }
}
