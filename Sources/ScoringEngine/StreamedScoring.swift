import ColumnStore
import DelimitedText
import ScoringPlan

/// Scores a population while its files are read: first the keys of the subjects, then the detail
/// tables, whose rows are brought together for each subject at once, then the subject table, whose
/// rows are scored at once. What is left to do then looks at a few columns.
///
/// Whose rows may be at fault is only noted. Of these few, and of those who are asked for, the files
/// are read once more, and it is `PopulationLoader` that says what is wrong with them.
struct StreamedScoring {
  private let plan: Plan
  private let values: ParameterVector
  private let options: ScoringOptions
  /// The files of each table that was read so far.
  private var sources: [[TextSource]] = []
  private let liveness: RegisterLiveness
  private let layout: StreamLayout
  /// The texts of the plan.
  private let texts: TextPool
  private let constants: PlanConstants
  private let progress: ReadingProgress

  init(
    _ plan: Plan, _ values: ParameterVector, _ options: ScoringOptions,
    report: ((WorkProgress) -> Void)?
  ) {
    self.plan = plan
    self.values = values
    self.options = options
    liveness = RegisterLiveness(plan, outputs: plan.outputs(options))
    layout = StreamLayout(plan, options, liveness)
    var texts = TextPool()
    for text in plan.texts { _ = texts.code(for: text) }
    self.texts = texts
    constants = PlanConstants(plan, values, TextCodes(texts, texts: plan.texts))
    progress = ReadingProgress(report: report)
  }

  /// Scores.
  ///
  /// - Parameters:
  ///   - keys: the subjects of whom all that is read stays in memory.
  ///   - sourcesOf: the files of a table.
  ///   - report: called with the number of each stage that looks at other subjects.
  mutating func run(
    lookingAt keys: Set<String>, _ sourcesOf: (Int) throws(TableReadError) -> [TextSource],
    stage report: (Int) -> Void
  ) throws(TableReadError) -> ScoredPopulation {
    let subjectScans = try scans(of: 0, sourcesOf)
    progress.begin("reading keys of \(plan.tables[0].name)", subjectScans)
    var pool = texts
    let roster = try SubjectRoster(
      subjectScans, pool: &pool, options: options, progress: progress)
    var columns = [RegisterColumn?](repeating: nil, count: plan.tables[0].registerCount)
    var details: [DetailSummary] = []
    for table in plan.tables.indices.dropFirst() {
      let scans = try scans(of: table, sourcesOf)
      details.append(try readDetails(scans, table, roster, &pool, &columns))
    }
    for index in columns.indices where layout.isKept[index] && columns[index] == nil {
      columns[index] = RegisterColumn(count: roster.count)
    }
    let subjects = try readSubjects(subjectScans, roster, &pool, columns)
    for (table, sources) in zip(plan.tables, sources) { try check(sources, of: table.name) }
    for index in columns.indices where !layout.isKept[index] { columns[index] = nil }
    let reading = StreamedReading(
      roster: roster, pool: pool, subjects: subjects, details: details,
      wanted: Set(keys.compactMap { pool.find($0) }.map { Int(roster.rows.row(of: $0)) }))
    return try finish(reading, columns, report)
  }

  private mutating func scans(
    of table: Int, _ sourcesOf: (Int) throws(TableReadError) -> [TextSource]
  ) throws(TableReadError) -> [TableScan] {
    let files = try sourcesOf(table)
    precondition(!files.isEmpty, "no file is given for the table \(plan.tables[table].name)")
    sources.append(files)
    var scans: [TableScan] = []
    for file in files {
      scans.append(try TableScan(TableSpecification(plan.tables[table]), file))
    }
    return scans
  }

  private func check(
    _ sources: [TextSource], of table: String
  ) throws(TableReadError) {
    try TableReadError.of(table) { () throws(DelimitedTextError) in
      for source in sources { try source.checkUnchanged() }
    }
  }

  // MARK: Reading

  private func readDetails(
    _ scans: [TableScan], _ table: Int, _ roster: SubjectRoster, _ pool: inout TextPool,
    _ columns: inout [RegisterColumn?]
  ) throws(TableReadError) -> DetailSummary {
    progress.begin("reading \(plan.tables[table].name)", scans)
    var aggregates: [(Aggregate, RegisterColumn)] = []
    for aggregate in ownAggregates where aggregate.table == table {
      let column = RegisterColumn(count: roster.count)
      columns[aggregate.result.index] = column
      aggregates.append((aggregate, column))
    }
    let programs = ownStages.compactMap { stage -> RowProgram? in
      guard case .detailRows(table, let program) = stage else { return nil }
      return RowProgram(program, of: table, in: plan, liveness)
    }
    let stream = DetailStream(
      plan, table: table, roster, aggregates,
      usesKey: liveness.isNeeded[table][Register.key.index], texts: texts,
      programs: { self.programs(programs, of: table, texts: $0) }, threads: options.threads)
    return try stream.read(scans, pool: &pool, texts: texts, options, progress)
  }

  private func readSubjects(
    _ scans: [TableScan], _ roster: SubjectRoster, _ pool: inout TextPool,
    _ columns: [RegisterColumn?]
  ) throws(TableReadError) -> SubjectSummary {
    progress.begin("scoring \(plan.tables[0].name)", scans)
    let programs = ownStages.compactMap { stage -> RowProgram? in
      guard case .subjectRows(let program) = stage else { return nil }
      return RowProgram(program, of: 0, in: plan, liveness)
    }
    let requirements = ownStages.flatMap { stage -> [Requirement] in
      if case .require(let requirements) = stage { requirements } else { [] }
    }
    // Handed over, so that it is not copied when it grows.
    let keys = pool
    pool = TextPool()
    let texts = SharedTexts(keys)
    let stream = SubjectStream(
      plan, roster, texts,
      programs: (0..<options.threads).map { _ in
        self.programs(programs, of: 0, wholeColumns: columns, texts: texts)
      }, requirements, keptInputs: layout.keptInputs)
    let summary = try stream.read(scans, texts: self.texts, options, progress)
    pool = texts.take()
    return summary
  }

  private var ownStages: ArraySlice<Stage> { plan.stages.prefix(plan.ownStageCount) }

  private var ownAggregates: [Aggregate] {
    ownStages.flatMap { stage -> [Aggregate] in
      guard case .aggregate(let aggregates) = stage else { return [] }
      return aggregates.filter { liveness.isNeeded[0][$0.result.index] }
    }
  }

  /// The programs for one thread.
  private func programs(
    _ programs: [RowProgram], of table: Int, wholeColumns: [RegisterColumn?]? = nil,
    texts: any TextOrdering
  ) -> BatchPrograms {
    let none = [RegisterColumn?](repeating: nil, count: plan.tables[table].registerCount)
    return BatchPrograms(
      programs, of: plan.tables[table], wholeColumns: wholeColumns ?? none, constants,
      texts: texts, blockSize: options.blockSize)
  }

  // MARK: What looks at all subjects

  /// Runs the remaining stages; those whom they reject are looked at closer afterwards.
  private func finish(
    _ reading: StreamedReading, _ columns: [RegisterColumn?], _ report: (Int) -> Void
  ) throws(TableReadError) -> ScoredPopulation {
    var subjects = reading.subjectsToRead
    while true {
      let population = reading.population(
        plan, excerpt: try excerpt(of: subjects, reading))
      let isRejected = zip(population.isRejected, reading.subjects.isLacking).map { $0 || $1 }
      let run = ScoringRun(
        plan, values, population, options, columns: columns, isRejected: isRejected)
      run.runPopulationStages(progress: report)
      let late = run.isRejected.indices.filter { run.isRejected[$0] && !isRejected[$0] }
      let unread = Set(late).subtracting(subjects)
      if unread.isEmpty { return ScoredPopulation(run, values) }
      subjects = (subjects + unread).sorted()
    }
  }

  /// Reads the files once more, but of some subjects alone; nil when there are none.
  private func excerpt(
    of subjects: [Int], _ reading: StreamedReading
  ) throws(TableReadError) -> Excerpt? {
    if subjects.isEmpty, !reading.hasStrays { return nil }
    var isWanted = [Bool](repeating: false, count: reading.roster.count)
    for subject in subjects { isWanted[subject] = true }
    let (roster, pool) = (reading.roster, reading.pool)
    var loader = PopulationLoader(plan, progress: nil)
    for table in plan.tables.indices {
      let needsUnknown =
        table > 0
        && (!plan.tables[table].ignoresUnknownKeys || reading.details[table - 1].strangersAgree)
      try loader.read(
        table, sources: sources[table], threads: options.threads, chunkSize: options.chunkSize
      ) { file, batch, row in
        if table == 0 {
          guard let rows = roster.rows(ofChunk: batch.chunk.index, inFile: file) else {
            return false
          }
          return isWanted[rows.lowerBound + row]
        }
        let key = batch.keys[row]
        if key < 0 { return true }
        let subject = batch.keyTexts.withUTF8(of: key) { roster.row(of: $0, pool) }
        return subject < 0 ? needsUnknown : isWanted[Int(subject)]
      }
    }
    return Excerpt(loader.finish(), subjects: subjects)
  }
}
